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
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Articles of about 2.9 KB: a story of the sample wire, its paragraphs repeated up to that size from a random one on. The
 * same seed makes the same ones. Paragraphs of different stories are not mixed: that gave 42 tags an article.
 */
final class Corpus {
    /** Size of the text of an article, the mean of the agency files that figures elsewhere were measured with. */
    static final int TEXT_BYTES = 2_900;

    static final Instant TIME = Instant.parse("2026-10-01T00:00:00Z");

    private static final ObjectMapper JSON = new ObjectMapper();

    private final List<Article> stories = new ArrayList<>();

    Corpus(Path sampleWire) throws IOException {
        Parsers parsers = new Parsers(Dialects.shipped());
        for (Path file : DocumentFiles.below(sampleWire)) {
            for (Parsed parsed : parsers.parse(document(file.toString(), Files.readAllBytes(file)))) {
                if (parsed instanceof Parsed.Accepted accepted
                        && !accepted.article().getBody().isEmpty()) {
                    stories.add(accepted.article());
                }
            }
        }
    }

    static Document document(String uri, byte[] bytes) {
        return Document.of("bench", "bench", uri, TIME, bytes);
    }

    /** One article as a line of ninjs 3. */
    String ninjs(String id, Random random) {
        Article story = stories.get(random.nextInt(stories.size()));
        ObjectNode item = JSON.createObjectNode();
        item.putObject("standard").put("name", "ninjs").put("version", "3.1");
        item.put("uri", id).put("type", "text").put("version", "1").put("versionCreated", TIME.toString());
        item.put("pubStatus", "usable").put("language", story.getLanguage());
        item.putArray("headlines").addObject().put("value", story.getHeadline());
        item.putArray("bodies")
                .addObject()
                .put("contentType", "text/plain")
                .put("value", text(story.getBody(), random));
        return item.toString();
    }

    private static String text(List<String> paragraphs, Random random) {
        StringBuilder text = new StringBuilder();
        for (int next = random.nextInt(paragraphs.size()); text.length() < TEXT_BYTES; next++) {
            text.append(paragraphs.get(next % paragraphs.size())).append("\n\n");
        }
        text.setLength(TEXT_BYTES);
        return text.toString();
    }

    /** {@code count} articles, a line each, made while they are read. */
    Stream<String> lines(String prefix, int count, long seed) {
        Random random = new Random(seed);
        return IntStream.range(0, count).mapToObj(i -> ninjs(prefix + i, random));
    }
}
