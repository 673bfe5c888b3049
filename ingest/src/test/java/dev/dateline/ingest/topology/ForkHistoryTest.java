package dev.dateline.ingest.topology;

import dev.dateline.ingest.fork.Forks;
import dev.dateline.model.StateHistories;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class ForkHistoryTest {
    @Test
    void theCurrentSchemaIsTheNewestOfItsHistoryAndReadsAllEarlierOnes() throws IOException {
        StateHistories.check(Forks.getClassSchema(), ForkMemory.history());
    }
}
