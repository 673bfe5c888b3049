-- What became of each document and version at each stage, a copy of wire.events.v1 that is kept longer and has indexes.
-- The place in the topic makes a repeat harmless; the time is in the key because the table is cut by it.
CREATE TABLE event (
    at timestamptz NOT NULL,
    kafka_partition integer NOT NULL,
    kafka_offset bigint NOT NULL,
    article_id text,
    document_id text,
    uri text,
    version text,
    revision bigint,
    stage text NOT NULL,
    outcome text NOT NULL,
    reason text,
    PRIMARY KEY (kafka_partition, kafka_offset, at)
) PARTITION BY RANGE (at);

-- Looked up by equality alone, and addresses may be longer than an entry of a B-tree.
CREATE INDEX event_article ON event USING hash (article_id);
CREATE INDEX event_document ON event USING hash (document_id);
CREATE INDEX event_uri ON event USING hash (uri);

COMMENT ON TABLE event IS 'What became of each document and version at each stage; one partition a month, UTC. Holds no text of articles, and is kept when an article is erased. Restricted to editors.';
COMMENT ON COLUMN event.at IS 'When it happened.';
COMMENT ON COLUMN event.kafka_partition IS 'Partition of wire.events.v1.';
COMMENT ON COLUMN event.kafka_offset IS 'Offset within that partition.';
COMMENT ON COLUMN event.article_id IS 'The article, when there is one.';
COMMENT ON COLUMN event.document_id IS 'Key of the document in wire.documents.v1, when known.';
COMMENT ON COLUMN event.uri IS 'Address of the document within its source, when known.';
COMMENT ON COLUMN event.version IS 'Version as sent, when there is one.';
COMMENT ON COLUMN event.revision IS 'Revision that resulted, when one did.';
COMMENT ON COLUMN event.stage IS 'Stage that reports: COLLECT, PARSE, GATE, TAG, SINK.';
COMMENT ON COLUMN event.outcome IS 'What became of it: PARSED, REJECTED, REPEAT, STALE, CURRENT, KILLED, HELD, RELEASED, DROPPED, STORED, RETAGGED, EXPIRED, REINSTATED, ERASED.';
COMMENT ON COLUMN event.reason IS 'Why, in one line.';

-- Run with the rights of the owner, so that whoever writes events needs none to make tables.
CREATE FUNCTION add_event_partition(month timestamptz) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = ${flyway:defaultSchema}, pg_temp AS $$
DECLARE
    first timestamp := date_trunc('month', month AT TIME ZONE 'UTC');
    partition text := 'event_' || to_char(first, 'YYYY_MM');
BEGIN
    IF to_regclass(partition) IS NOT NULL THEN
        RETURN;
    END IF;
    PERFORM pg_advisory_xact_lock(hashtext('dateline partitions of event'), hashtext('${flyway:defaultSchema}'));
    IF to_regclass(partition) IS NOT NULL THEN
        RETURN;
    END IF;
    -- attached afterwards: a table made as a partition keeps readers and writers of event out meanwhile
    EXECUTE format('CREATE TABLE %I (LIKE event INCLUDING ALL)', partition);
    EXECUTE format('COMMENT ON TABLE %I IS %L', partition, 'Events of ' || to_char(first, 'YYYY-MM') || ', UTC; part of event.');
    EXECUTE format('ALTER TABLE event ATTACH PARTITION %I FOR VALUES FROM (%L) TO (%L)', partition,
        first AT TIME ZONE 'UTC', (first + interval '1 month') AT TIME ZONE 'UTC');
END $$;

CREATE FUNCTION drop_event_partitions(before timestamptz) RETURNS integer
LANGUAGE plpgsql SECURITY DEFINER SET search_path = ${flyway:defaultSchema}, pg_temp SET lock_timeout = '2s' AS $$
DECLARE
    old record;
    dropped integer := 0;
BEGIN
    FOR old IN
        SELECT c.relname FROM pg_inherits i JOIN pg_class c ON c.oid = i.inhrelid
        WHERE i.inhparent = 'event'::regclass AND c.relname ~ '^event_\d{4}_\d{2}$'
            AND (to_date(right(c.relname, 7), 'YYYY_MM') + interval '1 month') AT TIME ZONE 'UTC' <= before
    LOOP
        EXECUTE format('DROP TABLE %I', old.relname);
        dropped := dropped + 1;
    END LOOP;
    RETURN dropped;
END $$;

REVOKE EXECUTE ON FUNCTION add_event_partition(timestamptz), drop_event_partitions(timestamptz) FROM PUBLIC;

COMMENT ON FUNCTION add_event_partition(timestamptz) IS 'Makes the partition of event for the month, UTC, in which the time lies, unless it is there.';
COMMENT ON FUNCTION drop_event_partitions(timestamptz) IS 'Drops the partitions of event that end before the time; returns how many. Fails after two seconds when a reader holds them.';
