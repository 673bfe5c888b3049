package dev.dateline.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A page of docs/ that is generated from the code: checked by its test, or written with {@code -Ddocs.write=true}. */
public final class GeneratedDoc {
    private GeneratedDoc() {}

    public static void check(String name, String expected) throws IOException {
        Path page = Path.of("..", "docs", name);
        if (Boolean.getBoolean("docs.write")) {
            Files.writeString(page, expected);
        }
        assertThat(page).exists();
        assertThat(Files.readString(page))
                .as("docs/%s is stale: run `mvn package -Ddocs.write=true` and commit it", name)
                .isEqualTo(expected);
    }
}
