package dev.dateline.app.settings;

import dev.dateline.app.GeneratedDoc;
import dev.dateline.ingest.source.DirectorySourceConnector;
import dev.dateline.sink.PostgresSinkConnector;
import java.util.Locale;
import org.apache.kafka.common.config.ConfigDef;
import org.junit.jupiter.api.Test;

/** docs/configuration.md is what the code declares. */
class ConfigurationDocTest {
    @Test
    void everySettingIsDocumentedWithTypeDefaultAndRange() throws Exception {
        StringBuilder doc = new StringBuilder("""
                # Configuration

                Generated from the declarations in the code; a test fails when it is stale.

                Settings come from, each beating the ones before: defaults, a properties file (`--config FILE`, else
                `./dateline.properties` when it exists), the environment, the command line (`--set KEY=VALUE`). A variable's
                name is `DATELINE_` and the key in upper case with `.` as `_`, `_` as `__` and `-` as `___`, as the
                apache/kafka image spells them: `kafka.bootstrap.servers` is `DATELINE_KAFKA_BOOTSTRAP_SERVERS`. An unknown
                key is an error, and all problems are named at once. `dateline config` prints what is in effect.

                ## Dateline

                """);
        table(doc, SettingKeys.DEFINITION);
        doc.append("\nFamilies of keys:\n\n| prefix | meaning |\n|---|---|\n");
        SettingKeys.FAMILIES.forEach(family -> doc.append("| `")
                .append(family.prefix())
                .append("` | ")
                .append(family.doc())
                .append(" |\n"));
        doc.append(
                "\n## DirectorySourceConnector\n\nAs `source.NAME.KEY`, or as the connector's own configuration.\n\n");
        table(doc, new DirectorySourceConnector().config());
        doc.append(
                "\n## PostgresSinkConnector\n\nOf interest where the connector runs in a Connect cluster of your own.\n\n");
        table(doc, new PostgresSinkConnector().config());
        GeneratedDoc.check("configuration.md", doc.toString());
    }

    private static void table(StringBuilder doc, ConfigDef definition) {
        doc.append("| key | type | default | meaning |\n|---|---|---|---|\n");
        definition.configKeys().values().stream()
                .sorted((a, b) -> a.name.compareTo(b.name))
                .forEach(key -> doc.append("| `")
                        .append(key.name)
                        .append("` | ")
                        .append(key.type.name().toLowerCase(Locale.ROOT))
                        .append(" | ")
                        .append(defaultOf(key))
                        .append(" | ")
                        .append(key.documentation.replaceAll("\\s+", " ").replace("|", "\\|"))
                        .append(" |\n"));
    }

    private static String defaultOf(ConfigDef.ConfigKey key) {
        if (!key.hasDefault()) {
            return "required";
        }
        String value = ConfigDef.convertToString(key.defaultValue, key.type);
        return value == null || value.isEmpty() ? "none" : "`" + value + "`";
    }
}
