package dev.dateline.app.e2e;

import dev.dateline.app.embedded.DataDirectory;
import dev.dateline.app.embedded.EmbeddedStack;
import dev.dateline.app.settings.Settings;
import java.io.IOException;
import java.nio.file.Path;

/** The parts that {@code dateline run} embeds, in the test's own process. */
record EmbeddedParts(DataDirectory data, EmbeddedStack stack) implements Stack {

    static EmbeddedParts start(Path directory) throws Exception {
        DataDirectory data = DataDirectory.open(directory);
        try {
            return new EmbeddedParts(data, EmbeddedStack.start(data));
        } catch (Exception e) {
            data.close();
            throw e;
        }
    }

    @Override
    public Settings connect(Settings settings) {
        return stack.connect(settings);
    }

    @Override
    public void close() throws IOException {
        stack.close();
        data.close();
    }
}
