package dev.dateline.bench.chaos;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Random;

/** The files of the wire: the same version always gives the same bytes within a run. */
final class Documents {
    private static final ObjectMapper JSON = new ObjectMapper();
    /** Versions are a minute apart; the time of an article's first version matters to nobody. */
    private static final Instant CREATED = Instant.parse("2026-10-01T00:00:00Z");

    private static final int SENTENCES = 14;
    private static final List<String> PLACES = List.of(
            "Kenya", "Brazil", "Japan", "Norway", "Egypt", "Peru", "India", "Lisbon", "Warsaw", "Nairobi", "Toronto");
    private static final List<String> ACTORS = List.of(
            "the government",
            "the central bank",
            "a court",
            "the port authority",
            "the health ministry",
            "parliament",
            "the railway union",
            "the national museum");
    private static final List<String> ACTIONS = List.of(
            "postponed a vote on the budget",
            "raised interest rates",
            "opened an inquiry into the fire",
            "closed the harbour after a storm",
            "approved a vaccine against malaria",
            "called a strike for next week",
            "lent forty paintings to a school",
            "signed a treaty on fishing");

    private final Instant start;

    /** @param start start of the run, from which embargoes are counted */
    Documents(Instant start) {
        this.start = start;
    }

    byte[] bytes(Delivery delivery) {
        Version version = delivery.version();
        Random random = new Random(version.article() * 1_000_003L + version.number());
        String headline = "Parliament of " + pick(PLACES, random) + " votes on budget, " + version.mark();
        String first = "In " + pick(PLACES, random) + " " + version.mark() + " was heard on Monday.";
        List<String> paragraphs = List.of(first, sentences(random), sentences(random));
        String document =
                delivery.isNewsMl() ? newsMl(version, headline, paragraphs) : ninjs(version, headline, paragraphs);
        return document.getBytes(StandardCharsets.UTF_8);
    }

    private static String sentences(Random random) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < SENTENCES; i++) {
            text.append("On the day ").append(random.nextInt(100_000)).append(" of the count ");
            text.append(pick(ACTORS, random))
                    .append(" in ")
                    .append(pick(PLACES, random))
                    .append(' ');
            text.append(pick(ACTIONS, random)).append(". ");
        }
        return text.toString().strip();
    }

    private static String pick(List<String> words, Random random) {
        return words.get(random.nextInt(words.size()));
    }

    private static String created(Version version) {
        return CREATED.plusSeconds(60L * version.number()).toString();
    }

    private String embargo(Version version) {
        return start.plusMillis(version.embargoMillis()).toString();
    }

    private String ninjs(Version version, String headline, List<String> paragraphs) {
        ObjectNode item = JSON.createObjectNode();
        item.putObject("standard").put("name", "ninjs").put("version", "3.1");
        item.put("uri", version.guid()).put("type", "text").put("version", Integer.toString(version.number()));
        item.put("versionCreated", created(version));
        item.put("pubStatus", version.status().name().toLowerCase(java.util.Locale.ROOT))
                .put("language", "en");
        if (version.isEmbargoed()) {
            item.put("embargoedUntil", embargo(version));
        }
        item.putArray("headlines").addObject().put("role", "main").put("value", headline);
        item.putArray("bodies")
                .addObject()
                .put("role", "main")
                .put("contentType", "text/plain")
                .put("value", String.join("\n\n", paragraphs));
        return item.toString();
    }

    private String newsMl(Version version, String headline, List<String> paragraphs) {
        StringBuilder body = new StringBuilder();
        paragraphs.forEach(paragraph -> body.append("<p>").append(paragraph).append("</p>\n"));
        return """
                <?xml version="1.0" encoding="UTF-8"?>
                <newsItem xmlns="http://iptc.org/std/nar/2006-10-01/" guid="%s" version="%d"
                          standard="NewsML-G2" standardversion="2.35" conformance="power" xml:lang="en">
                  <catalogRef href="http://www.iptc.org/std/catalog/catalog.IPTC-G2-Standards_41.xml"/>
                  <itemMeta>
                    <itemClass qcode="ninat:text"/>
                    <provider literal="chaos.example"/>
                    <versionCreated>%s</versionCreated>
                    %s
                    <pubStatus qcode="stat:%s"/>
                  </itemMeta>
                  <contentMeta>
                    <language tag="en"/>
                    <headline>%s</headline>
                  </contentMeta>
                  <contentSet>
                    <inlineXML contenttype="application/xhtml+xml">
                      <html xmlns="http://www.w3.org/1999/xhtml"><head><title>%s</title></head><body>
                %s</body></html>
                    </inlineXML>
                  </contentSet>
                </newsItem>
                """.formatted(
                        version.guid(),
                        version.number(),
                        created(version),
                        version.isEmbargoed() ? "<embargoed>" + embargo(version) + "</embargoed>" : "",
                        version.status().name().toLowerCase(java.util.Locale.ROOT),
                        headline,
                        headline,
                        body);
    }
}
