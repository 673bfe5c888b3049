package dev.dateline.enrich.holds;

import dev.dateline.model.Article;
import dev.dateline.model.SchemaHistory;
import dev.dateline.model.Topics;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import org.apache.avro.message.BinaryMessageDecoder;
import org.apache.avro.message.SchemaStore;

/** Articles inside of state, with the name of their schema in front, so that a later release reads them. */
final class Encoded {
    private static final BinaryMessageDecoder<Article> DECODER = decoder();

    private Encoded() {}

    static ByteBuffer of(Article article) {
        try {
            return Article.getEncoder().encode(article);
        } catch (IOException e) {
            throw new UncheckedIOException("an article in memory cannot fail to be encoded", e);
        }
    }

    static Article article(ByteBuffer bytes) {
        try {
            return DECODER.decode(bytes.duplicate());
        } catch (IOException e) {
            throw new UncheckedIOException("the kill in the state was written by a later release", e);
        }
    }

    private static BinaryMessageDecoder<Article> decoder() {
        SchemaStore.Cache older = new SchemaStore.Cache();
        SchemaHistory.of(Topics.ARTICLES).forEach(older::addSchema);
        return Article.createDecoder(older);
    }
}
