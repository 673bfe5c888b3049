package dev.dateline.ingest.parse;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dateline.ingest.dialect.Dialects;
import dev.dateline.ingest.syndication.Channel;
import dev.dateline.ingest.syndication.Entry;
import dev.dateline.ingest.syndication.FeedText;
import dev.dateline.ingest.syndication.FeedTime;
import dev.dateline.ingest.syndication.Feeds;
import dev.dateline.ingest.syndication.NotAFeedException;
import dev.dateline.ingest.text.DecodedText;
import dev.dateline.model.Media;
import dev.dateline.model.SharedData;
import dev.dateline.model.Subject;
import java.io.IOException;
import java.io.InputStream;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The feeds of feedparser's tests, each with the value that it expects in a comment. Counted are expectations of fields
 * that Dateline has: of an entry title, summary, content, id, link, authors' names, dates, categories, language, media,
 * rights, source, place; of the feed title, link, language and rights, and the version of the format. HTML is compared as
 * Dateline gives it, as plain text. Left out, and printed by name, are what Dateline has no field for: texts and persons
 * of the feed alone, contributors, addresses of authors, generators, clouds, iTunes, chapters, the type, base and language
 * of a single text; and what is feedparser's own: HTTP headers, its name for an encoding, its sanitised HTML as markup.
 */
class FeedTortureTest {
    private static final Logger LOG = LoggerFactory.getLogger(FeedTortureTest.class);

    private static final Pattern EXPECT = Pattern.compile("Expect:\\s*(.+)");
    private static final Pattern BASE = Pattern.compile("Header:\\s*Content-Location:\\s*(\\S+)");
    private static final Pattern WHERE = Pattern.compile("(feed|entries\\[(\\d+)])(.*)");
    /** What feedparser gives as HTML has its end tags; a lone "<blink>" is text about HTML. */
    private static final Pattern HTML =
            Pattern.compile("(?s)<(\\w+)[^>]*>.*</\\1>|<\\w+[^<>]*/>|<(?:br|hr|img|input|area|col)\\b|<!--|&\\w+;");

    private static final Dialects DIALECTS = Dialects.shipped();

    private record Expectation(String path, Object value) {}

    private static final class Tally {
        int right;
        int all;
        int withoutText;
        int rightWithoutText;
    }

    private final Map<String, Tally> fields = new TreeMap<>();
    private final Map<String, Integer> leftOut = new TreeMap<>();
    private final List<String> wrong = new ArrayList<>();

    @Test
    void wellFormedFeedsSayWhatTheirTestsExpect() throws IOException {
        each("wellformed/", this::evaluate);

        Tally sum = new Tally();
        StringBuilder table = new StringBuilder();
        fields.forEach((field, tally) -> {
            table.append(String.format("%n%-12s %4d of %4d", field, tally.right, tally.all));
            sum.right += tally.right;
            sum.all += tally.all;
            sum.withoutText += tally.withoutText;
            sum.rightWithoutText += tally.rightWithoutText;
        });
        double share = (double) sum.right / sum.all;
        double withText = (double) (sum.right - sum.rightWithoutText) / (sum.all - sum.withoutText);
        LOG.info(
                "expectations of fields that Dateline has: {} of {} right, {}; without those of no text ({}): {}{}",
                sum.right,
                sum.all,
                String.format("%.3f", share),
                sum.withoutText,
                String.format("%.3f", withText),
                table);
        LOG.info("left out: {}", leftOut);
        LOG.info("wrong:\n{}", String.join("\n", wrong));
        assertThat(share).isGreaterThanOrEqualTo(0.97);
        assertThat(withText).isGreaterThanOrEqualTo(0.95);
    }

