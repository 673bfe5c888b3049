package dev.dateline.enrich.topology;

import dev.dateline.enrich.gate.GateEntry;
import dev.dateline.enrich.gate.SlugEntry;
import dev.dateline.model.StateHistories;
import java.io.IOException;
import java.util.stream.Stream;
import org.apache.avro.Schema;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class StateHistoryTest {
    static Stream<Schema> entries() {
        return Stream.of(GateEntry.getClassSchema(), SlugEntry.getClassSchema());
    }

    @ParameterizedTest
    @MethodSource("entries")
    void theCurrentSchemaIsTheNewestOfItsHistoryAndReadsAllEarlierOnes(Schema entry) throws IOException {
        StateHistories.check(entry, StateSerdes.history(entry));
    }
}
