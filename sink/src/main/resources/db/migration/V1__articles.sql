-- The current state of each article, one row each. Absent is null, empty lists included.
CREATE TABLE article (
    article_id text PRIMARY KEY,
    revision bigint NOT NULL CHECK (revision > 0),
    state text NOT NULL,
    publishable boolean NOT NULL,
    reasons text[],
    provider text NOT NULL,
    source text NOT NULL,
    guid text NOT NULL,
    version text,
    pub_status text NOT NULL,
    signal text NOT NULL,
    signal_marker text,
    markers text[],
    change_note text,
    urgency integer,
    genre text,
    language text,
    headline text,
    headline_as_sent text,
    standfirst text,
    slugline text,
    bylines text[],
    dateline_text text,
    dateline_places text[],
    dateline_country text,
    dateline_date date,
    dateline_agency text,
    body text,
    credit text,
    media jsonb,
    subjects jsonb,
    places jsonb,
    rights jsonb,
    ed_note text,
    links jsonb,
    first_created timestamptz,
    version_created timestamptz,
    utc_offset text,
    received_at timestamptz NOT NULL,
    embargoed_until timestamptz,
    embargoed_indefinitely boolean NOT NULL,
    expires timestamptz,
    flags text[],
    content_hash text NOT NULL,
    document_id text NOT NULL,
    document_uri text NOT NULL,
    document_sha256 text NOT NULL,
    document_position integer NOT NULL,
    format text NOT NULL,
    format_version text,
    parser_version integer NOT NULL,
    dialect text NOT NULL,
    dialect_version integer NOT NULL,
    tags jsonb,
    about text[],
    mentions text[],
    rules_version integer NOT NULL,
    enriched_at timestamptz NOT NULL,
    stored_at timestamptz NOT NULL DEFAULT now(),
    CONSTRAINT killed_article_has_no_text CHECK (
        state <> 'KILLED'
        OR (NOT publishable
            AND num_nonnulls(
                change_note, headline, headline_as_sent, standfirst, slugline, bylines, dateline_text, dateline_places,
                dateline_country, dateline_date, dateline_agency, body, credit, media, subjects, places, rights,
                ed_note, links, tags, about, mentions) = 0))
);

-- Compressing with pglz, the default, costs more than all the rest of a write. lz4 is cheap; a server built without it
-- keeps rows of up to 8 kB as they are, in twice the space.
DO $$
DECLARE
    compressible record;
BEGIN
    FOR compressible IN
        SELECT attname FROM pg_attribute
        WHERE attrelid = 'article'::regclass AND attnum > 0 AND NOT attisdropped AND attstorage = 'x'
    LOOP
        EXECUTE format('ALTER TABLE article ALTER COLUMN %I SET COMPRESSION lz4', compressible.attname);
    END LOOP;
EXCEPTION
    WHEN feature_not_supported THEN
        ALTER TABLE article SET (toast_tuple_target = 8160);
END $$;

CREATE INDEX article_version_created ON article (version_created DESC);
CREATE INDEX article_provider ON article (provider, version_created DESC);
-- An index over tags itself would hold an entry for every value in it, evidence included, and double the cost of a write.
CREATE INDEX article_about ON article USING gin (about);
CREATE INDEX article_mentions ON article USING gin (mentions);

