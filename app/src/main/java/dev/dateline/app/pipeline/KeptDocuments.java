package dev.dateline.app.pipeline;

import dev.dateline.app.settings.Settings;
import dev.dateline.model.Topics;
import java.util.function.Consumer;
import java.util.function.Predicate;

/** The documents that the log of record keeps, the last copy of each, as {@link LastRecords} reads them. */
public final class KeptDocuments implements AutoCloseable {
    private final LastRecords last;

    /** Marks where the reading ends. */
    public KeptDocuments(Settings settings) {
        last = new LastRecords(settings, Topics.DOCUMENTS);
    }

    /**
     * Gives each document to {@code documents}: those of a source in the order in which they came, or were last replayed.
     *
     * @param wanted which documents are, by id and headers
     * @return whether all were read; false when {@code course} ended it
     */
    public boolean read(Predicate<KeptDocument> wanted, Consumer<KeptDocument> documents, Course course)
            throws InterruptedException {
        return last.read(
                record -> wanted.test(new KeptDocument(record)),
                record -> documents.accept(new KeptDocument(record)),
                course);
    }

    @Override
    public void close() {
        last.close();
    }
}
