package dev.dateline.bench.chaos;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A Java program on this process's class path, in a process of its own; its output goes to a log. */
final class JavaProcess implements Part {
    private static final int STOP_SECONDS = 40;

    private final String name;
    private final List<String> command;
    private final File log;
    private Process process;
    private boolean wanted;
    private boolean over;

    /**
     * Does not start it yet.
     *
     * @param heap the most that it may take, as in -Xmx
     * @param logs directory of its log
     */
    JavaProcess(String name, String heap, Path logs, String mainClass, List<String> arguments) throws IOException {
        this.name = name;
        this.log = Files.createDirectories(logs).resolve(name + ".log").toFile();
        List<String> line = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx" + heap,
                "-XX:+ExitOnOutOfMemoryError",
                "-Dfile.encoding=UTF-8",
                "-Dlogback.configurationFile=logging/service.xml",
                "-cp",
                System.getProperty("java.class.path"),
                mainClass));
        line.addAll(arguments);
        this.command = List.copyOf(line);
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public synchronized void start() throws IOException {
        if (over) {
            return;
        }
        wanted = true;
        if (process == null || !process.isAlive()) {
            process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(log))
                    .start();
        }
    }

    @Override
    public synchronized void kill() {
        wanted = false;
        if (process != null) {
            process.destroyForcibly();
            await(STOP_SECONDS);
        }
    }

    @Override
    public synchronized void end() {
        over = true;
        kill();
    }

    @Override
    public synchronized void stop() {
        wanted = false;
        if (process != null) {
            process.destroy();
            if (!await(STOP_SECONDS)) {
                kill();
            }
        }
    }

    private boolean await(int seconds) {
        try {
            return process.waitFor(seconds, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    @Override
    public synchronized void pause() throws IOException {
        Signals.send("STOP", process.pid());
    }

    @Override
    public synchronized void resume() throws IOException {
        if (process.isAlive()) {
            Signals.send("CONT", process.pid());
        }
    }

    @Override
    public synchronized boolean hasEnded() {
        return wanted && !process.isAlive();
    }
}