COMMENT ON TABLE article IS 'Current state of each article, embargoed, withheld and killed ones included; a killed one keeps its row without text. Editorial: public_article is for everyone.';
COMMENT ON COLUMN article.article_id IS 'Identity through all versions: provider + "/" + guid.';
COMMENT ON COLUMN article.revision IS 'Counts the changes of the article''s current state, from 1; a row is only ever replaced by a greater revision.';
COMMENT ON COLUMN article.state IS 'CURRENT, EMBARGOED, WITHHELD or KILLED; UNKNOWN when written by a later release.';
COMMENT ON COLUMN article.publishable IS 'True when it may be published now. Embargoes are lifted by a new revision, never by comparing with the clock.';
COMMENT ON COLUMN article.reasons IS 'Why it may not be published.';
COMMENT ON COLUMN article.provider IS 'Id of the provider, from the configuration of the source.';
COMMENT ON COLUMN article.source IS 'Name of the source that delivered the document.';
COMMENT ON COLUMN article.guid IS 'The sender''s id of the article without a version glued to it.';
COMMENT ON COLUMN article.version IS 'Version as sent.';
COMMENT ON COLUMN article.pub_status IS 'Publishing status as sent: USABLE, WITHHELD, CANCELED.';
COMMENT ON COLUMN article.signal IS 'What the sender does with this version: NEW, UPDATE, CORRECTION, REFILE, REPEAT, KILL, HOLD, ALERT, SUMMARY, ADVISORY.';
COMMENT ON COLUMN article.signal_marker IS 'The text or code that proved the signal.';
COMMENT ON COLUMN article.markers IS 'Lifecycle and genre markers found, from the left.';
COMMENT ON COLUMN article.change_note IS 'What changed, in the sender''s words.';
COMMENT ON COLUMN article.urgency IS 'Urgency 1 (most) to 9 (least), as sent.';
COMMENT ON COLUMN article.genre IS 'Genre as sent or as a headline prefix tells.';
COMMENT ON COLUMN article.language IS 'Language as declared, BCP 47.';
COMMENT ON COLUMN article.headline IS 'Headline without lifecycle and genre markers.';
COMMENT ON COLUMN article.headline_as_sent IS 'Headline exactly as sent.';
COMMENT ON COLUMN article.standfirst IS 'Standfirst, summary or abstract.';
COMMENT ON COLUMN article.slugline IS 'Slugline as sent.';
COMMENT ON COLUMN article.bylines IS 'Writers, one each, without "by".';
COMMENT ON COLUMN article.dateline_text IS 'The dateline as it stands in the article, without the dash.';
COMMENT ON COLUMN article.dateline_places IS 'Cities or regions of the dateline in the order given.';
COMMENT ON COLUMN article.dateline_country IS 'ISO 3166-1 alpha-2 code of the first place of the dateline.';
COMMENT ON COLUMN article.dateline_date IS 'Day named in the dateline.';
COMMENT ON COLUMN article.dateline_agency IS 'Agency named in the dateline.';
COMMENT ON COLUMN article.body IS 'Plain text; paragraphs are parted by one blank line.';
COMMENT ON COLUMN article.credit IS 'Credit line.';
COMMENT ON COLUMN article.media IS 'Pictures and other media: [{type, caption, credit, href, contentType}].';
COMMENT ON COLUMN article.subjects IS 'Subjects that the sender gave: [{scheme, code, name, type, uri, creator, rel, relevance}].';
COMMENT ON COLUMN article.places IS 'Places that the sender gave: [{scheme, code, name, uri, rel, country, latitude, longitude}].';
COMMENT ON COLUMN article.rights IS '{copyrightHolder, copyrightNotice, usageTerms, dataMining}.';
COMMENT ON COLUMN article.ed_note IS 'Note to editors, the public part only; not for readers.';
COMMENT ON COLUMN article.links IS 'What the article points to: [{rel, href, title, summary, section, published}].';
COMMENT ON COLUMN article.first_created IS 'When the first version was made.';
COMMENT ON COLUMN article.version_created IS 'When this version was made.';
COMMENT ON COLUMN article.utc_offset IS 'UTC offset in which the sender wrote version_created, for example "+02:00".';
COMMENT ON COLUMN article.received_at IS 'When Dateline received the document.';
COMMENT ON COLUMN article.embargoed_until IS 'Not to be published before this time.';
COMMENT ON COLUMN article.embargoed_indefinitely IS 'True when the sender put an embargo without an end on it.';
COMMENT ON COLUMN article.expires IS 'Not to be used after this time.';
COMMENT ON COLUMN article.flags IS 'Things that look wrong and were kept. Set while storing: nul-character-replaced (U+0000 became U+FFFD), time-unstorable and dateline-date-unstorable (the column is null).';
COMMENT ON COLUMN article.content_hash IS 'SHA-256 over what a reader would see.';
COMMENT ON COLUMN article.document_id IS 'Key of the document in wire.documents.v1.';
COMMENT ON COLUMN article.document_uri IS 'Address of the document within its source.';
COMMENT ON COLUMN article.document_sha256 IS 'SHA-256 of the document''s bytes, lower-case hexadecimal.';
COMMENT ON COLUMN article.document_position IS 'Position of the article in a document that holds many, from 0.';
COMMENT ON COLUMN article.format IS 'Parser that read the document: newsml-g2, ninjs, page-text.';
COMMENT ON COLUMN article.format_version IS 'Version of the standard that the document declares.';
COMMENT ON COLUMN article.parser_version IS 'Version of Dateline''s parsers.';
COMMENT ON COLUMN article.dialect IS 'Id of the dialect profile that was applied.';
COMMENT ON COLUMN article.dialect_version IS 'Version of that profile.';
COMMENT ON COLUMN article.tags IS 'Tags with their evidence: [{scheme, code, name, score, method, evidence: [{field, start, end, text}]}]; article_tag shows them as rows.';
COMMENT ON COLUMN article.about IS 'Tags of score 0.5 or more, "the article is about it", as scheme:code. Find with about @> ''{country:BE}'', which uses an index.';
COMMENT ON COLUMN article.mentions IS 'Tags of a lower score, as scheme:code. Find with mentions @> ''{country:BE}'', which uses an index.';
COMMENT ON COLUMN article.rules_version IS 'Version of the tagging rules.';
COMMENT ON COLUMN article.enriched_at IS 'When this revision was made.';
COMMENT ON COLUMN article.stored_at IS 'When this revision was written here.';

