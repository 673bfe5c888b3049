package dev.dateline.ingest.fork;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.dateline.model.Article;
import dev.dateline.model.SharedData;
import dev.dateline.model.TestArticles;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** How well the rule tells stories of one wire apart, and versions of one story together. */
class ForkShareTest {
    private static final Logger LOG = LoggerFactory.getLogger(ForkShareTest.class);
    private static final int PAIRS = 20_000;
    private static final long SEED = 20_261_012;

    @Test
    void storiesOfOneWireAreToldApartAndNearCopiesStayTogether() throws IOException {
        Map<String, Sketch> sketches = sketches();
        List<String> ids = new ArrayList<>(sketches.keySet());
        Random random = new Random(SEED);
        long apart = 0;
        for (int i = 0; i < PAIRS; i++) {
            Sketch a = sketches.get(ids.get(random.nextInt(ids.size())));
            Sketch b = sketches.get(ids.get(random.nextInt(ids.size())));
            apart += TextSketches.shared(a, b) < ForkRule.SAME_STORY ? 1 : 0;
        }
        long copies = 0;
        long parted = 0;
        for (String line : Files.readAllLines(SharedData.path("stats/reuters_near_duplicates_silver.tsv"))) {
            String[] pair = line.split("\t", -1);
            Sketch a = sketches.get(pair[0]);
            Sketch b = pair.length > 1 ? sketches.get(pair[1]) : null;
            if (a != null && b != null) {
                copies++;
                parted += TextSketches.shared(a, b) < ForkRule.SAME_STORY ? 1 : 0;
            }
        }

        LOG.info(
                "of {} pairs of any two stories {} are told apart; of {} pairs of near-copies {} are (seed {})",
                PAIRS,
                apart,
                copies,
                parted,
                SEED);
        assertThat(apart / (double) PAIRS).isGreaterThan(0.85);
        assertThat(copies).isGreaterThan(300);
        assertThat(parted).isZero();
    }

    /** By the number of the article in the collection. */
    private static Map<String, Sketch> sketches() throws IOException {
        Map<String, Sketch> sketches = new HashMap<>();
        ObjectMapper json = new ObjectMapper();
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(
                new GZIPInputStream(Files.newInputStream(SharedData.path("labelled/reuters-places.jsonl.gz"))),
                StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                JsonNode item = json.readTree(line);
                String uri = item.path("uri").asText();
                Article article = TestArticles.article("a")
                        .setHeadline(
                                item.path("headlines").path(0).path("value").asText())
                        .setStandfirst(null)
                        .setBody(List.of(
                                item.path("bodies").path(0).path("value").asText()))
                        .build();
                sketches.put(uri.substring(uri.lastIndexOf(':') + 1), TextSketches.of(article));
            }
        }
        return sketches;
    }
}
