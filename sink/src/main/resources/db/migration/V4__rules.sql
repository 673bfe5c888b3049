-- What made the tags: shipped rules, rule packs, topic model.
ALTER TABLE article ADD COLUMN rules text NOT NULL DEFAULT '';

COMMENT ON COLUMN article.rules_version IS 'Version of the shipped tagging rules.';
COMMENT ON COLUMN article.rules IS 'All that made the tags: version of the shipped rules, then "+" and id "@" version of each rule pack, then "+model@" and the id of a topic model: 2+desk@3. Empty where an earlier release wrote it.';
COMMENT ON COLUMN article_tag.scheme IS 'country, region, bloc, place, medtop, person, organisation, language, genre.';

CREATE OR REPLACE VIEW article_tag AS
SELECT a.article_id, t.scheme, t.code, t.name, t.score, t.method, t.evidence, a.rules
FROM article a
CROSS JOIN LATERAL jsonb_to_recordset(a.tags)
    AS t (scheme text, code text, name text, score double precision, method text, evidence jsonb);

COMMENT ON COLUMN article_tag.rules IS 'All that made the tag: version of the shipped rules, packs, topic model.';

CREATE OR REPLACE VIEW public_article WITH (security_barrier = true) AS
SELECT
    article_id, revision, provider, guid, version, signal, change_note, urgency, genre, language, headline, standfirst,
    slugline, bylines, dateline_text, dateline_places, dateline_country, dateline_date, dateline_agency, body, credit,
    media, subjects, places, rights, links, first_created, version_created, expires, tags, about, mentions,
    rules_version, enriched_at, rules
FROM article
WHERE publishable;
