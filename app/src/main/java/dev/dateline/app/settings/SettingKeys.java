package dev.dateline.app.settings;

import static org.apache.kafka.common.config.ConfigDef.Importance.HIGH;
import static org.apache.kafka.common.config.ConfigDef.Importance.LOW;
import static org.apache.kafka.common.config.ConfigDef.Importance.MEDIUM;
import static org.apache.kafka.common.config.ConfigDef.Range.between;
import static org.apache.kafka.common.config.ConfigDef.Type.BOOLEAN;
import static org.apache.kafka.common.config.ConfigDef.Type.INT;
import static org.apache.kafka.common.config.ConfigDef.Type.LIST;
import static org.apache.kafka.common.config.ConfigDef.Type.LONG;
import static org.apache.kafka.common.config.ConfigDef.Type.PASSWORD;
import static org.apache.kafka.common.config.ConfigDef.Type.STRING;

import java.util.List;
import org.apache.kafka.common.config.ConfigDef;

/** The keys, declared once; docs/configuration.md is generated from here. */
public final class SettingKeys {
    static final String DATA_DIR = "data.dir";
    static final String BOOTSTRAP_SERVERS = "kafka.bootstrap.servers";
    static final String REGISTRY_URL = "schema.registry.url";
    static final String PARTITIONS = "topics.partitions";
    static final String REPLICATION = "topics.replication.factor";
    static final String CONNECT_LISTENER = "connect.listener";
    static final String STREAMS_THREADS = "streams.threads";
    static final String STREAMS_STANDBYS = "streams.standby.replicas";
    static final String POSTGRES_URL = "postgres.url";
    static final String POSTGRES_USER = "postgres.user";
    static final String POSTGRES_PASSWORD = "postgres.password";
    static final String POSTGRES_PASSWORD_FILE = "postgres.password.file";
    static final String POSTGRES_HISTORY = "postgres.history";
    static final String POSTGRES_SEARCH = "postgres.search";
    static final String POSTGRES_EVENT_DAYS = "postgres.events.retention.days";
    static final String POSTGRES_TASKS = "postgres.tasks";
    static final String DIALECTS_DIR = "dialects.dir";
    static final String GATEWAY_LISTENER = "gateway.listener";
    static final String GATEWAY_TOKENS = "gateway.tokens.file";
    static final String GATEWAY_SOURCE = "gateway.source";
    static final String GATEWAY_KEYSTORE = "gateway.tls.keystore.file";
    static final String GATEWAY_KEYSTORE_PASSWORD = "gateway.tls.keystore.password.file";
    static final String GATEWAY_REQUEST_BYTES = "gateway.request.bytes";
    static final String GATEWAY_INFLIGHT_BYTES = "gateway.inflight.bytes";
    static final String GATEWAY_ACKNOWLEDGEMENT = "gateway.acknowledgement.ms";
    static final String GATEWAY_REQUEST_TIME = "gateway.request.timeout.ms";
    /** Named by the commands that take a model as an option of their own. */
    public static final String TOPIC_MODEL = "enrich.topic.model";

    private static final int MIB = 1 << 20;

    /** Families of keys whose rest is free: a name, or a setting of the library behind it. */
    static final List<Family> FAMILIES = List.of(
            new Family(
                    "kafka.",
                    "Passed to every Kafka client without the prefix, for example `kafka.security.protocol`."),
            new Family(
                    "schema.registry.",
                    "Passed to the registry client as it is, for example `schema.registry.basic.auth.user.info`."),
            new Family(
                    "source.",
                    "`source.NAME.directory` and `source.NAME.provider` declare a directory to watch; any other setting of"
                            + " DirectorySourceConnector may follow, for example `source.NAME.settle.ms`."
                            + " `source.NAME.feeds` or `source.NAME.feeds.file` declare feeds to poll, with any setting of"
                            + " FeedSourceConnector, and `source.NAME.tasks.max` (1 by default) over how many tasks they"
                            + " are spread."));

