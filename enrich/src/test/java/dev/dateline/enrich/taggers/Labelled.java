package dev.dateline.enrich.taggers;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.dateline.model.Article;
import dev.dateline.model.Dateline;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;

/**
 * An article with the labels that people gave it.
 *
 * @param heldOut false for the half by whose look the rules were tuned; only the other half is measured
 */
public record Labelled(Article article, Set<String> countries, Set<String> topics, boolean heldOut) {
    private static final JsonMapper JSON = new JsonMapper();
    private static final Pattern LEAD_IN = Pattern.compile(
            "^\\s*([A-Z][^\\n]{1,70}?),?\\s+((?:\\d{1,2} )?(?:jan|feb|mar|apr)[a-z]*\\.? ?\\d{0,2}) ?- ",
            Pattern.CASE_INSENSITIVE);

    public static List<Labelled> read(Path file) {
        try (BufferedReader lines = new BufferedReader(
                new InputStreamReader(new GZIPInputStream(Files.newInputStream(file)), StandardCharsets.UTF_8))) {
            List<Labelled> all = new ArrayList<>();
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                all.add(of(JSON.readTree(line)));
            }
            return all;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Labelled of(JsonNode item) {
        String uri = item.path("uri").asText();
        String body = item.path("bodies").path(0).path("value").asText("");
        Matcher leadIn = LEAD_IN.matcher(body);
        Dateline dateline = null;
        if (leadIn.find()) {
            String place = leadIn.group(1);
            dateline = new Dateline(leadIn.group(1) + ", " + leadIn.group(2), List.of(place), null, null, null);
            body = body.substring(leadIn.end());
        }
        Article article = Articles.article(
                item.path("headlines").path(0).path("value").asText(null),
                null,
                Arrays.asList(body.strip().split("\\n\\s*\\n")));
        article.setDateline(dateline);
        article.setLanguage(item.path("language").asText(null));
        boolean heldOut = (uri.hashCode() & 1) == 1;
        return new Labelled(article, codes(item.path("places")), codes(item.path("subjects")), heldOut);
    }

    private static Set<String> codes(JsonNode concepts) {
        Set<String> codes = new LinkedHashSet<>();
        for (JsonNode concept : concepts) {
            String uri = concept.path("uri").asText();
            codes.add(uri.substring(uri.indexOf(':') + 1));
        }
        return codes;
    }
}
