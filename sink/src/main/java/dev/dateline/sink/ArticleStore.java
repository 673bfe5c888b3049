package dev.dateline.sink;

import dev.dateline.model.EnrichedArticle;
import java.util.Collection;
import java.util.Set;

/**
 * Keeps the current state of each article somewhere. What every such store guarantees beside what {@link RecordStore}
 * says:
 *
 * <ul>
 *   <li><b>Revisions decide, and nothing else.</b> A write takes effect only if its revision is greater than the one
 *       stored under the same article id; otherwise nothing of the stored state changes. A batch may hold several
 *       revisions of one article in any order: the greatest remains.
 *   <li><b>A killed article has no text.</b> Whatever the record still carries, a state of KILLED leaves its identity,
 *       revision, dates and provenance, no text and no tags, and it is not publishable.
 *   <li><b>Erased is erased.</b> Nothing is left of an erased article but the memory of its id, and no revision of it is
 *       taken again, whether it was written before or after: a replay ends, and begins, without it.
 * </ul>
 */
public interface ArticleStore extends RecordStore<EnrichedArticle> {

    /**
     * Removes all that the store has of these articles, and returns when that is durable.
     *
     * @throws StoreUnavailableException as {@code write}
     */
    void erase(Collection<String> articleIds) throws StoreUnavailableException;

    /**
     * Which of these articles are killed here, and so have no text here.
     *
     * @throws StoreUnavailableException as {@code write}
     */
    Set<String> killed(Collection<String> articleIds) throws StoreUnavailableException;
}
