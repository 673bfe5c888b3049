package dev.dateline.app;

import dev.dateline.ingest.feed.FeedSourceConnector;
import dev.dateline.ingest.source.DirectorySourceConnector;
import dev.dateline.sink.PostgresSinkConnector;
import org.junit.jupiter.api.Test;

/** docs/connectors.md is what the connectors declare. */
class ConnectorsDocTest {
    @Test
    void everySettingOfEveryConnectorIsDocumentedWithTypeAndDefault() throws Exception {
        GeneratedDoc.check(
                "connectors.md",
                """
                # Connectors

                Generated from the declarations in the code; a test fails when it is stale.

                Dateline's connectors run in any Kafka Connect cluster; `dateline run` and `dateline start` create them with the
                settings of [configuration.md](configuration.md). All problems of a configuration are named at once, when the
                connector is created, and an unknown key is an error.

                ## dev.dateline.ingest.source.DirectorySourceConnector

                Sends the files of a directory to `wire.documents.v1`. As `source.NAME.KEY` in Dateline's settings, or as the
                connector's own configuration.

                """ + SettingTable.of(new DirectorySourceConnector().config()) + """

                ## dev.dateline.ingest.feed.FeedSourceConnector

                Polls feeds (RSS, Atom, sitemaps of news) and sends each new or changed item to `wire.documents.v1`, as a
                document of its own. As `source.NAME.KEY` in Dateline's settings, or as the connector's own configuration.
                Feeds are spread over `tasks.max` tasks by their host. The list may be changed while it runs: by a new
                configuration over Connect's REST API, or in the file. Key and header converter are `StringConverter`, the
                value converter is `ByteArrayConverter`; `producer.override.partitioner.class` is
                `dev.dateline.model.SourcePartitioner`, which keeps the versions of an article in order.

                """
                        + SettingTable.of(new FeedSourceConnector().config()) + """

                ## dev.dateline.sink.PostgresSinkConnector

                Keeps a PostgreSQL in step with a topic. One connector writes one thing:

                | name in Dateline | `writes` | `topics` | tables |
                |---|---|---|---|
                | `sink-postgres` | `articles` | `wire.articles.enriched.v1` | `article`, `quotes`, `article_search`, `erased` |
                | `sink-postgres-versions` | `versions` | `wire.articles.v1` | `article_version` |
                | `sink-postgres-events` | `events` | `wire.events.v1` | `event`, one partition a month |

                Beside its own settings Connect must be told, for the guarantees to hold; it is refused otherwise:
                `consumer.override.isolation.level=read_committed`, `errors.tolerance=all`,
                `errors.deadletterqueue.topic.name` (`dateline.sink.dlq`) and
                `errors.deadletterqueue.context.headers.enable=true`. Key and header converter are `StringConverter`, the value
                converter is `ByteArrayConverter`.

                What the database refuses for a reason that an operator mends outside of Connect (password, privilege,
                read-only, full disk, a column that somebody dropped) is told when the connector is created, if it is so then;
                later the task waits, says why in one line and again every twentieth attempt, and goes on by itself. Such a task
                is RUNNING for Connect: watch the lag of its group, `connect-` and the connector's name.

                """
                        + SettingTable.of(new PostgresSinkConnector().config()));
    }
}
