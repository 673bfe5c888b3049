package dev.dateline.ingest.parse;

import dev.dateline.ingest.dialect.Dialect;
import dev.dateline.ingest.dialect.Dialects;
import dev.dateline.ingest.text.DecodedText;
import dev.dateline.model.Datelines;
import dev.dateline.model.Document;
import dev.dateline.model.Media;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The text of a news page as it is copied from a browser: headline, standfirst, a line with date and time, byline,
 * caption, paragraphs, credit, teasers of other stories, related headlines. The line with the date proves the layout;
 * what it looks like is the dialect's.
 */
final class PageText {
    static final String FORMAT = "page-text";
    private static final int HEAD_LINES = 25;
    private static final int MAX_CAPTION = 400;
    private static final int LONG_PARAGRAPH = 200;
    private static final int PARAGRAPH = 80;

    private static final String NAME =
            "\\p{Lu}[\\p{L}.'’-]+(?: (?:\\p{Lu}[\\p{L}.'’-]*|de|van|von|der|den|du|la|le|al|el|bin|da|dos|di)){1,4}";

    private static final Pattern NAMES = Pattern.compile("(?<names>" + NAME + "(?:(?:, | and | & | und | et | y )"
            + NAME + "){0,4})(?:,? in(?: \\p{Lu}[\\p{L}.'’-]*){1,4})?");

    private static final Pattern UPDATED = Pattern.compile("(?i)(?:last )?updated");

    private final Dialect dialect;
    private final Draft draft;
    private final Redaction redaction;
    private final List<String> lines;

    private PageText(Dialect dialect, Dialect general, List<String> lines) {
        this.dialect = dialect;
        this.draft = new Draft(FORMAT, 0, dialect);
        this.redaction = new Redaction(dialect, general);
        this.lines = lines;
    }

    /** The article, or empty when no dialect with a date line of its own knows the layout. */
    static Optional<Parsed> parse(Document document, DecodedText decoded, Dialects dialects) {
        return parse(document, decoded, dialects, dialect -> dialect.page().dateLine() != null);
    }

    /** The article of a page in any layout, or empty when no line of its head is a date and nothing else, or no text follows. */
    static Optional<Parsed> parseAny(Document document, DecodedText decoded, Dialects dialects) {
        return parse(document, decoded, dialects, dialect -> dialect.page().dateLine() == null);
    }

    private static Optional<Parsed> parse(
            Document document, DecodedText decoded, Dialects dialects, Predicate<Dialect> layouts) {
        List<String> head = head(decoded.text());
        for (Dialect dialect : dialects.ofPages()) {
            int dated = layouts.test(dialect) ? dateLine(head, dialect) : -1;
            if (dated > 0) {
                List<String> lines =
                        decoded.text().lines().map(PlainText::clean).toList();
                if (dialect.page().dateLine() == null && !hasText(lines.subList(dated, lines.size()))) {
                    return Optional.empty();
                }
                Draft draft = new PageText(dialect, dialects.general(), lines).read(dated);
                if (decoded.guessed()) {
                    draft.flags.add("charset-guessed");
                }
                return Optional.of(Articles.of(document, draft));
            }
        }
        return Optional.empty();
    }

    /** A list of dates and names is no page: one paragraph must be long, or two of some length. */
    private static boolean hasText(List<String> lines) {
        return lines.stream().anyMatch(line -> line.length() >= LONG_PARAGRAPH)
                || lines.stream().filter(line -> line.length() >= PARAGRAPH).count() > 1;
    }

    /** The lines among which the date must be; those below are cleaned once there is one. */
    private static List<String> head(String text) {
        List<String> head = new ArrayList<>();
        int seen = 0;
        for (Iterator<String> lines = text.lines().iterator(); seen < HEAD_LINES && lines.hasNext(); ) {
            String line = PlainText.clean(lines.next());
            head.add(line);
            seen += line.isEmpty() ? 0 : 1;
        }
        return head;
    }

    /** Index of the line with the date, which has a headline above it; -1 when the text is no such page. */
    private static int dateLine(List<String> head, Dialect dialect) {
        boolean headline = false;
        for (int i = 0; i < head.size(); i++) {
            if (!stamps(head.get(i), dialect.page()).isEmpty()) {
                return headline ? i : -1;
            }
            headline |= !head.get(i).isEmpty();
        }
        return -1;
    }

    private Draft read(int dated) {
        readHead(lines.subList(0, dated));
        int next = readDates(dated);
        PageTail tail = PageTail.of(lines.subList(next, lines.size()), dialect.page());
        draft.links.addAll(tail.links());
        readBody(tail.body());
        return draft;
    }