    @Test
    void illFormedFeedsGiveWhatCanBeRead() throws IOException {
        int[] counts = new int[3];
        Check check = (name, bytes) -> {
            List<Parsed> parsed = Samples.parse(bytes);
            assertThat(parsed)
                    .as(name)
                    .isNotEmpty()
                    .noneMatch(one -> one instanceof Parsed.Rejected rejected
                            && (rejected.reason().contains("reading failed")
                                    || rejected.reason().isBlank()));
            counts[0]++;
            counts[1] += parsed.stream().anyMatch(Parsed.Accepted.class::isInstance) ? 1 : 0;
            evaluate(name, bytes);
        };
        each("illformed/", check);
        each("encoding/", check);
        Tally sum = new Tally();
        fields.values().forEach(tally -> {
            sum.right += tally.right;
            sum.all += tally.all;
        });
        LOG.info(
                "{} ill-formed and oddly encoded feeds, {} with an article; {} of {} expectations right; wrong:\n{}",
                counts[0],
                counts[1],
                sum.right,
                sum.all,
                String.join("\n", wrong));
        assertThat((double) sum.right / sum.all).isGreaterThanOrEqualTo(0.5);
    }

    private interface Check {
        void file(String name, byte[] bytes);
    }

    private static void each(String folder, Check check) throws IOException {
        try (ZipFile zip =
                new ZipFile(SharedData.path("feeds/feedparser-torture.zip").toFile())) {
            for (ZipEntry entry : zip.stream().toList()) {
                if (entry.getName().contains(folder) && entry.getName().endsWith(".xml")) {
                    try (InputStream in = zip.getInputStream(entry)) {
                        check.file(entry.getName(), in.readAllBytes());
                    }
                }
            }
        }
    }

    private void evaluate(String name, byte[] bytes) {
        String text = DecodedText.of(bytes, null).text();
        Matcher base = BASE.matcher(text);
        String uri = base.find() ? base.group(1) : "http://127.0.0.1:8097/" + name;
        Channel channel;
        try {
            channel = Feeds.channel(text, uri);
        } catch (NotAFeedException e) {
            channel = null;
        }
        Matcher expect = EXPECT.matcher(text);
        for (Expectation one : expectations(expect.find() ? expect.group(1) : "")) {
            check(name, one, channel);
        }
    }

    /** The comparisons of a line: "a == b == 'x' and c == 1". */
    private List<Expectation> expectations(String line) {
        List<Expectation> all = new ArrayList<>();
        for (String part : split(line, " and ")) {
            List<String> sides = split(part, "==");
            String last = sides.get(sides.size() - 1).strip();
            for (String path : sides.subList(0, sides.size() - 1)) {
                try {
                    all.add(new Expectation(path.strip(), PythonLiteral.parse(last)));
                } catch (IllegalArgumentException e) {
                    leaveOut("an expression");
                }
            }
            if (sides.size() == 1 && !part.strip().matches("(not )?bozo")) {
                leaveOut("an expression");
            }
        }
        return all;
    }

