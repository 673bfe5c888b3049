package dev.dateline.sink;

import java.util.Collection;
import java.util.List;
import org.apache.kafka.connect.sink.SinkRecord;

/** Takes records of one topic into a store. */
interface BatchWriter extends AutoCloseable {

    /**
     * Returns when all that can be stored is stored.
     *
     * @return the records that no trying again makes storable
     * @throws StoreUnavailableException if the same records are to be written again later
     * @throws StoreException if somebody has to mend something before they can be written
     */
    List<BadRecord> write(Collection<SinkRecord> records) throws StoreUnavailableException;

    /** Does a little of what was put off. */
    void catchUp() throws StoreUnavailableException;

    @Override
    void close();
}