    static final ConfigDef DEFINITION = new ConfigDef()
            .define(BOOTSTRAP_SERVERS, STRING, "localhost:9092", HIGH, "Kafka brokers, host:port, comma separated.")
            .define(REGISTRY_URL, STRING, "http://localhost:8081", HIGH, "Schema registry that speaks Confluent's API.")
            .define(
                    POSTGRES_URL,
                    STRING,
                    "jdbc:postgresql://localhost:5432/dateline",
                    HIGH,
                    "JDBC address of the PostgreSQL database.")
            .define(POSTGRES_USER, STRING, "dateline", HIGH, "User that owns the tables in the schema `dateline`.")
            .define(POSTGRES_PASSWORD, PASSWORD, "", HIGH, "Password; never printed. Prefer the file.")
            .define(POSTGRES_PASSWORD_FILE, STRING, "", HIGH, "File that holds the password on its first line.")
            .define(
                    DATA_DIR,
                    STRING,
                    "data",
                    MEDIUM,
                    "Where `run` keeps Kafka, registry, PostgreSQL, state and logs, and `start` keeps Streams state.")
            .define(
                    PARTITIONS,
                    INT,
                    6,
                    between(1, 1000),
                    MEDIUM,
                    "Partitions of every topic keyed by article or document, 1 to 1000. Chosen once: `topics apply`"
                            + " refuses to change it.")
            .define(REPLICATION, INT, 1, between(1, 10), MEDIUM, "Copies of every topic, 1 to 10; 3 in a cluster.")
            .define(
                    CONNECT_LISTENER,
                    STRING,
                    "http://127.0.0.1:8083",
                    MEDIUM,
                    "Where the Connect worker answers its REST API. It has no authentication: keep it on loopback or"
                            + " behind a proxy.")
            .define(STREAMS_THREADS, INT, 1, between(1, 64), MEDIUM, "Threads of each Streams application, 1 to 64.")
            .define(
                    STREAMS_STANDBYS,
                    INT,
                    0,
                    between(0, 5),
                    LOW,
                    "Warm copies of the state of the enrich application, 0 to 5; 1 in a cluster.")
            .define(
                    POSTGRES_HISTORY,
                    LIST,
                    "versions,events",
                    ConfigDef.ValidList.in("versions", "events"),
                    MEDIUM,
                    "What PostgreSQL keeps beside the current state of each article: versions (every version as parsed),"
                            + " events (what became of each document and version), both, or nothing when empty.")
            .define(
                    POSTGRES_SEARCH,
                    BOOLEAN,
                    true,
                    LOW,
                    "Whether articles are indexed for full-text search, in the moments in which there is little to write.")
            .define(
                    POSTGRES_EVENT_DAYS,
                    INT,
                    90,
                    between(1, 3650),
                    LOW,
                    "Days that PostgreSQL keeps events, at least, 1 to 3650.")
            .define(
                    POSTGRES_TASKS,
                    INT,
                    1,
                    between(1, 64),
                    LOW,
                    "Tasks of each connector that writes to PostgreSQL, 1 to 64.")
            .define(
                    DIALECTS_DIR,
                    STRING,
                    "",
                    LOW,
                    "Directory with dialect profiles of your own (*.yaml), beside the shipped ones.")
            .define(
                    TOPIC_MODEL,
                    STRING,
                    "",
                    LOW,
                    "File of a topic model that `dateline train` made from wire of your own; it is blended with the rules.")
            .define(
                    GATEWAY_TOKENS,
                    STRING,
                    "",
                    MEDIUM,
                    "File of the tokens by which the gateway knows providers, a line of `dateline gateway token` for each;"
                            + " read again when it changes. `run` starts the gateway when it is set.")
            .define(
                    GATEWAY_LISTENER,
                    STRING,
                    "http://127.0.0.1:8085",
                    MEDIUM,
                    "Where the gateway takes documents: http://ADDRESS:PORT or https://ADDRESS:PORT.")
            .define(
                    GATEWAY_SOURCE,
                    STRING,
                    "gateway",
                    LOW,
                    "Name of the source in the ids of documents that the gateway takes.")
            .define(
                    GATEWAY_KEYSTORE,
                    STRING,
                    "",
                    MEDIUM,
                    "PKCS #12 file with the certificate of the gateway and its key, for https.")
            .define(
                    GATEWAY_KEYSTORE_PASSWORD,
                    STRING,
                    "",
                    MEDIUM,
                    "File that holds the password of the keystore on its first line.")
            .define(
                    GATEWAY_REQUEST_BYTES,
                    INT,
                    16 * MIB,
                    between(1 * MIB, 512 * MIB),
                    LOW,
                    "Largest request that the gateway takes, as sent and as expanded, in bytes, 1 to 512 MiB.")
            .define(
                    GATEWAY_INFLIGHT_BYTES,
                    LONG,
                    64L * MIB,
                    between(2 * MIB, 8L * 1024 * MIB),
                    LOW,
                    "Bytes of requests that the gateway holds until the brokers have them, as sent and as expanded; more is"
                            + " answered with 429. Twice gateway.request.bytes to 8 GiB.")
            .define(
                    GATEWAY_ACKNOWLEDGEMENT,
                    INT,
                    10_000,
                    between(1_000, 300_000),
                    LOW,
                    "Milliseconds that the brokers may take to acknowledge a document before the gateway answers 503, 1000"
                            + " to 300000.")
            .define(
                    GATEWAY_REQUEST_TIME,
                    INT,
                    60_000,
                    between(1_000, 3_600_000),
                    LOW,
                    "Milliseconds that a client may take to send a request to the gateway, 1000 to 3600000.");

    private SettingKeys() {}

    /** A family of keys with a common prefix. */
    record Family(String prefix, String doc) {}
}