    private void readHead(List<String> head) {
        List<String> texts = head.stream()
                .filter(line -> !line.isEmpty() && !PageFurniture.isFurniture(line))
                .toList();
        int first = texts.size() > 1 && PageTail.isSection(texts.get(0), dialect.page()) ? 1 : 0;
        draft.headline = redaction.publicPart(texts.get(first));
        List<String> rest = new ArrayList<>(texts.subList(first + 1, texts.size()));
        rest.removeIf(this::takeByline);
        // without "by" names are known by where they stand: directly above the date
        if (dialect.page().dateLine() == null && !rest.isEmpty() && draft.bylines.isEmpty()) {
            Matcher names = NAMES.matcher(rest.get(rest.size() - 1));
            if (names.matches()) {
                draft.bylines.add(names.group("names"));
                rest.remove(rest.size() - 1);
            }
        }
        draft.standfirst = rest.isEmpty() ? null : redaction.publicPart(String.join(" ", rest));
    }

    /** One line for a page that never changed, two or a line that says so for one that was updated. */
    private int readDates(int dated) {
        int next = dated;
        for (List<DateLine.Stamp> stamps = stamps(lines.get(next), dialect.page()); !stamps.isEmpty(); ) {
            for (DateLine.Stamp stamp : stamps) {
                if (!stamp.update() && draft.firstCreated == null) {
                    draft.firstCreated = stamp.time();
                }
                draft.versionCreated = stamp.time();
            }
            next = nextText(next + 1);
            stamps = next == lines.size() ? List.of() : stamps(lines.get(next), dialect.page());
        }
        return next;
    }

    /** The times of a line that the layout takes for its date; empty for any other line. */
    private static List<DateLine.Stamp> stamps(String line, Dialect.Page page) {
        if (page.dateLine() == null) {
            return DateLine.read(line);
        }
        Matcher matcher = page.dateLine().matcher(line);
        if (!matcher.matches()) {
            return List.of();
        }
        boolean update = matcher.group("label") != null
                && UPDATED.matcher(matcher.group("label")).matches();
        String time = time(matcher.group("date"), matcher.group("time"), page).orElse(null);
        return List.of(new DateLine.Stamp(update, time));
    }

    private int nextText(int from) {
        int next = from;
        while (next < lines.size() && lines.get(next).isEmpty()) {
            next++;
        }
        return next;
    }

    private static Optional<String> time(String date, String time, Dialect.Page page) {
        for (String pattern : page.datePatterns()) {
            DateTimeFormatter format = new DateTimeFormatterBuilder()
                    .parseCaseInsensitive()
                    .appendPattern(pattern)
                    .toFormatter(Locale.ENGLISH);
            try {
                String day = LocalDate.parse(
                                date.replaceAll("\\s+", " ").replace(".", "").replaceFirst("(?i)\\bsept\\b", "Sep"),
                                format)
                        .toString();
                return Optional.of(day + "T" + time.replaceFirst("[hH.]", ":"));
            } catch (DateTimeParseException e) {
                // the next pattern may fit
                continue;
            }
        }
        return Optional.empty();
    }

    private void readBody(List<String> rest) {
        int start = 0;
        while (start < rest.size() && (rest.get(start).isEmpty() || takeByline(rest.get(start)))) {
            start++;
        }
        List<String> body = new ArrayList<>();
        for (int i = start; i < rest.size(); i++) {
            String line = rest.get(i);
            if (!line.isEmpty()
                    && !PageFurniture.isFurniture(line)
                    && !takeCaption(line)
                    && !takeBareCaption(rest, i, body)) {
                body.add(line);
            }
        }
        draft.credit = PageCredit.take(body).orElse(null);
        draft.body = redaction.publicParagraphs(body);
    }

    private boolean takeByline(String line) {
        if (Bylines.isByline(line)) {
            draft.bylines.add(line);
            return true;
        }
        return false;
    }

    private boolean takeCaption(String line) {
        Matcher caption = dialect.page().caption().matcher(line);
        if (line.length() > MAX_CAPTION || !caption.matches()) {
            return false;
        }
        String text = PlainText.orNull(caption.group("caption"));
        draft.media.add(new Media(
                "picture",
                text == null ? null : redaction.publicPart(text),
                redaction.publicPart(caption.group("credit").replaceAll("[\\s.]+$", "")),
                null,
                null));
        return true;
    }

    /** A caption without a credit stands directly above the paragraph that carries the dateline. */
    private boolean takeBareCaption(List<String> rest, int at, List<String> body) {
        boolean above =
                body.isEmpty() && at + 1 < rest.size() && !rest.get(at + 1).isEmpty();
        if (above
                && Datelines.read(rest.get(at), null).isEmpty()
                && Datelines.read(rest.get(at + 1), null).isPresent()) {
            draft.media.add(new Media(
                    "picture", redaction.publicPart(rest.get(at).replaceAll("[\\s.]+$", "")), null, null, null));
            return true;
        }
        return false;
    }
}