    /** Splits outside of quotes. */
    private static List<String> split(String line, String separator) {
        List<String> parts = new ArrayList<>();
        char quote = 0;
        int from = 0;
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            if (quote != 0) {
                quote = c == quote ? 0 : quote;
                i += c == '\\' ? 1 : 0;
            } else if (c == '\'' || c == '"') {
                quote = c;
            } else if (line.startsWith(separator, i)) {
                parts.add(line.substring(from, i));
                from = i + separator.length();
                i = from - 1;
            }
        }
        parts.add(line.substring(from));
        return parts;
    }

    private void leaveOut(String what) {
        leftOut.merge(what, 1, Integer::sum);
    }

    private void check(String name, Expectation one, Channel channel) {
        if (one.path().equals("version")) {
            count(name, "version", one, channel == null ? null : version(channel));
            return;
        }
        Matcher where = WHERE.matcher(one.path().replace("\"", "'").replace("['value']", ".value"));
        if (!where.matches()) {
            leaveOut(one.path());
            return;
        }
        String field = where.group(3).replaceAll("\\['(\\w+)']", ".$1").replaceFirst("^\\.", "");
        if (where.group(2) == null) {
            ofFeed(name, field, one, channel);
        } else {
            int index = Integer.parseInt(where.group(2));
            Entry entry = channel == null || channel.entries().size() <= index
                    ? null
                    : channel.entries().get(index);
            ofEntry(name, field, one, channel, entry);
        }
    }

    private void ofFeed(String name, String field, Expectation one, Channel channel) {
        switch (field) {
            case "title", "title_detail.value" ->
                count(name, "feed title", one, line(channel == null ? null : channel.title()));
            case "copyright", "copyright_detail.value", "rights", "rights_detail.value" ->
                count(name, "feed rights", one, line(channel == null ? null : channel.rights()));
            case "link" -> count(name, "feed link", one, channel == null ? null : channel.link());
            case "language" -> count(name, "feed language", one, channel == null ? null : channel.language());
            default -> leaveOut("feed " + field.replaceAll("\\[\\d+]", "[]"));
        }
    }

    private void ofEntry(String name, String field, Expectation one, Channel channel, Entry entry) {
        Draft draft = entry == null ? null : new FeedEntry(channel, entry, 0, "acme", DIALECTS).draft();
        String plain = field.replaceAll("\\[\\d+]", "[]");
        Matcher number = Pattern.compile("\\[(\\d+)]").matcher(field);
        int index = number.find() ? Integer.parseInt(number.group(1)) : 0;
        Function<Subject, String> term = subject -> subject.getCode() == null ? subject.getName() : subject.getCode();
        switch (plain) {
            case "title", "title_detail.value" -> count(name, "title", one, draft == null ? null : draft.headline);
            case "description", "summary", "summary_detail.value" ->
                count(
                        name,
                        "summary",
                        one,
                        draft == null ? null : draft.standfirst == null ? body(draft) : draft.standfirst);
            case "content[].value" -> {
                if (index > 0) {
                    leaveOut("entry " + field);
                } else {
                    count(name, "content", one, draft == null ? null : body(draft));
                }
            }
            case "id", "guid" -> count(name, "id", one, draft == null ? null : draft.guid);
            case "link" -> count(name, "link", one, entry == null ? null : entry.link());
            case "author", "author_detail.name", "authors[].name" ->
                count(
                        name,
                        "author",
                        one,
                        draft == null || draft.bylines.size() <= index ? null : draft.bylines.get(index));
            case "published", "published_parsed", "created", "created_parsed" ->
                count(name, "dates", one, draft == null ? null : draft.firstCreated);
            case "updated", "updated_parsed", "modified", "modified_parsed" ->
                count(name, "dates", one, draft == null ? null : draft.versionCreated);
            case "expired", "expired_parsed" -> count(name, "dates", one, draft == null ? null : draft.expires);
            case "tags[].term", "category" -> count(name, "categories", one, subject(draft, index, term));
            case "tags[].scheme" -> count(name, "categories", one, subject(draft, index, Subject::getScheme));
            case "tags[].label" -> count(name, "categories", one, subject(draft, index, Subject::getName));
            case "title_detail.language", "summary_detail.language", "content[].language" ->
                count(name, "language", one, draft == null ? null : draft.language);
            case "enclosures[].href",
                    "enclosures[].url",
                    "media_content[].url",
                    "media_thumbnail[].url",
                    "image.href",
                    "image.url" ->
                count(name, "media", one, medium(draft, index, Objects.toString(one.value()), Media::getHref));
            case "enclosures[].type" -> count(name, "media", one, medium(draft, index, null, Media::getContentType));
            case "media_credit[].content" -> count(name, "media", one, medium(draft, index, null, Media::getCredit));
            case "rights", "copyright", "rights_detail.value" ->
                count(
                        name,
                        "rights",
                        one,
                        draft == null || draft.rights == null ? null : draft.rights.getCopyrightNotice());
            case "license" ->
                count(name, "rights", one, draft == null || draft.rights == null ? null : draft.rights.getUsageTerms());
            case "source.title", "publisher" -> count(name, "source", one, draft == null ? null : draft.credit);
            case "where.coordinates" -> {
                if (one.value() instanceof List<?> pair && pair.size() == 2 && pair.get(0) instanceof Double) {
                    Entry.Point place = entry == null ? null : entry.place();
                    count(name, "place", one, place == null ? null : place.longitude() + " " + place.latitude());
                } else {
                    leaveOut("entry " + plain);
                }
            }
            default -> leaveOut("entry " + plain);
        }
    }

    private static String body(Draft draft) {
        return draft.body.isEmpty() ? draft.standfirst : String.join(" ", draft.body);
    }

    private static String subject(Draft draft, int index, Function<Subject, String> value) {
        return draft == null || draft.subjects.size() <= index ? null : value.apply(draft.subjects.get(index));
    }

    private static String medium(Draft draft, int index, String wanted, Function<Media, String> value) {
        if (draft == null) {
            return null;
        }
        return draft.media.stream()
                .map(value)
                .filter(one -> one != null && one.equals(wanted))
                .findFirst()
                .orElse(draft.media.size() <= index ? null : value.apply(draft.media.get(index)));
    }

    private static String version(Channel channel) {
        return Objects.toString(channel.format(), "")
                + Objects.toString(channel.version(), "").replace(".", "");
    }

    private void count(String name, String field, Expectation one, String found) {
        String expected = expected(field, one.value());
        String given = given(field, found);
        Tally tally = fields.computeIfAbsent(field, key -> new Tally());
        tally.all++;
        tally.withoutText += expected.isEmpty() ? 1 : 0;
        if (expected.equals(given)) {
            tally.right++;
            tally.rightWithoutText += expected.isEmpty() ? 1 : 0;
        } else {
            wrong.add(name + ": " + one.path() + " expected <" + expected + "> found <" + given + ">");
        }
    }

    private static String expected(String field, Object value) {
        if (value instanceof List<?> list && field.equals("dates")) {
            int[] time =
                    list.stream().mapToInt(part -> ((Double) part).intValue()).toArray();
            return LocalDateTime.of(time[0], time[1], time[2], time[3], time[4], Math.min(time[5], 59))
                    .toInstant(ZoneOffset.UTC)
                    .toString();
        }
        if (value instanceof List<?> list) {
            return list.stream().map(Object::toString).collect(Collectors.joining(" "));
        }
        String text = Objects.toString(value);
        return switch (field) {
            case "title", "summary", "content", "feed title", "feed rights", "rights", "source" ->
                Objects.toString(asText(text), "");
            case "author" ->
                text.replaceAll("\\s*[(<]?[\\w.+-]+@[\\w.-]+[)>]?", "")
                        .replaceAll("^\\((.*)\\)$", "$1")
                        .strip();
            case "dates" -> given(field, FeedTime.iso(text));
            // feedparser's letters for two dialects of RSS 0.91
            case "version" -> text.replaceAll("^rss(?=090|10)", "rdf").replaceAll("(?<=091)[nu]$", "");
            default -> text;
        };
    }

    private static String asText(String text) {
        return PlainText.orNull(String.join(
                " ",
                HTML.matcher(text).find() ? Paragraphs.of(Html.parse(text), Set.of()) : Paragraphs.ofPlainText(text)));
    }

    private static String given(String field, String found) {
        if (found == null) {
            return "";
        }
        return field.equals("dates")
                ? WireTime.parse(found, ZoneOffset.UTC)
                        .map(time -> time.instant().toString())
                        .orElse("unread " + found)
                : found;
    }

    private static String line(FeedText text) {
        return text == null
                ? null
                : text.html()
                        ? asHtml(text.value())
                        : PlainText.orNull(String.join(" ", Paragraphs.ofPlainText(text.value())));
    }

    private static String asHtml(String value) {
        return PlainText.orNull(String.join(" ", Paragraphs.of(Html.parse(value), Set.of())));
    }
}
