package dev.dateline.bench;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.LongAdder;

/**
 * Feeds of a made-up web: each has twenty items and gets a new one every so often, at a time of its own; servers heed
 * conditional requests. A feed's number is its path, and its host an address of the loopback network.
 */
final class FeedServer implements AutoCloseable {
    static final int ITEMS = 20;

    private static final int THREADS = 4;
    private static final String TEXT = "The government said on Tuesday that the budget would be voted on. ".repeat(8);

    final LongAdder requests = new LongAdder();
    private final HttpServer server;
    private final ExecutorService threads = Executors.newFixedThreadPool(THREADS);
    private final long everyMillis;
    private final long start = System.nanoTime();

    /** @param everyMillis time between two new items of a feed */
    FeedServer(long everyMillis) throws IOException {
        this.everyMillis = everyMillis;
        this.server = HttpServer.create(new InetSocketAddress(InetAddress.getByName("0.0.0.0"), 0), 1_000);
        server.setExecutor(threads);
        server.createContext("/robots.txt", exchange -> {
            exchange.sendResponseHeaders(404, -1);
            exchange.close();
        });
        server.createContext("/feed/", this::feed);
        server.start();
    }

    String url(int feed, int hosts) {
        int host = feed % hosts;
        return "http://127.1." + host / 250 + "." + (host % 250 + 1) + ":"
                + server.getAddress().getPort() + "/feed/" + feed;
    }

    /** Items that a feed has had by now. */
    long items(int feed) {
        long millis = (System.nanoTime() - start) / 1_000_000 + (long) feed * 7_919 % everyMillis;
        return ITEMS + millis / everyMillis;
    }

    private void feed(HttpExchange exchange) throws IOException {
        requests.increment();
        int feed = Integer.parseInt(exchange.getRequestURI().getPath().substring("/feed/".length()));
        long newest = items(feed);
        String etag = "\"" + newest + "\"";
        exchange.getResponseHeaders().set("ETag", etag);
        if (etag.equals(exchange.getRequestHeaders().getFirst("If-None-Match"))) {
            exchange.sendResponseHeaders(304, -1);
        } else {
            byte[] body = body(feed, newest).getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "application/rss+xml");
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
        }
        exchange.close();
    }

    private static String body(int feed, long newest) {
        StringBuilder body = new StringBuilder("<?xml version=\"1.0\"?><rss version=\"2.0\"><channel><title>Feed ")
                .append(feed)
                .append("</title><link>https://example.org/</link>");
        for (long item = newest; item > newest - ITEMS; item--) {
            body.append("<item><guid isPermaLink=\"false\">")
                    .append(item)
                    .append("</guid><title>Headline ")
                    .append(item)
                    .append("</title><description>")
                    .append(TEXT)
                    .append("</description></item>");
        }
        return body.append("</channel></rss>").toString();
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
