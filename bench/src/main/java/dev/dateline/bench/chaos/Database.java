package dev.dateline.bench.chaos;

import dev.dateline.app.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The PostgreSQL server: processes of its own, always on the same port. */
final class Database implements Part {
    private static final int END_SECONDS = 30;

    private final Path directory;
    private final int port;
    private EmbeddedPostgres server;
    private boolean over;

    Database(Path directory, int port) {
        this.directory = directory;
        this.port = port;
    }

    @Override
    public String name() {
        return Schedule.POSTGRES;
    }

    @Override
    public synchronized void start() throws IOException {
        if (server != null || over) {
            return;
        }
        try {
            EmbeddedPostgres started = EmbeddedPostgres.start(directory, port);
            if (started.port() != port) {
                started.close();
                throw new IOException("port " + port + " of PostgreSQL was taken by another process: run again");
            }
            server = started;
        } catch (SQLException e) {
            throw new IOException("PostgreSQL did not start: " + e.getMessage(), e);
        }
    }

    /** The server and, so that their memory and port are free again, the processes of its connections. */
    @Override
    public synchronized void kill() throws IOException {
        if (server == null) {
            return;
        }
        List<String> pid = Files.readAllLines(directory.resolve("data/postmaster.pid"), StandardCharsets.UTF_8);
        ProcessHandle postmaster =
                ProcessHandle.of(Long.parseLong(pid.get(0).strip())).orElse(null);
        if (postmaster != null) {
            List<ProcessHandle> children = postmaster.descendants().toList();
            postmaster.destroyForcibly();
            children.forEach(ProcessHandle::destroyForcibly);
            awaitEnd(postmaster);
            for (ProcessHandle child : children) {
                awaitEnd(child);
            }
        }
        server.close(); // there is nothing left to stop, but the library holds a lock on the directory
        server = null;
    }

    private static void awaitEnd(ProcessHandle process) throws IOException {
        try {
            process.onExit().get(END_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (java.util.concurrent.ExecutionException | java.util.concurrent.TimeoutException e) {
            throw new IOException("process " + process.pid() + " of PostgreSQL does not end", e);
        }
    }

    @Override
    public synchronized void end() throws IOException {
        over = true;
        kill();
    }

    @Override
    public synchronized void stop() throws IOException {
        if (server != null) {
            server.close();
            server = null;
        }
    }

    @Override
    public void pause() {
        throw new UnsupportedOperationException("PostgreSQL is many processes; its connections can be stalled");
    }

    @Override
    public void resume() {
        throw new UnsupportedOperationException("PostgreSQL is never paused");
    }

    /** It ends only when it is killed or stopped here. */
    @Override
    public boolean hasEnded() {
        return false;
    }

    int port() {
        return port;
    }
}
