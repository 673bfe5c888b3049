package dev.dateline.bench.chaos;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Passes connections on to a server on loopback, or cuts, stalls or slows them. */
final class Proxy implements AutoCloseable {
    /** What happens to the connections. */
    enum Mode {
        /** Everything passes. */
        OPEN,
        /** None is left or accepted. */
        CUT,
        /** They stay, and nothing passes. */
        STALLED,
        /** At most 16 KB each 50 ms and direction pass: 320 KB/s, and a delay of 50 ms. */
        SLOW
    }

    private static final int CHUNK_BYTES = 16 * 1024;
    private static final long SLOW_MILLIS = 50;
    private static final int CONNECT_MILLIS = 2_000;

    private final ServerSocket listener;
    private final InetSocketAddress server;
    private final Set<Socket> sockets = ConcurrentHashMap.newKeySet();
    private Mode mode = Mode.OPEN;
    private volatile boolean closed;

    private Proxy(ServerSocket listener, InetSocketAddress server) {
        this.listener = listener;
        this.server = server;
    }

    /** Listens on a port of its own and passes on to {@code port}. */
    static Proxy to(int port) throws IOException {
        InetAddress loopback = InetAddress.getByName("127.0.0.1");
        Proxy proxy = new Proxy(new ServerSocket(0, 128, loopback), new InetSocketAddress(loopback, port));
        proxy.thread("accept", proxy::accept);
        return proxy;
    }

    int port() {
        return listener.getLocalPort();
    }

    synchronized void set(Mode wanted) {
        mode = wanted;
        if (wanted == Mode.CUT) {
            sockets.forEach(Proxy::close);
        }
        notifyAll();
    }

    private synchronized Mode mode() {
        return mode;
    }

    private void accept() {
        while (!closed) {
            try {
                Socket client = listener.accept();
                if (mode() == Mode.CUT) {
                    close(client);
                } else {
                    thread("connect", () -> connect(client));
                }
            } catch (IOException e) {
                // Only when closed; a failed accept of one connection is that connection's trouble.
            }
        }
    }

    private void connect(Socket client) {
        Socket upstream = new Socket();
        sockets.add(client);
        sockets.add(upstream);
        try {
            client.setTcpNoDelay(true);
            upstream.setTcpNoDelay(true);
            upstream.connect(server, CONNECT_MILLIS);
        } catch (IOException e) {
            end(client, upstream);
            return;
        }
        if (mode() == Mode.CUT) {
            end(client, upstream);
            return;
        }
        thread("up", () -> pass(client, upstream));
        pass(upstream, client);
    }

    private void pass(Socket from, Socket to) {
        byte[] chunk = new byte[CHUNK_BYTES];
        try (InputStream in = from.getInputStream();
                OutputStream out = to.getOutputStream()) {
            for (int length = in.read(chunk); length >= 0; length = in.read(chunk)) {
                hold();
                out.write(chunk, 0, length);
            }
        } catch (IOException e) {
            // Either end went away, which the other learns below.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            end(from, to);
        }
    }

    private void hold() throws InterruptedException {
        synchronized (this) {
            while (mode == Mode.STALLED && !closed) {
                wait();
            }
            if (mode != Mode.SLOW) {
                return;
            }
        }
        Thread.sleep(SLOW_MILLIS);
    }

    private void end(Socket one, Socket other) {
        for (Socket socket : new Socket[] {one, other}) {
            close(socket);
            sockets.remove(socket);
        }
    }

    private static void close(Socket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            // It is of no more use either way.
        }
    }

    private void thread(String what, Runnable task) {
        Thread thread = new Thread(task, "proxy-" + port() + "-" + what);
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void close() throws IOException {
        closed = true;
        listener.close();
        set(Mode.CUT);
    }
}
