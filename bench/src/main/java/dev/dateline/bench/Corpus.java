package dev.dateline.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.dateline.ingest.dialect.Dialects;
import dev.dateline.ingest.document.DocumentFiles;
import dev.dateline.ingest.parse.Parsed;
import dev.dateline.ingest.parse.Parsers;
import dev.dateline.model.Article;
import dev.dateline.model.Document;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Articles of about 2.9 KB, made by shuffling the paragraphs of the sample wire; the same seed makes the same ones. */
final class Corpus {
    /** Size of the text of an article, the mean of the agency files that figures elsewhere were measured with. */
    static final int TEXT_BYTES = 2_900;

    static final Instant TIME = Instant.parse("2026-10-01T00:00:00Z");

    private static final ObjectMapper JSON = new ObjectMapper();

    private final List<String> headlines = new ArrayList<>();
    private final List<String> paragraphs = new ArrayList<>();

    Corpus(Path sampleWire) throws IOException {
        Parsers parsers = new Parsers(Dialects.shipped());
        for (Path file : DocumentFiles.below(sampleWire)) {
            for (Parsed parsed : parsers.parse(document(file.toString(), Files.readAllBytes(file)))) {
                if (parsed instanceof Parsed.Accepted accepted) {
                    Article article = accepted.article();
                    headlines.add(article.getHeadline());
                    paragraphs.addAll(article.getBody());
                }
            }
        }
    }

    static Document document(String uri, byte[] bytes) {
        return Document.of("bench", "bench", uri, TIME, bytes);
    }

    /** One article as a line of ninjs 3. */
    String ninjs(String id, Random random) {
        ObjectNode item = JSON.createObjectNode();
        item.putObject("standard").put("name", "ninjs").put("version", "3.1");
        item.put("uri", id).put("type", "text").put("version", "1").put("versionCreated", TIME.toString());
        item.put("pubStatus", "usable").put("language", "en");
        item.putArray("headlines").addObject().put("value", headlines.get(random.nextInt(headlines.size())));
        item.putArray("bodies").addObject().put("contentType", "text/plain").put("value", text(random));
        return item.toString();
    }

    private String text(Random random) {
        StringBuilder text = new StringBuilder();
        while (text.length() < TEXT_BYTES) {
            text.append(paragraphs.get(random.nextInt(paragraphs.size()))).append("\n\n");
        }
        text.setLength(TEXT_BYTES);
        return text.toString();
    }

    /** {@code count} articles as JSON lines. */
    byte[] lines(String prefix, int count, long seed) {
        Random random = new Random(seed);
        StringBuilder lines = new StringBuilder();
        for (int i = 0; i < count; i++) {
            lines.append(ninjs(prefix + i, random)).append('\n');
        }
        return lines.toString().getBytes(StandardCharsets.UTF_8);
    }
}
