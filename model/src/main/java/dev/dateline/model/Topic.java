package dev.dateline.model;

import java.util.Map;
import org.apache.avro.Schema;

/**
 * One topic of the contract: its name, what its values are and how the broker keeps it.
 *
 * @param name topic name; lower case, dots and hyphens, no underscores
 * @param schema Avro schema of the value, or null when the value is the bytes as received
 * @param access who may read it
 * @param partitioning how many partitions it gets
 * @param config broker settings of the topic, by Kafka's own names
 */
public record Topic(String name, Schema schema, Access access, Partitioning partitioning, Map<String, String> config) {

    /** Who may read a topic. */
    public enum Access {
        /** Holds bytes or notes that must not leave the pipeline. */
        RESTRICTED,
        /** Holds articles that may not be published yet. */
        EDITORIAL,
        /** Holds only what may be published now. */
        PUBLIC
    }

    /** How many partitions a topic gets. */
    public enum Partitioning {
        /** The one number chosen for all topics keyed by article or document. */
        CHOSEN,
        /** One, where order matters more than throughput. */
        SINGLE
    }

    public Topic {
        config = Map.copyOf(config);
    }

    /**
     * The schema as it is registered: that of the generated class without {@code avro.java.string}, which would tell
     * other languages about our choice of string class. Null when the topic has no schema.
     */
    public Schema publishedSchema() {
        return schema == null
                ? null
                : new Schema.Parser().parse(schema.toString().replace(",\"avro.java.string\":\"String\"", ""));
    }

    /** The registry subject of the value (TopicNameStrategy). */
    public String subject() {
        return name + "-value";
    }
}