CREATE VIEW article_tag AS
SELECT a.article_id, t.scheme, t.code, t.name, t.score, t.method, t.evidence
FROM article a
CROSS JOIN LATERAL jsonb_to_recordset(a.tags)
    AS t (scheme text, code text, name text, score double precision, method text, evidence jsonb);

COMMENT ON VIEW article_tag IS 'One row per tag of each article. To find the articles of a tag, use article.about and article.mentions: they have an index.';
COMMENT ON COLUMN article_tag.article_id IS 'Identity of the article.';
COMMENT ON COLUMN article_tag.scheme IS 'country, region, place, medtop, person, organisation, language, genre.';
COMMENT ON COLUMN article_tag.code IS 'Code within the scheme: ISO 3166-1 alpha-2, UN M49, Media Topic code, BCP 47.';
COMMENT ON COLUMN article_tag.name IS 'English name of the code.';
COMMENT ON COLUMN article_tag.score IS '0 to 1; 0.5 or more reads "the article is about it", less is a mention.';
COMMENT ON COLUMN article_tag.method IS 'How it was found: given, dateline, gazetteer, containment, rule, ancestor.';
COMMENT ON COLUMN article_tag.evidence IS 'Where it was found: [{field, start, end, text}], the strongest first.';

-- security_barrier: a function in a reader's query must not see rows that the view leaves out.
CREATE VIEW public_article WITH (security_barrier = true) AS
SELECT
    article_id, revision, provider, guid, version, signal, change_note, urgency, genre, language, headline, standfirst,
    slugline, bylines, dateline_text, dateline_places, dateline_country, dateline_date, dateline_agency, body, credit,
    media, subjects, places, rights, links, first_created, version_created, expires, tags, about, mentions,
    rules_version, enriched_at
FROM article
WHERE publishable;

COMMENT ON VIEW public_article IS 'What may be published now, without notes to editors, provenance and flags.';
