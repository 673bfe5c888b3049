package dev.dateline.app.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dateline.app.pipeline.Drain;
import dev.dateline.app.pipeline.Pipeline;
import dev.dateline.app.settings.Settings;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Waits until a pipeline has stored all that came in. */
final class Drained {
    private static final Duration LIMIT = Duration.ofMinutes(3);

    private Drained() {}

    static void await(Settings settings, Pipeline pipeline) throws Exception {
        CountDownLatch never = new CountDownLatch(1);
        long deadline = System.nanoTime() + LIMIT.toNanos();
        boolean all = new Drain(settings, pipeline)
                .await(
                        state -> {},
                        time -> never.await(time.toMillis(), TimeUnit.MILLISECONDS) || System.nanoTime() > deadline);
        assertThat(all).as("everything is stored within %s", LIMIT).isTrue();
    }
}
