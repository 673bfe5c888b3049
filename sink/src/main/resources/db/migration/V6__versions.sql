-- Every version of every article as it was parsed. Texts of killed articles are taken out, and kept out, under the lock
-- that the writers of texts share and the writers of kills have alone.
CREATE TABLE article_version (
    article_id text NOT NULL,
    document_id text NOT NULL,
    document_position integer NOT NULL,
    parser_version integer NOT NULL,
    version text,
    order_number bigint NOT NULL,
    order_time bigint NOT NULL,
    order_sent bigint NOT NULL,
    order_parser integer NOT NULL,
    pub_status text NOT NULL,
    signal text NOT NULL,
    signal_marker text,
    headline text,
    standfirst text,
    body text,
    version_created timestamptz,
    received_at timestamptz NOT NULL,
    rest jsonb,
    stored_at timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (article_id, document_id, document_position, parser_version),
    CONSTRAINT version_has_all_or_no_text CHECK (rest IS NOT NULL OR num_nonnulls(headline, standfirst, body) = 0)
);

-- As for article: lz4 where there is, else no compression, which would cost more than all the rest of a write.
DO $$
DECLARE
    compressible record;
BEGIN
    FOR compressible IN
        SELECT attname FROM pg_attribute
        WHERE attrelid = 'article_version'::regclass AND attnum > 0 AND NOT attisdropped AND attstorage = 'x'
    LOOP
        EXECUTE format('ALTER TABLE article_version ALTER COLUMN %I SET COMPRESSION lz4', compressible.attname);
    END LOOP;
EXCEPTION
    WHEN feature_not_supported THEN
        ALTER TABLE article_version SET (toast_tuple_target = 8160);
        ALTER TABLE article_version ALTER COLUMN body SET STORAGE EXTERNAL, ALTER COLUMN rest SET STORAGE EXTERNAL;
END $$;

CREATE INDEX article_version_document ON article_version (document_id);

COMMENT ON TABLE article_version IS 'Every version of each article as it was parsed, also those that never became current; a killed article keeps its rows without text, an erased one has none. Restricted to editors.';
COMMENT ON COLUMN article_version.article_id IS 'Identity of the article; its current state is in article.';
COMMENT ON COLUMN article_version.document_id IS 'Key of the document in wire.documents.v1.';
COMMENT ON COLUMN article_version.document_position IS 'Position of the article in a document that holds many, from 0.';
COMMENT ON COLUMN article_version.parser_version IS 'Version of Dateline''s parsers that read it; a later reading of the same bytes is a row of its own.';
COMMENT ON COLUMN article_version.version IS 'Version as sent.';
COMMENT ON COLUMN article_version.order_number IS 'Rank, first field: version number where the provider''s numbers are trusted, else 0. The newest is ORDER BY order_number DESC, order_time DESC, order_sent DESC, order_parser DESC.';
COMMENT ON COLUMN article_version.order_time IS 'Rank, second field: when it was made or received, milliseconds since 1970-01-01T00:00Z, else 0.';
COMMENT ON COLUMN article_version.order_sent IS 'Rank, third field: when the envelope was sent, milliseconds since 1970-01-01T00:00Z, else 0.';
COMMENT ON COLUMN article_version.order_parser IS 'Rank, last field: version of the parser.';
COMMENT ON COLUMN article_version.pub_status IS 'Publishing status as sent: USABLE, WITHHELD, CANCELED.';
COMMENT ON COLUMN article_version.signal IS 'What the sender does with this version: NEW, UPDATE, CORRECTION, REFILE, REPEAT, KILL, HOLD, ALERT, SUMMARY, ADVISORY.';
COMMENT ON COLUMN article_version.signal_marker IS 'The text or code that proved the signal.';
COMMENT ON COLUMN article_version.headline IS 'Headline without lifecycle and genre markers.';
COMMENT ON COLUMN article_version.standfirst IS 'Standfirst, summary or abstract.';
COMMENT ON COLUMN article_version.body IS 'Plain text; paragraphs are parted by one blank line.';
COMMENT ON COLUMN article_version.version_created IS 'When this version was made, as the sender says; null when it does not, or in no year from 1 to 9999.';
COMMENT ON COLUMN article_version.received_at IS 'When Dateline received the document.';
COMMENT ON COLUMN article_version.rest IS 'All other fields of the article, named as in the Avro schema. Null when the article is killed: then there is no text in any column.';
COMMENT ON COLUMN article_version.stored_at IS 'When it was first written here.';
