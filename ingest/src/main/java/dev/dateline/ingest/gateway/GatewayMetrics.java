package dev.dateline.ingest.gateway;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.binder.kafka.KafkaClientMetrics;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.time.Duration;
import java.util.List;
import org.apache.kafka.clients.producer.Producer;

/** What the gateway counts, in the text format of Prometheus. */
final class GatewayMetrics implements AutoCloseable {
    static final String TYPE = "text/plain; version=0.0.4; charset=utf-8";

    private static final Duration[] BOUNDS = {
        Duration.ofMillis(5),
        Duration.ofMillis(10),
        Duration.ofMillis(25),
        Duration.ofMillis(50),
        Duration.ofMillis(100),
        Duration.ofMillis(250),
        Duration.ofMillis(500),
        Duration.ofSeconds(1),
        Duration.ofMillis(2_500),
        Duration.ofSeconds(5),
        Duration.ofSeconds(10),
        Duration.ofSeconds(30)
    };

    private final PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    private final KafkaClientMetrics kafka;

    GatewayMetrics(InFlight inFlight, Producer<?, ?> producer) {
        Gauge.builder("dateline.gateway.inflight", inFlight, InFlight::bytes)
                .baseUnit("bytes")
                .description("Bytes of requests that are not answered yet, as sent and as expanded.")
                .register(registry);
        kafka = new KafkaClientMetrics(producer);
        kafka.bindTo(registry);
    }

    void documents(String provider, List<Outcome> outcomes) {
        for (Outcome outcome : outcomes) {
            Counter.builder("dateline.gateway.documents")
                    .description("Documents pushed, by provider and by what became of them.")
                    .tag("provider", provider)
                    .tag("outcome", outcome.label())
                    .register(registry)
                    .increment();
        }
    }

    /** A request that was answered. */
    void request(int status, Duration time) {
        Timer.builder("dateline.gateway.request")
                .description("From the first byte of a request to its answer.")
                .tag("status", Integer.toString(status))
                .serviceLevelObjectives(BOUNDS)
                .register(registry)
                .record(time);
    }

    String text() {
        return registry.scrape();
    }

    @Override
    public void close() {
        kafka.close();
        registry.close();
    }
}
