-- Quotes of the current state of each article, one row each. They come and go with the article's revision, in the same
-- transaction; a killed article has none. The key begins with the article, so what a revision replaces is found by it.
CREATE TABLE quotes (
    article_id text NOT NULL REFERENCES article ON DELETE CASCADE,
    position integer NOT NULL CHECK (position >= 0),
    field text NOT NULL,
    start_at integer NOT NULL,
    end_at integer NOT NULL CHECK (end_at > start_at),
    text text NOT NULL,
    speaker_scheme text,
    speaker_code text,
    speaker_name text,
    speaker jsonb,
    cue jsonb,
    score double precision NOT NULL,
    method text NOT NULL,
    PRIMARY KEY (article_id, position)
);

CREATE INDEX quotes_speaker ON quotes (speaker_code, speaker_scheme) WHERE speaker_code IS NOT NULL;

COMMENT ON TABLE quotes IS 'What people and organisations say in each article, embargoed and withheld ones included. Editorial: public_quotes is for everyone.';
COMMENT ON COLUMN quotes.article_id IS 'Identity of the article.';
COMMENT ON COLUMN quotes.position IS 'Position among the quotes of the article, from 0, in reading order.';
COMMENT ON COLUMN quotes.field IS 'Field of the article: headline, standfirst, body[n] (paragraph n from 0), media[n].caption.';
COMMENT ON COLUMN quotes.start_at IS 'First character within the marks, 0-based, in UTF-16 code units of the field.';
COMMENT ON COLUMN quotes.end_at IS 'One past the last character within the marks.';
COMMENT ON COLUMN quotes.text IS 'The words from start_at on, at most 500 UTF-16 code units of them.';
COMMENT ON COLUMN quotes.speaker_scheme IS 'person or organisation; null when the article does not clearly say who speaks.';
COMMENT ON COLUMN quotes.speaker_code IS 'Code of the speaker''s tag, which is one of the article''s tags.';
COMMENT ON COLUMN quotes.speaker_name IS 'Name of that tag.';
COMMENT ON COLUMN quotes.speaker IS 'Where the speaker is named: {field, start, end, text}.';
COMMENT ON COLUMN quotes.cue IS 'The words that make it speech: {field, start, end, text}.';
COMMENT ON COLUMN quotes.score IS '0 to 1, that the speaker is right; 0 without one.';
COMMENT ON COLUMN quotes.method IS 'How the speaker was found: named, office, pronoun, continued, none.';

-- security_barrier: a function in a reader's query must not see rows that the view leaves out.
CREATE VIEW public_quotes WITH (security_barrier = true) AS
SELECT
    q.article_id, q.position, q.field, q.start_at, q.end_at, q.text, q.speaker_scheme, q.speaker_code, q.speaker_name,
    q.speaker, q.cue, q.score, q.method
FROM quotes q
JOIN article a USING (article_id)
WHERE a.publishable;

COMMENT ON VIEW public_quotes IS 'Quotes of what may be published now.';
