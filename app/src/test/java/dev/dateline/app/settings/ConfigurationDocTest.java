package dev.dateline.app.settings;

import dev.dateline.app.GeneratedDoc;
import dev.dateline.app.SettingTable;
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
        doc.append(SettingTable.of(SettingKeys.DEFINITION));
        doc.append("\nFamilies of keys:\n\n| prefix | meaning |\n|---|---|\n");
        SettingKeys.FAMILIES.forEach(family -> doc.append("| `")
                .append(family.prefix())
                .append("` | ")
                .append(family.doc())
                .append(" |\n"));
        doc.append(
                "\nWhat `source.NAME.` may be followed by, and the sinks' own settings: [connectors.md](connectors.md).\n");
        GeneratedDoc.check("configuration.md", doc.toString());
    }
}
