package dev.dateline.ingest.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class AgendaTest {
    private final Agenda<String> agenda = new Agenda<>();

    @Test
    void whatIsDueFirstComesFirst() {
        agenda.add("b", "b1", 20);
        agenda.add("a", "a1", 10);
        agenda.add("c", "c1", 5);

        assertThat(agenda.poll(4)).isNull();
        assertThat(agenda.nextAt()).isEqualTo(5);
        assertThat(agenda.poll(30)).isEqualTo("c1");
        assertThat(agenda.poll(30)).isEqualTo("a1");
        assertThat(agenda.poll(30)).isEqualTo("b1");
        assertThat(agenda.poll(30)).isNull();
    }

    @Test
    void aHostHasOneTakenAtATimeAndAPauseAfterIt() {
        agenda.add("a", "a1", 0);
        agenda.add("a", "a2", 0);

        assertThat(agenda.poll(10)).isEqualTo("a1");
        assertThat(agenda.poll(10)).isNull();
        assertThat(agenda.nextAt()).isEqualTo(Agenda.NEVER);
        agenda.release("a", 50);
        assertThat(agenda.poll(49)).isNull();
        assertThat(agenda.poll(50)).isEqualTo("a2");
    }

    @Test
    void whatComesBackEarlierMovesItsHostForward() {
        agenda.add("a", "a1", 100);
        agenda.add("a", "a2", 10);

        assertThat(agenda.poll(10)).isEqualTo("a2");
    }

    @Test
    void nothingIsLostOrTakenTwiceInAnyOrder() {
        Random random = new Random(7);
        Map<String, String> taken = new HashMap<>();
        List<String> seen = new ArrayList<>();
        for (int i = 0; i < 1_000; i++) {
            String host = "host" + random.nextInt(50);
            agenda.add(host, host + " " + i, random.nextInt(5_000));
        }
        for (long now = 0; seen.size() < 1_000 && now < 200_000; now++) {
            for (String next = agenda.poll(now); next != null; next = agenda.poll(now)) {
                String host = next.split(" ")[0];
                assertThat(taken.put(host, next)).isNull();
                seen.add(next);
            }
            if (!taken.isEmpty() && random.nextInt(3) == 0) {
                String host = taken.keySet().iterator().next();
                taken.remove(host);
                agenda.release(host, now + random.nextInt(20));
            }
        }
        assertThat(seen).hasSize(1_000).doesNotHaveDuplicates();
    }
}
