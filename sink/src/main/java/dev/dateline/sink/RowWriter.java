package dev.dateline.sink;

import java.util.Collection;
import java.util.List;
import org.apache.kafka.connect.sink.SinkRecord;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Takes records into a store that wants nothing but their values. */
final class RowWriter<T> implements BatchWriter {
    private static final Logger log = LoggerFactory.getLogger(RowWriter.class);

    private final RecordStore<T> store;
    private final RecordDecoder<?> decoder;
    private final Decoded.Reader<T> reader;

    /** @param decoder what {@code reader} reads with; closed with the writer */
    RowWriter(RecordStore<T> store, RecordDecoder<?> decoder, Decoded.Reader<T> reader) {
        this.store = store;
        this.decoder = decoder;
        this.reader = reader;
    }

    @Override
    public List<BadRecord> write(Collection<SinkRecord> records) throws StoreUnavailableException {
        Decoded<T> decoded = Decoded.of(records, reader);
        if (!decoded.empty().isEmpty()) {
            log.info("ignored {} records without a value", decoded.empty().size());
        }
        return decoded.bad(store.write(decoded.values()));
    }

    @Override
    public void catchUp() throws StoreUnavailableException {
        store.catchUp();
    }

    @Override
    public void close() {
        store.close();
        decoder.close();
    }
}
