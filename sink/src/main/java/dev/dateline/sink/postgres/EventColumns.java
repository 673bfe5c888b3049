package dev.dateline.sink.postgres;

import dev.dateline.model.PipelineEvent;
import dev.dateline.sink.EventRecord;
import dev.dateline.sink.postgres.Columns.Column;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.function.Function;

/** The columns of table event and where their values come from. */
final class EventColumns {
    private static final Columns<EventRecord> COLUMNS = new Columns<>(List.of(
            of("at", "timestamptz", e -> e.getAt().toString()),
            new Column<>("kafka_partition", "integer", record -> Integer.toString(record.partition())),
            new Column<>("kafka_offset", "bigint", record -> Long.toString(record.offset())),
            of("article_id", "text", PipelineEvent::getArticleId),
            of("document_id", "text", PipelineEvent::getDocumentId),
            of("uri", "text", PipelineEvent::getUri),
            of("version", "text", PipelineEvent::getVersion),
            of("revision", "bigint", e -> Columns.string(e.getRevision())),
            of("stage", "text", e -> e.getStage().name()),
            of("outcome", "text", e -> e.getOutcome().name()),
            of("reason", "text", PipelineEvent::getReason)));

    private EventColumns() {}

    /** The statement that {@link #bind} fills: writes each event that is not there. */
    static String insert(String schema) {
        return "INSERT INTO %s.event (%s) SELECT %s FROM (SELECT %s) AS batch ON CONFLICT DO NOTHING"
                .formatted(schema, COLUMNS.names(), COLUMNS.casts(), COLUMNS.arrays());
    }

    static void bind(PreparedStatement insert, List<EventRecord> batch) throws SQLException {
        COLUMNS.bind(insert, batch);
    }

    private static Column<EventRecord> of(String name, String type, Function<PipelineEvent, String> value) {
        return new Column<>(name, type, record -> value.apply(record.event()));
    }
}
