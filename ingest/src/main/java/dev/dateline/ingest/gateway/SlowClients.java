package dev.dateline.ingest.gateway;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.io.Connection;
import org.eclipse.jetty.util.thread.Scheduler;

/**
 * Closes connections on which a request's headers do not get on: with a byte now and then they would be kept open for ever,
 * since they are never idle.
 */
final class SlowClients implements Connection.Listener {
    private final Scheduler scheduler;
    private final Duration limit;

    /** @param limit how long the headers of a request may take; they are given up after twice this at the latest */
    SlowClients(Scheduler scheduler, Duration limit) {
        this.scheduler = scheduler;
        this.limit = limit;
    }

    @Override
    public void onOpened(Connection connection) {
        lookLater(connection, 0, 0);
    }

    private void lookLater(Connection connection, long requests, long bytes) {
        scheduler.schedule(() -> look(connection, requests, bytes), limit.toMillis(), TimeUnit.MILLISECONDS);
    }

    private void look(Connection connection, long requests, long bytes) {
        if (!connection.getEndPoint().isOpen()) {
            return;
        }
        long requestsNow = connection.getMessagesIn();
        long bytesNow = connection.getBytesIn();
        boolean between = requestsNow == connection.getMessagesOut();
        boolean trickles = between && requestsNow == requests && bytesNow > bytes;
        boolean neverBegan = between && requestsNow == 0;
        if (trickles || neverBegan) {
            connection.close();
        } else {
            lookLater(connection, requestsNow, bytesNow);
        }
    }
}
