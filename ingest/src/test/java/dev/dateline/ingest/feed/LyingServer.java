package dev.dateline.ingest.feed;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.GZIPOutputStream;

/** A server on bare sockets that says whatever a test has it say. */
final class LyingServer implements AutoCloseable {
    /** What was asked; header names in lower case. */
    record Request(String path, Map<String, String> headers) {
        boolean isConditional() {
            return headers.containsKey("if-none-match") || headers.containsKey("if-modified-since");
        }
    }

    /** Writes an answer, or whatever else. */
    interface Answer {
        void to(Request request, OutputStream out) throws IOException;
    }

    private final ServerSocket socket;
    private final ExecutorService threads = Executors.newCachedThreadPool(task -> {
        Thread thread = new Thread(task, "lying-server");
        thread.setDaemon(true);
        return thread;
    });
    private final Map<String, Answer> answers = new ConcurrentHashMap<>();
    private final List<Request> requests = new CopyOnWriteArrayList<>();

    LyingServer() {
        try {
            socket = new ServerSocket(0, 500); // at every address of this machine, so that it is many hosts
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        answer("/robots.txt", status(404, ""));
        threads.execute(this::accept);
    }

    int port() {
        return socket.getLocalPort();
    }

    /** Its address as a setting that allows it. */
    String hostAndPort() {
        return "127.0.0.1:" + port();
    }

    String url(String path) {
        return "http://" + hostAndPort() + path;
    }

    LyingServer answer(String path, Answer answer) {
        answers.put(path, answer);
        return this;
    }

    /** Requests for a path so far. */
    List<Request> requests(String path) {
        return requests.stream().filter(request -> request.path().equals(path)).toList();
    }

    static Answer ok(String body, String... headers) {
        return ok(body.getBytes(StandardCharsets.UTF_8), headers);
    }

    static Answer ok(byte[] body, String... headers) {
        return (request, out) -> {
            out.write(head(200, body.length, headers));
            out.write(body);
        };
    }

    static Answer status(int status, String body, String... headers) {
        return (request, out) -> {
            out.write(head(status, body.length(), headers));
            out.write(body.getBytes(StandardCharsets.UTF_8));
        };
    }

    static Answer redirect(int status, String location) {
        return status(status, "", "Location: " + location);
    }

    static byte[] head(int status, long length, String... headers) {
        StringBuilder head = new StringBuilder("HTTP/1.1 " + status + " As Told\r\nConnection: close\r\n");
        if (length >= 0) {
            head.append("Content-Length: ").append(length).append("\r\n");
        }
        for (String header : headers) {
            head.append(header).append("\r\n");
        }
        return head.append("\r\n").toString().getBytes(StandardCharsets.UTF_8);
    }

    static byte[] gzip(byte[] bytes) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (OutputStream gzip = new GZIPOutputStream(out)) {
            gzip.write(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    static byte[] deflate(byte[] bytes, boolean bare) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (OutputStream deflate = new DeflaterOutputStream(out, new java.util.zip.Deflater(6, bare))) {
            deflate.write(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    /** What a slow server does. */
    static void pause(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void accept() {
        while (!socket.isClosed()) {
            try {
                Socket connection = socket.accept();
                threads.execute(() -> serve(connection));
            } catch (IOException e) {
                return;
            }
        }
    }

    private void serve(Socket connection) {
        try (connection) {
            InputStream in = new BufferedInputStream(connection.getInputStream());
            String first = line(in);
            if (first.isEmpty()) {
                return;
            }
            Map<String, String> headers = new TreeMap<>();
            for (String line = line(in); !line.isEmpty(); line = line(in)) {
                int colon = line.indexOf(':');
                headers.put(
                        line.substring(0, colon).toLowerCase(Locale.ROOT),
                        line.substring(colon + 1).strip());
            }
            Request request = new Request(first.split(" ")[1], headers);
            requests.add(request);
            answers.getOrDefault(request.path(), status(404, "")).to(request, connection.getOutputStream());
            connection.getOutputStream().flush();
        } catch (IOException e) {
            // the other side has had enough
        }
    }

    private static String line(InputStream in) throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        for (int b = in.read(); b >= 0 && b != '\n'; b = in.read()) {
            if (b != '\r') {
                line.write(b);
            }
        }
        return line.toString(StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        threads.shutdownNow();
    }
}
