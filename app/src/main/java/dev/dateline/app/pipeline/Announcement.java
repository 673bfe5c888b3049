package dev.dateline.app.pipeline;

import dev.dateline.app.settings.Settings;
import dev.dateline.model.AvroSerdes;
import dev.dateline.model.Topic;
import dev.dateline.model.Topics;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.StringSerializer;

/** Publishes one record and waits until the brokers have it: an operator's word, a rule pack, a model. */
final class Announcement {
    private Announcement() {}

    static <T extends SpecificRecord> void publish(Settings settings, Topic topic, String key, T value)
            throws ExecutionException, InterruptedException {
        Map<String, Object> properties = new HashMap<>(settings.kafka());
        properties.put("acks", "all");
        properties.put("max.block.ms", "10000");
        properties.put("max.request.size", Integer.toString(Topics.MAX_RECORD_BYTES));
        try (Serde<T> serde = AvroSerdes.values(settings.registry());
                KafkaProducer<String, T> producer =
                        new KafkaProducer<>(properties, new StringSerializer(), serde.serializer())) {
            producer.send(new ProducerRecord<>(topic.name(), key, value)).get();
        }
    }
}
