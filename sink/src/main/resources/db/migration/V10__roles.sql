-- Three group roles, for whoever grants them to people and services. Roles belong to the whole server, so one that is
-- there is left as it is, and a role that may not make roles goes on without them.
DO $$
DECLARE
    name text;
BEGIN
    FOREACH name IN ARRAY ARRAY['dateline_writer', 'dateline_editor', 'dateline_reader'] LOOP
        IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = name) THEN
            BEGIN
                EXECUTE format('CREATE ROLE %I NOLOGIN', name);
            EXCEPTION
                WHEN insufficient_privilege THEN
                    RAISE NOTICE 'role % is not made, % may not: let an administrator run CREATE ROLE %, then SELECT %.grant_roles()',
                        name, current_user, name, current_schema();
                WHEN duplicate_object OR unique_violation THEN
                    NULL; -- another schema of the same server was quicker
            END;
        END IF;
    END LOOP;
END $$;

CREATE FUNCTION grant_roles() RETURNS void
LANGUAGE plpgsql SET search_path = ${flyway:defaultSchema}, pg_temp AS $$
DECLARE
    relation record;
BEGIN
    IF EXISTS (SELECT FROM pg_roles WHERE rolname = 'dateline_reader') THEN
        GRANT USAGE ON SCHEMA ${flyway:defaultSchema} TO dateline_reader;
        FOR relation IN
            SELECT relname FROM pg_class
            WHERE relnamespace = '${flyway:defaultSchema}'::regnamespace AND relkind = 'v' AND starts_with(relname, 'public_')
        LOOP
            EXECUTE format('GRANT SELECT ON %I TO dateline_reader', relation.relname);
        END LOOP;
        GRANT EXECUTE ON FUNCTION public_search(text, text, integer) TO dateline_reader;
    END IF;
    IF EXISTS (SELECT FROM pg_roles WHERE rolname = 'dateline_editor') THEN
        GRANT USAGE ON SCHEMA ${flyway:defaultSchema} TO dateline_editor;
        GRANT SELECT ON ALL TABLES IN SCHEMA ${flyway:defaultSchema} TO dateline_editor;
        GRANT EXECUTE ON FUNCTION
            iso_time(timestamptz, text), search_config(text), search_articles(text, text, integer),
            public_search(text, text, integer)
            TO dateline_editor;
    END IF;
    IF EXISTS (SELECT FROM pg_roles WHERE rolname = 'dateline_writer') THEN
        GRANT USAGE ON SCHEMA ${flyway:defaultSchema} TO dateline_writer;
        GRANT SELECT, INSERT, UPDATE, DELETE
            ON article, quotes, article_version, event, erased, article_search, search_queue TO dateline_writer;
        GRANT SELECT ON flyway_schema_history TO dateline_writer; -- to see that no migration is missing
        GRANT EXECUTE ON FUNCTION
            search_config(text), index_articles(text[]), add_event_partition(timestamptz),
            drop_event_partitions(timestamptz)
            TO dateline_writer;
    END IF;
END $$;

COMMENT ON FUNCTION grant_roles() IS 'Gives dateline_writer, dateline_editor and dateline_reader what they may do here; those that do not exist are passed over. Run it again when they have been made later.';

REVOKE EXECUTE ON ALL FUNCTIONS IN SCHEMA ${flyway:defaultSchema} FROM PUBLIC;
SELECT grant_roles();
