package dev.dateline.sink;

import java.util.ArrayList;
import java.util.Collection;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.connect.sink.SinkRecord;

/** The records of one batch: the values in them, the records without a value, and those that cannot be used. */
final class Decoded<T> {
    /** Reads the value of a record. */
    interface Reader<T> {
        T read(SinkRecord record) throws BadRecordException;
    }

    private final List<T> values;
    private final Map<T, SinkRecord> origins = new IdentityHashMap<>();
    private final List<SinkRecord> empty = new ArrayList<>();
    private final List<BadRecord> bad = new ArrayList<>();

    private Decoded(int size) {
        values = new ArrayList<>(size);
    }

    static <T> Decoded<T> of(Collection<SinkRecord> records, Reader<T> reader) {
        Decoded<T> decoded = new Decoded<>(records.size());
        for (SinkRecord record : records) {
            if (record.value() == null) {
                decoded.empty.add(record);
                continue;
            }
            try {
                T value = reader.read(record);
                decoded.values.add(value);
                decoded.origins.put(value, record);
            } catch (BadRecordException e) {
                decoded.bad.add(new BadRecord(record, e));
            }
        }
        return decoded;
    }

    /** In the order of the records. */
    List<T> values() {
        return values;
    }

    List<SinkRecord> empty() {
        return empty;
    }

    /** What could not be read, and what the store refused. */
    List<BadRecord> bad(List<Refused<T>> refused) {
        for (Refused<T> one : refused) {
            SinkRecord record = origins.get(one.value());
            bad.add(bad(record, "does not fit the store: " + one.reason()));
        }
        return bad;
    }

    static BadRecord bad(SinkRecord record, String reason) {
        return new BadRecord(record, new BadRecordException(RecordDecoder.name(record) + " " + reason, null));
    }
}
