-- Where there is no lz4, pglz would compress the texts and tags of rows beyond a page, and take longer over it than the
-- rest of a write: they are kept as they are, in more space.
DO $$
BEGIN
    IF EXISTS (
        SELECT FROM pg_attribute
        WHERE attrelid = 'article'::regclass AND attname = 'body' AND attcompression <> 'l'
    ) THEN
        ALTER TABLE article ALTER COLUMN body SET STORAGE EXTERNAL, ALTER COLUMN tags SET STORAGE EXTERNAL;
    END IF;
END $$;
