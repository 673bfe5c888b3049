-- Articles as the topics have them, for whoever would rather read documents than columns.
CREATE FUNCTION iso_time(at timestamptz, utc_offset text) RETURNS text
LANGUAGE sql STABLE PARALLEL SAFE AS $$
    SELECT to_char(local, 'YYYY-MM-DD"T"HH24:MI:SS') || rtrim(rtrim(to_char(local, '.MS'), '0'), '.') || shown
    FROM (
        SELECT CASE WHEN utc_offset IS NULL OR utc_offset IN ('Z', '+00:00') THEN 'Z' ELSE utc_offset END AS shown
    ) AS zone
    CROSS JOIN LATERAL (
        SELECT at AT TIME ZONE 'UTC' + CASE shown WHEN 'Z' THEN interval '0' ELSE shown::interval END AS local
    ) AS time
$$;

COMMENT ON FUNCTION iso_time(timestamptz, text) IS 'A time in ISO 8601 with the given offset from UTC ("+02:00"), in UTC without one.';

CREATE VIEW article_json AS
SELECT a.article_id, json_strip_nulls(json_build_object(
    'articleId', a.article_id,
    'revision', a.revision,
    'state', a.state,
    'publishable', a.publishable,
    'reasons', a.reasons,
    'article', json_build_object(
        'articleId', a.article_id,
        'provider', a.provider,
        'source', a.source,
        'guid', a.guid,
        'version', a.version,
        'order', a.version_order,
        'pubStatus', a.pub_status,
        'signal', a.signal,
        'signalMarker', a.signal_marker,
        'markers', a.markers,
        'changeNote', a.change_note,
        'urgency', a.urgency,
        'genre', a.genre,
        'language', a.language,
        'headline', a.headline,
        'headlineAsSent', a.headline_as_sent,
        'standfirst', a.standfirst,
        'slugline', a.slugline,
        'bylines', a.bylines,
        'dateline', CASE WHEN a.dateline_text IS NOT NULL THEN json_build_object(
            'text', a.dateline_text,
            'places', a.dateline_places,
            'country', a.dateline_country,
            'date', a.dateline_date,
            'agency', a.dateline_agency) END,
        'body', string_to_array(a.body, E'\n\n'),
        'credit', a.credit,
        'media', a.media,
        'subjects', a.subjects,
        'places', a.places,
        'rights', a.rights,
        'edNote', a.ed_note,
        'firstCreated', iso_time(a.first_created, a.utc_offset),
        'versionCreated', iso_time(a.version_created, a.utc_offset),
        'utcOffset', a.utc_offset,
        'receivedAt', iso_time(a.received_at, NULL),
        'embargoedUntil', iso_time(a.embargoed_until, a.utc_offset),
        'embargoedIndefinitely', a.embargoed_indefinitely,
        'expires', iso_time(a.expires, a.utc_offset),
        'links', a.links,
        'flags', a.flags,
        'contentHash', a.content_hash,
        'provenance', json_build_object(
            'documentId', a.document_id,
            'uri', a.document_uri,
            'sha256', a.document_sha256,
            'format', a.format,
            'formatVersion', a.format_version,
            'parserVersion', a.parser_version,
            'dialect', a.dialect,
            'dialectVersion', a.dialect_version,
            'position', a.document_position)),
    'tags', a.tags,
    'rulesVersion', a.rules_version,
    'rules', a.rules,
    'enrichedAt', iso_time(a.enriched_at, NULL),
    'quotes', (
        SELECT json_agg(json_build_object(
            'field', q.field,
            'start', q.start_at,
            'end', q.end_at,
            'text', q.text,
            'speakerScheme', q.speaker_scheme,
            'speakerCode', q.speaker_code,
            'speakerName', q.speaker_name,
            'speaker', q.speaker,
            'cue', q.cue,
            'score', q.score,
            'method', q.method) ORDER BY q.position)
        FROM quotes q WHERE q.article_id = a.article_id),
    'restrictions', a.restrictions)) AS document
FROM article a;

COMMENT ON VIEW article_json IS 'One JSON document per article, as `dateline tail --json` shows it. Editorial.';
COMMENT ON COLUMN article_json.article_id IS 'Identity of the article.';
COMMENT ON COLUMN article_json.document IS 'The article with its state, tags and quotes, named as in the Avro schema; absent fields and empty lists are left out.';

CREATE VIEW entity AS
SELECT article_id, scheme, code, name, score, method, evidence, rules
FROM article_tag
WHERE scheme IN ('person', 'organisation');

COMMENT ON VIEW entity IS 'One row per person or organisation of each article. Editorial: public_entity is for everyone.';

-- security_barrier: a function in a reader's query must not see rows that the view leaves out.
CREATE VIEW public_entity WITH (security_barrier = true) AS
SELECT a.article_id, t.scheme, t.code, t.name, t.score, t.method, t.evidence, a.rules
FROM article a
CROSS JOIN LATERAL jsonb_to_recordset(a.tags)
    AS t (scheme text, code text, name text, score double precision, method text, evidence jsonb)
WHERE a.publishable AND t.scheme IN ('person', 'organisation');

COMMENT ON VIEW public_entity IS 'Persons and organisations of what may be published now.';

-- What a column of a view means is what the column behind it means.
DO $$
DECLARE
    view_column record;
BEGIN
    FOR view_column IN
        SELECT v.oid::regclass AS view, c.attname, col_description(t.oid, s.attnum) AS meaning
        FROM (VALUES
            ('public_article', 'article'),
            ('public_quotes', 'quotes'),
            ('entity', 'article_tag'),
            ('public_entity', 'article_tag')) AS pair (of_view, of_table)
        JOIN pg_class v ON v.oid = pair.of_view::regclass
        JOIN pg_class t ON t.oid = pair.of_table::regclass
        JOIN pg_attribute c ON c.attrelid = v.oid AND c.attnum > 0
        JOIN pg_attribute s ON s.attrelid = t.oid AND s.attname = c.attname
    LOOP
        EXECUTE format('COMMENT ON COLUMN %s.%I IS %L', view_column.view, view_column.attname, view_column.meaning);
    END LOOP;
END $$;
