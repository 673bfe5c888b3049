package dev.dateline.ingest.page;

import com.fasterxml.jackson.databind.JsonNode;
import dev.dateline.model.WireDates;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;

/** The times of a page as sent, the best source first. */
final class Stamps {
    private static final int LONGEST = 60;
    private static final int MOST = 8;
    /** Of a day with its month and year. */
    private static final int LEAST_DIGITS = 5;

    private static final List<String> PUBLISHED = List.of(
            "article:published_time",
            "article:published",
            "og:published_time",
            "og:article:published_time",
            "datepublished",
            "parsely-pub-date",
            "sailthru.date",
            "dc.date.issued",
            "dcterms.issued",
            "dcterms.created",
            "dc.date.created",
            "dc.date",
            "dcterms.date",
            "publishdate",
            "publish_date",
            "publish-date",
            "published_time",
            "publication_date",
            "pubdate",
            "date",
            "article.published",
            "cxenseparse:recs:publishtime",
            "last-published",
            "rnews:datepublished",
            "date_published",
            "originalpublicationdate",
            "date.issued",
            "displaydate",
            "search_date");
    private static final List<String> MODIFIED = List.of(
            "article:modified_time",
            "article:modified",
            "og:updated_time",
            "og:article:modified_time",
            "datemodified",
            "dc.date.modified",
            "dcterms.modified",
            "article.updated",
            "lastmod",
            "last-modified",
            "lastmodified",
            "date.modified",
            "revision_date");
    private static final Pattern IN_ADDRESS = Pattern.compile(
            "[/_-]((?:19|20)\\d\\d)[/_-]?(0[1-9]|1[0-2]|[1-9])[/_-]?(0[1-9]|[12]\\d|3[01]|[1-9])(?=[/_-]|$)");
    private static final Pattern WORDS = Pattern.compile(
            "\\b(\\d{1,2})(?:\\.|st|nd|rd|th|er|º)?\\h+(?:de\\h+)?(\\p{L}{3,10})\\.?,?\\h+(?:de\\h+)?((?:19|20)\\d\\d)\\b|\\b(\\p{L}{3,10})\\.?\\h+(\\d{1,2})(?:st|nd|rd|th)?,?\\h+((?:19|20)\\d\\d)\\b");
    private static final Pattern DIGITS = Pattern.compile("\\b(\\d{1,2})[./-](\\d{1,2})[./-]((?:19|20)\\d\\d)\\b");
    private static final Pattern ISO = Pattern.compile("\\b((?:19|20)\\d\\d)[-/.](\\d{1,2})[-/.](\\d{1,2})(?!\\d)");
    /** Blocks around the headline in which the date is looked for. */
    private static final int BEFORE = 12;

    private static final int BEHIND = 14;
    private static final int LONGEST_LINE = 200;

    private final List<Page.Stamp> stamps = new ArrayList<>();

    private Stamps() {}

    static List<Page.Stamp> published(
            JsonNode article, Markup markup, Outline outline, int first, String headline, String address) {
        Stamps stamps = new Stamps();
        stamps.add(Values.text(article, "datePublished"), "JSON-LD datePublished");
        PUBLISHED.forEach(name -> stamps.add(markup.meta(name), name));
        stamps.add(markup.property("datepublished"), "itemprop datePublished");
        stamps.add(Values.text(article, "dateCreated", "uploadDate"), "JSON-LD dateCreated");
        stamps.add(time(markup.times, true), "time");
        stamps.addDay(IN_ADDRESS, address);
        stamps.add(time(markup.times, false), "time");
        if (stamps.stamps.isEmpty()) {
            stamps.inText(outline, first, headline);
        }
        return List.copyOf(stamps.stamps);
    }

    static List<Page.Stamp> modified(JsonNode article, Markup markup) {
        Stamps stamps = new Stamps();
        stamps.add(Values.text(article, "dateModified"), "JSON-LD dateModified");
        MODIFIED.forEach(name -> stamps.add(markup.meta(name), name));
        stamps.add(markup.property("datemodified"), "itemprop dateModified");
        return List.copyOf(stamps.stamps);
    }

    private void add(String text, String source) {
        if (text != null
                && text.length() <= LONGEST
                && text.chars().filter(Character::isDigit).count() >= LEAST_DIGITS
                && stamps.size() < MOST
                && stamps.stream().noneMatch(known -> known.text().equals(text))) {
            stamps.add(new Page.Stamp(text, source));
        }
    }

    /** The first time, or the first that is called one of publication. */
    private static String time(List<Element> times, boolean named) {
        for (Element time : times) {
            String names = (time.className() + " " + time.attr("itemprop") + (time.hasAttr("pubdate") ? " publ" : ""))
                    .toLowerCase(Locale.ROOT);
            boolean publication = names.contains("publ") || names.contains("entry-date") || names.contains("posted");
            String value = Text.orNull(time.attr("datetime"));
            if (value != null && (!named || publication) && !names.contains("updat") && !names.contains("modif")) {
                return value;
            }
        }
        return null;
    }

    private void addDay(Pattern pattern, String address) {
        Matcher day = address == null ? null : pattern.matcher(address);
        if (day != null && day.find()) {
            add(iso(day.group(1), day.group(2), day.group(3)).orElse(null), "address");
        }
    }

    /** A date that is written out near the headline or before the text. */
    private void inText(Outline outline, int first, String headline) {
        int title = first;
        String letters = headline == null ? "" : Headlines.letters(headline);
        for (int i = 0; i < Math.max(first, 1) && i < outline.size(); i++) {
            boolean same = !letters.isEmpty()
                    && Headlines.letters(outline.blocks.get(i).text()).equals(letters);
            title = same || outline.blocks.get(i).box().name().equals("h1") ? i : title;
        }
        // behind the headline stands its own date more often than before it
        int end = Math.min(outline.size(), Math.max(title, first) + BEHIND);
        for (int i = Math.max(0, title); i < end; i++) {
            addDay(outline.blocks.get(i));
        }
        for (int i = title - 1; i >= Math.max(0, title - BEFORE); i--) {
            addDay(outline.blocks.get(i));
        }
    }

    private void addDay(Block block) {
        if (stamps.isEmpty() && block.text().length() <= LONGEST_LINE && !block.isProse()) {
            add(day(block.text()).orElse(null), "text");
        }
    }

    /** A day with its year in a short line. */
    static Optional<String> day(String line) {
        Matcher iso = ISO.matcher(line);
        if (iso.find()) {
            return iso(iso.group(1), iso.group(2), iso.group(3));
        }
        Matcher digits = DIGITS.matcher(line);
        if (digits.find()) {
            boolean monthFirst = Integer.parseInt(digits.group(2)) > 12;
            return iso(digits.group(3), digits.group(monthFirst ? 1 : 2), digits.group(monthFirst ? 2 : 1));
        }
        for (Matcher words = WORDS.matcher(line); words.find(); ) {
            String day = words.group(1) == null
                    ? words.group(5) + " " + words.group(4) + " " + words.group(6)
                    : words.group(1) + " " + words.group(2) + " " + words.group(3);
            Optional<LocalDate> date = WireDates.resolve(day, null);
            if (date.isPresent()) {
                return date.map(LocalDate::toString);
            }
        }
        return Optional.empty();
    }

    private static Optional<String> iso(String year, String month, String day) {
        int m = Integer.parseInt(month);
        int d = Integer.parseInt(day);
        return m >= 1 && m <= 12 && d >= 1 && d <= 31
                ? Optional.of(String.format(Locale.ROOT, "%s-%02d-%02d", year, m, d))
                : Optional.empty();
    }
}
