-- What was erased must not come back, neither by a replay nor by a version that is still under way.
CREATE TABLE erased (
    article_id text PRIMARY KEY,
    erased_at timestamptz NOT NULL DEFAULT now()
);

COMMENT ON TABLE erased IS 'Articles that were erased by a ruling. Nothing of them is kept but the id, and nothing is taken again.';
COMMENT ON COLUMN erased.article_id IS 'Identity of the article.';
COMMENT ON COLUMN erased.erased_at IS 'When it was first erased here.';

ALTER TABLE article
    ADD COLUMN version_order jsonb,
    ADD COLUMN restrictions text[];

COMMENT ON COLUMN article.state IS 'CURRENT, EMBARGOED, WITHHELD, EXPIRED or KILLED; UNKNOWN when written by a later release.';
COMMENT ON COLUMN article.version_order IS 'Rank of this version among the versions of the article: {number, time, sent, parser}, compared in this order. Null where an earlier release wrote it.';
COMMENT ON COLUMN article.restrictions IS 'What readers of it must heed although it may be published: data-mining-prohibited, data-mining-unknown, usage-terms, ….';

CREATE OR REPLACE VIEW public_article WITH (security_barrier = true) AS
SELECT
    article_id, revision, provider, guid, version, signal, change_note, urgency, genre, language, headline, standfirst,
    slugline, bylines, dateline_text, dateline_places, dateline_country, dateline_date, dateline_agency, body, credit,
    media, subjects, places, rights, links, first_created, version_created, expires, tags, about, mentions,
    rules_version, enriched_at, rules, restrictions
FROM article
WHERE publishable;
