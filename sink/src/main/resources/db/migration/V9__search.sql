-- Full-text search in the language of the article. Making the words of a text takes longer than storing the article, so
-- it is done afterwards, from a queue. The queue has no index: rows come at its end and go by their place.
CREATE TABLE article_search (
    article_id text PRIMARY KEY REFERENCES article ON DELETE CASCADE,
    revision bigint NOT NULL,
    config text NOT NULL,
    words tsvector NOT NULL
);

CREATE INDEX article_search_words ON article_search USING gin (words);

CREATE TABLE search_queue (
    article_id text NOT NULL
);

COMMENT ON TABLE article_search IS 'Words of each article for search_articles and public_search. Lags behind article by seconds, more after a burst; a killed article has no row from the transaction on that stores the kill.';
COMMENT ON COLUMN article_search.article_id IS 'Identity of the article.';
COMMENT ON COLUMN article_search.revision IS 'Revision whose words these are; they count only while it is that of the article.';
COMMENT ON COLUMN article_search.config IS 'Text search configuration, the language in which the words were reduced to stems; simple where PostgreSQL has none for it.';
COMMENT ON COLUMN article_search.words IS 'Stems: headline (weight A), standfirst (B), the first 100,000 characters of the body (D).';
COMMENT ON TABLE search_queue IS 'Articles whose words are to be made; an article may stand in it more than once.';
COMMENT ON COLUMN search_queue.article_id IS 'Identity of the article.';

CREATE FUNCTION search_config(language text) RETURNS text
LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
    SELECT CASE lower(split_part(split_part(language, '-', 1), '_', 1))
        WHEN 'ar' THEN 'arabic' WHEN 'ca' THEN 'catalan' WHEN 'da' THEN 'danish' WHEN 'de' THEN 'german'
        WHEN 'el' THEN 'greek' WHEN 'en' THEN 'english' WHEN 'es' THEN 'spanish' WHEN 'eu' THEN 'basque'
        WHEN 'fi' THEN 'finnish' WHEN 'fr' THEN 'french' WHEN 'ga' THEN 'irish' WHEN 'hi' THEN 'hindi'
        WHEN 'hu' THEN 'hungarian' WHEN 'hy' THEN 'armenian' WHEN 'id' THEN 'indonesian' WHEN 'it' THEN 'italian'
        WHEN 'lt' THEN 'lithuanian' WHEN 'nb' THEN 'norwegian' WHEN 'ne' THEN 'nepali' WHEN 'nl' THEN 'dutch'
        WHEN 'nn' THEN 'norwegian' WHEN 'no' THEN 'norwegian' WHEN 'pt' THEN 'portuguese' WHEN 'ro' THEN 'romanian'
        WHEN 'ru' THEN 'russian' WHEN 'sr' THEN 'serbian' WHEN 'sv' THEN 'swedish' WHEN 'ta' THEN 'tamil'
        WHEN 'tr' THEN 'turkish' WHEN 'yi' THEN 'yiddish'
        ELSE 'simple' END
$$;

COMMENT ON FUNCTION search_config(text) IS 'Name of the text search configuration for a language (BCP 47); simple where PostgreSQL has none.';

CREATE FUNCTION index_articles(ids text[]) RETURNS void
LANGUAGE sql SET search_path = ${flyway:defaultSchema}, pg_temp AS $$
    INSERT INTO article_search AS stored (article_id, revision, config, words)
    SELECT a.article_id, a.revision, c.config,
        setweight(to_tsvector(c.config::regconfig, coalesce(a.headline, '')), 'A')
            || setweight(to_tsvector(c.config::regconfig, coalesce(a.standfirst, '')), 'B')
            || setweight(to_tsvector(c.config::regconfig, left(coalesce(a.body, ''), 100000)), 'D')
    FROM article a
    CROSS JOIN LATERAL (
        -- as declared, else as detected
        SELECT search_config(coalesce(a.language,
            (SELECT substr(tag, 10) FROM unnest(a.about) AS tag WHERE tag LIKE 'language:%' LIMIT 1))) AS config
    ) AS c
    WHERE a.article_id = ANY (ids) AND a.state <> 'KILLED'
    ON CONFLICT (article_id) DO UPDATE
    SET revision = excluded.revision, config = excluded.config, words = excluded.words
    WHERE stored.revision < excluded.revision
$$;

COMMENT ON FUNCTION index_articles(text[]) IS 'Makes the words of these articles. For the sink, which holds the lock that keeps kills away meanwhile.';

CREATE FUNCTION search_articles(query text, language text DEFAULT 'en', most integer DEFAULT 50)
RETURNS TABLE (article_id text, headline text, version_created timestamptz, rank real)
LANGUAGE sql STABLE SET search_path = ${flyway:defaultSchema}, pg_temp AS $$
    SELECT a.article_id, a.headline, a.version_created, ts_rank(s.words, q.query)
    FROM websearch_to_tsquery(search_config(language)::regconfig, query) AS q (query)
    JOIN article_search s ON s.words @@ q.query AND s.config = search_config(language)
    JOIN article a ON a.article_id = s.article_id AND a.revision = s.revision
    ORDER BY 4 DESC, 3 DESC NULLS LAST, 1
    LIMIT most
$$;

COMMENT ON FUNCTION search_articles(text, text, integer) IS 'Articles in a language that have the words of a query, best first: SELECT * FROM search_articles(''"river port" flood -strike'', ''en''). The query is as in search engines. Editorial: public_search is for everyone.';

-- With the rights of the owner, because the index behind a view with a security barrier would not be used.
CREATE FUNCTION public_search(query text, language text DEFAULT 'en', most integer DEFAULT 50)
RETURNS TABLE (article_id text, headline text, version_created timestamptz, rank real)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = ${flyway:defaultSchema}, pg_temp AS $$
    SELECT a.article_id, a.headline, a.version_created, ts_rank(s.words, q.query)
    FROM websearch_to_tsquery(search_config(language)::regconfig, query) AS q (query)
    JOIN article_search s ON s.words @@ q.query AND s.config = search_config(language)
    JOIN article a ON a.article_id = s.article_id AND a.revision = s.revision AND a.publishable
    ORDER BY 4 DESC, 3 DESC NULLS LAST, 1
    LIMIT most
$$;

COMMENT ON FUNCTION public_search(text, text, integer) IS 'As search_articles, of what may be published now.';

INSERT INTO search_queue SELECT article_id FROM article WHERE state <> 'KILLED';
