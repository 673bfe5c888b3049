package dev.dateline.sink;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

class PatienceTest {
    private final Logger logger = (Logger) LoggerFactory.getLogger(Patience.class);
    private final ListAppender<ILoggingEvent> log = new ListAppender<>();
    private final Patience patience = new Patience(new Backoff(10, 40));

    @BeforeEach
    void listen() {
        log.start();
        logger.addAppender(log);
        logger.setLevel(ch.qos.logback.classic.Level.INFO);
    }

    @AfterEach
    void stop() {
        logger.detachAppender(log);
    }

    @Test
    void aReasonIsSaidAtOnceAndThenNowAndThen() {
        for (int i = 0; i < 41; i++) {
            patience.failed("9 records wait", "no password");
        }
        assertThat(lines())
                .hasSize(3)
                .first()
                .isEqualTo("9 records wait, next attempt in 10 ms and so on until it works: no password");
    }

    @Test
    void anotherReasonIsSaidAtOnce() {
        patience.failed("9 records wait", "no password");
        patience.failed("9 records wait", "no password");
        patience.failed("9 records wait", "disk full");

        assertThat(lines()).hasSize(2).last().asString().endsWith("disk full");
    }

    @Test
    void theEndIsSaidAndTheNextWaitIsTheFirstAgain() {
        patience.succeeded();
        patience.failed("9 records wait", "no password");
        patience.failed("9 records wait", "no password");
        patience.succeeded();
        patience.succeeded();

        assertThat(lines()).hasSize(2).last().isEqualTo("goes on after 2 failed attempts");
        assertThat(patience.failed("9 records wait", "no password")).isEqualTo(10);
        assertThat(lines()).hasSize(3);
    }

    private List<String> lines() {
        return log.list.stream().map(ILoggingEvent::getFormattedMessage).toList();
    }
}
