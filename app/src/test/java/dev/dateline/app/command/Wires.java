package dev.dateline.app.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Invented labelled wire as one ninjs object a line. */
public final class Wires {
    private Wires() {}

    public static Path write(Path file, List<String> articles) throws IOException {
        return Files.write(file, articles);
    }

    /** An article with one subject and, unless null, one country that it is about. */
    public static String article(int number, String headline, String body, String topic, String country) {
        String places = country == null
                ? ""
                : ", \"places\": [{\"uri\": \"iso3166-1a2:%s\", \"rel\": \"about\"}]".formatted(country);
        return ("{\"standard\": {\"name\": \"ninjs\", \"version\": \"3.1\"}, \"uri\": \"urn:test:%d\", \"type\": \"text\","
                        + " \"pubStatus\": \"usable\", \"version\": \"1\", \"language\": \"en\","
                        + " \"headlines\": [{\"role\": \"main\", \"value\": \"%s\"}],"
                        + " \"bodies\": [{\"role\": \"main\", \"contentType\": \"text/plain\", \"value\": \"%s\"}],"
                        + " \"subjects\": [{\"uri\": \"medtop:%s\"}]%s}")
                .formatted(number, headline, body, topic, places);
    }
}
