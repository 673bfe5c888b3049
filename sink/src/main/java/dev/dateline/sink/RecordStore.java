package dev.dateline.sink;

import java.util.Collection;
import java.util.List;

/**
 * Keeps values of one topic somewhere. What every store guarantees:
 *
 * <ul>
 *   <li><b>Writing again is harmless.</b> Any batch may be written any number of times, whole or in parts, also after a
 *       write that failed half-way.
 *   <li><b>Nothing is lost in silence.</b> When {@code write} returns, each value of the batch is durably stored, is
 *       outdated by what is stored, or is named in the answer with the reason why it cannot be stored.
 * </ul>
 *
 * A store is used by one thread at a time.
 */
public interface RecordStore<T> extends AutoCloseable {

    /**
     * Writes a batch and returns when it is durable.
     *
     * @return the values that cannot be stored, the very objects of the batch; empty when all went well
     * @throws StoreUnavailableException if the store cannot be reached or is too busy; part of the batch may have been
     *     stored, and the whole batch is to be written again later
     * @throws StoreException if the store refuses for a reason that time does not mend; as before, the whole batch is to
     *     be written again once somebody has
     */
    List<Refused<T>> write(Collection<T> batch) throws StoreUnavailableException;

    /**
     * Does a little of what was put off while writing, for some tenths of a second at most. Called after every batch, and
     * now and then when there is none.
     *
     * @throws StoreUnavailableException as {@code write}
     */
    default void catchUp() throws StoreUnavailableException {}

    /** Releases connections. What has been written stays. */
    @Override
    void close();
}
