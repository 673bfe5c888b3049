package dev.dateline.sink;

import dev.dateline.model.EnrichedArticle;
import java.util.Collection;
import java.util.List;

/**
 * Keeps the current state of each article somewhere. What every store guarantees:
 *
 * <ul>
 *   <li><b>Revisions decide, and nothing else.</b> A write takes effect only if its revision is greater than the one
 *       stored under the same article id; otherwise nothing of the stored state changes. A batch may hold several
 *       revisions of one article in any order: the greatest remains.
 *   <li><b>Writing again is harmless.</b> Any batch may be written any number of times, whole or in parts, also after a
 *       write that failed half-way.
 *   <li><b>A killed article has no text.</b> Whatever the record still carries, a state of KILLED leaves its identity,
 *       revision, dates and provenance, no text and no tags, and it is not publishable.
 *   <li><b>Nothing is lost in silence.</b> When {@code write} returns, each article of the batch is durably stored,
 *       is outdated by a stored revision, or is named in the answer with the reason why it cannot be stored.
 * </ul>
 *
 * A store is used by one thread at a time.
 */
public interface ArticleStore extends AutoCloseable {

    /** An article that this store can never take, and why, in one line that names the cause and no text of the article. */
    record Refused(EnrichedArticle article, String reason) {}

    /**
     * Writes a batch and returns when it is durable.
     *
     * @return the articles that cannot be stored, the very objects of the batch; empty when all went well
     * @throws StoreUnavailableException if the store cannot be reached or is too busy; part of the batch may have been
     *     stored, and the whole batch is to be written again later
     * @throws StoreException if the store refuses for a reason that trying again does not mend
     */
    List<Refused> write(Collection<EnrichedArticle> batch) throws StoreUnavailableException;

    /** Releases connections. What has been written stays. */
    @Override
    void close();
}
