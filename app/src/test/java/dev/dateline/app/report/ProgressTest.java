package dev.dateline.app.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class ProgressTest {
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final PrintStream out = new PrintStream(bytes, true, StandardCharsets.UTF_8);

    @Test
    void onATerminalTheLineIsRewrittenAndRemoved() {
        try (Progress progress = new Progress(out, true)) {
            progress.update("one");
            progress.update("one");
            progress.update("two");
        }

        assertThat(shown()).isEqualTo("\r\u001B[2Kone\r\u001B[2Ktwo\r\u001B[2K");
    }

    @Test
    void workThatIsDoneBeforeItsTimeLeavesNoTrace() {
        try (Progress progress = new Progress(out, true, Duration.ofHours(1))) {
            progress.update("one");
        }

        assertThat(shown()).isEmpty();
    }

    @Test
    void theBarIsFullWhenAllIsDoneOrThereIsNothing() {
        assertThat(Progress.bar(1, 2)).isEqualTo("█".repeat(10) + "░".repeat(10));
        assertThat(Progress.bar(2, 2)).isEqualTo("█".repeat(20));
        assertThat(Progress.bar(0, 0)).isEqualTo("█".repeat(20));
    }

    private String shown() {
        return bytes.toString(StandardCharsets.UTF_8);
    }
}
