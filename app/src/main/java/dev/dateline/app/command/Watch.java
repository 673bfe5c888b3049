package dev.dateline.app.command;

import dev.dateline.app.pipeline.Course;
import dev.dateline.app.report.Progress;
import dev.dateline.app.report.Terminal;
import java.time.Duration;

/** A progress bar over readings that Ctrl-C ends; quiet when they take less than two seconds. */
final class Watch implements AutoCloseable {
    private static final Duration QUIET = Duration.ofSeconds(2);

    private final Progress progress;
    private final Shutdown shutdown;

    Watch(Terminal terminal, Shutdown shutdown) {
        this.progress = new Progress(terminal.err(), terminal.interactive(), QUIET);
        this.shutdown = shutdown;
    }

    Course course(String doing) {
        return (done, total) -> {
            progress.update(Progress.bar(done, total) + " " + doing);
            return !shutdown.askedWithin(Duration.ZERO);
        };
    }

    /** The same for a reading that has to be whole, whatever is pressed. */
    Course toTheEnd(String doing) {
        return (done, total) -> {
            progress.update(Progress.bar(done, total) + " " + doing);
            return true;
        };
    }

    /** Whether the end was asked for; what was read until then may be a part. */
    boolean stopped() throws InterruptedException {
        return shutdown.askedWithin(Duration.ZERO);
    }

    /** Waits and shows why; true when the end was asked for. */
    boolean endsWithin(Duration time, String doing) throws InterruptedException {
        progress.update(doing);
        return shutdown.askedWithin(time);
    }

    @Override
    public void close() {
        progress.close();
    }
}
