package dev.dateline.bench.chaos;

import java.io.IOException;

/** Signals that Java cannot send itself. */
final class Signals {
    private Signals() {}

    /** @param signal its name without SIG */
    static void send(String signal, long pid) throws IOException {
        Process kill = new ProcessBuilder("kill", "-" + signal, Long.toString(pid))
                .redirectErrorStream(true)
                .start();
        try {
            if (kill.waitFor() != 0) {
                throw new IOException("cannot send SIG" + signal + " to process " + pid + ": "
                        + new String(kill.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8)
                                .strip());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while sending SIG" + signal + " to process " + pid, e);
        }
    }
}
