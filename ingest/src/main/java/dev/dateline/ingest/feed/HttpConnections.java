package dev.dateline.ingest.feed;

import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.ManagedHttpClientConnectionFactory;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.core5.http.config.Http1Config;
import org.apache.hc.core5.http.io.SocketConfig;
import org.apache.hc.core5.pool.PoolConcurrencyPolicy;
import org.apache.hc.core5.util.TimeValue;
import org.apache.hc.core5.util.Timeout;

/** The HTTP client without anything it does by itself: redirects, retries, cookies, credentials, expanding of bodies. */
final class HttpConnections {
    private static final int LONGEST_HEADER_LINE = 16 * 1024;
    private static final int MOST_HEADERS = 200;
    /** Hosts are asked in turn; connections are kept for those with many feeds. */
    private static final TimeValue KEPT = TimeValue.ofSeconds(30);

    private HttpConnections() {}

    static CloseableHttpClient open(FetchLimits limits, AddressGuard guard, String userAgent, int most) {
        Timeout silence = Timeout.of(limits.silence());
        Http1Config headers = Http1Config.custom()
                .setMaxLineLength(LONGEST_HEADER_LINE)
                .setMaxHeaderCount(MOST_HEADERS)
                .build();
        return HttpClients.custom()
                .setConnectionManager(PoolingHttpClientConnectionManagerBuilder.create()
                        .setPoolConcurrencyPolicy(PoolConcurrencyPolicy.STRICT)
                        .setDnsResolver(guard)
                        .setConnectionFactory(ManagedHttpClientConnectionFactory.builder()
                                .http1Config(headers)
                                .build())
                        .setDefaultSocketConfig(
                                SocketConfig.custom().setSoTimeout(silence).build())
                        .setDefaultConnectionConfig(ConnectionConfig.custom()
                                .setConnectTimeout(Timeout.of(limits.connect()))
                                .setSocketTimeout(silence)
                                .setTimeToLive(KEPT)
                                // A kept connection may have been closed by the server: looking costs a millisecond.
                                .setValidateAfterInactivity(TimeValue.ZERO_MILLISECONDS)
                                .build())
                        .setMaxConnTotal(most)
                        .setMaxConnPerRoute(most)
                        .build())
                .setDefaultRequestConfig(RequestConfig.custom()
                        .setResponseTimeout(silence)
                        .setConnectionRequestTimeout(Timeout.of(limits.total()))
                        .setProtocolUpgradeEnabled(false)
                        .build())
                .setUserAgent(userAgent)
                // Also forgets hosts that are not asked any more: redirects can name any number of them.
                .evictIdleConnections(KEPT)
                .disableRedirectHandling()
                .disableAutomaticRetries()
                .disableContentCompression()
                .disableCookieManagement()
                .disableAuthCaching()
                .disableDefaultUserAgent()
                .build();
    }
}
