package dev.dateline.ingest.parse;

import dev.dateline.ingest.dialect.Dialects;
import dev.dateline.ingest.text.DecodedText;
import dev.dateline.model.ArticleIds;
import dev.dateline.model.Document;
import dev.dateline.model.Sluglines;
import dev.dateline.model.Subject;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * ANPA 1312 (ANPA 84-2) as AP and Kyodo send it: two header lines between control characters, extended header lines that
 * begin with "^", text, and a line with the time. The keyword is repeated on all leads of a story and so names it.
 */
final class Anpa1312 {
    static final String FORMAT = "anpa-1312";
    private static final String CATEGORIES = "a1312cat";
    /** Service level, transmission number, name, selector; then priority, category, format, keyword, date, words. */
    private static final Pattern HEADER = Pattern.compile(
            "\\x01(?<level>[a-zA-Z])(?<number>\\d{4})(?<name>[^\\x1f\\r\\n]{0,40})\\x1f(?<selector>[^\\r\\n]{0,40})[\\r\\n]+"
                    + "(?<priority>[a-zA-Z])\\h(?<category>[a-zA-Z])[\\x13\\x14]?(?<layout>[\\x11\\x12])?\\h*(?<keyword>[^\\r\\n]*?)\\h+(?<date>\\d{2}-\\d{2})\\h*(?<words>\\d{0,5})\\h*[\\r\\n]");

    /** Flash, bulletin, urgent, regular, deferred on the scale of 1 to 8 of IPTC. */
    private static final Map<String, String> URGENCY = Map.of("f", "1", "b", "2", "u", "3", "r", "4", "d", "5");

    private static final String OTHER_URGENCY = "6";
    /** Paragraphs of an alert at most. */
    private static final int SHORT = 2;

    private static final Pattern END_OF_LINE = Pattern.compile("[<=]\\h*$");
    private static final Pattern NOTE =
            Pattern.compile("Eds?:.*|AP (?:Photo|Graphic|Video)s?\\b.*|For global distribution.*");
    private static final Pattern CREDIT =
            Pattern.compile("(?:The )?Associated Press|AP .{2,30}(?:Writer|Editor|Reporter|Correspondent)s?");
    private static final Pattern CONTROLS = Pattern.compile("[\\x00-\\x08\\x0b-\\x1f]");
    private static final Pattern INDENTED = Pattern.compile("\\h{3,8}\\S.*");
    private static final Pattern AFTER_SPACE = Pattern.compile("\\h.*");
    private static final Pattern BEGINS_PARAGRAPH = Pattern.compile("\\h{2,}\\S.*|\\t.*");

    private static final String TABLE = "\u0012";
    private static final int HEAD = 2000;

    private final Document document;
    private final Matcher header;
    private final Draft draft;
    private final Redaction redaction;

    private Anpa1312(Document document, Dialects dialects, Matcher header, String text, int position) {
        this.document = document;
        this.header = header;
        this.draft = new Draft(FORMAT, position, dialects.of(FORMAT, document.provider(), senders(header, text)));
        this.redaction = new Redaction(draft.dialect, dialects.general());
    }

    static boolean isMessage(String text) {
        String head = text.substring(0, Math.min(text.length(), HEAD));
        return head.indexOf('\u0001') >= 0 && HEADER.matcher(head).find();
    }

    static List<Parsed> parse(Document document, DecodedText decoded, Dialects dialects) {
        String text = decoded.text();
        List<Parsed> parsed = new ArrayList<>();
        Matcher headers = HEADER.matcher(text);
        for (boolean found = headers.find(); found; ) {
            if (parsed.size() == Parsers.MAX_ITEMS) {
                parsed.add(Parsed.Rejected.tooMany(FORMAT));
                return parsed;
            }
            Matcher header = HEADER.matcher(text);
            header.find(headers.start());
            found = headers.find();
            int end = found ? headers.start() : text.length();
            parsed.add(new Anpa1312(document, dialects, header, text.substring(header.end(), end), parsed.size())
                    .article(header.end(), end, decoded));
        }
        return parsed;
    }

    private static List<String> senders(Matcher header, String text) {
        List<String> senders = new ArrayList<>(List.of(header.group("name").strip()));
        if (text.contains("AP-WF-") || text.contains("Associated Press")) {
            senders.add("ap");
        }
        return senders;
    }

    private Parsed article(int from, int to, DecodedText decoded) {
        String message = decoded.part(from, to, draft.dialect, document.bytes());
        LocalDate received = document.receivedAt().atZone(draft.dialect.zone()).toLocalDate();
        int end = message.indexOf('\u0003');
        draft.versionCreated = MessageTime.ofTrailer(end < 0 ? message : message.substring(end), draft.dialect)
                .orElse(null);
        LocalDate day = MessageTime.ofTwoNumbers(
                        header.group("date"),
                        draft.versionCreated == null
                                ? received
                                : LocalDate.parse(draft.versionCreated.substring(0, 10)),
                        draft.dialect)
                .orElse(received);
        if (draft.versionCreated == null) {
            draft.versionCreated = day.toString();
        }
        String priority = header.group("priority").toLowerCase(Locale.ROOT);
        draft.urgency = URGENCY.getOrDefault(priority, OTHER_URGENCY);
        draft.subjects.add(new Subject(CATEGORIES, header.group("category"), null, null, null, null, null, null));
        String copy = (end < 0 ? message : message.substring(0, end))
                .replace("\r\n", "\n")
                .replace('\r', '\n');
        int body = readHead(copy.substring(copy.indexOf('\u0002') + 1).lines().toList());
        if (draft.slugline == null) {
            draft.slugline = PlainText.orNull(header.group("keyword"));
        }
        draft.guid = guid(day);
        if (draft.slugline != null) {
            TextEmbargo.ofSlug(draft.slugline, day).ifPresent(until -> draft.embargo = until);
        }
        readBody(copy.substring(copy.indexOf('\u0002') + 1).lines().skip(body).toList());
        if (draft.body.size() <= SHORT) {
            draft.signals.add("priority " + priority); // features are sent with the priority of a flash, too
        }
        if (decoded.guessed() && draft.dialect.charset() == null) {
            draft.flags.add("charset-guessed");
        }
        return Articles.of(document, draft);
    }

    /** Alerts share their keyword, so their numbers name them. */
    private String guid(LocalDate day) {
        String slug = draft.slugline == null ? "" : Sluglines.base(draft.slugline);
        if (slug.isEmpty() || slug.endsWith("APNewsAlert")) {
            return header.group("level") + header.group("number") + "-" + day;
        }
        draft.flags.add(ArticleIds.DERIVED);
        return ArticleIds.guidFromSlug(slug, day);
    }

    /** The extended header: keyword, headline, advisories, byline; returns the index of the first line after it. */
    private int readHead(List<String> lines) {
        int next = 0;
        boolean extended = !lines.isEmpty() && lines.get(0).contains("^");
        if (!lines.isEmpty()) {
            draft.slugline = keyword(lines.get(next++));
        }
        if (!extended && next < lines.size() && !lines.get(next).startsWith(" ")) {
            draft.headline = redaction.publicPart(lines.get(next++));
        }
        while (next < lines.size() && lines.get(next).startsWith("^")) {
            String line = PlainText.clean(
                    END_OF_LINE.matcher(lines.get(next).substring(1)).replaceFirst(""));
            Optional<String> embargo = TextEmbargo.of(line);
            if (embargo.isPresent()) {
                draft.embargo = embargo.get();
            } else if (NOTE.matcher(line).matches()) {
                draft.addNote(redaction.publicNote(line));
            } else if (line.matches("By .*")) {
                draft.bylines.add(line);
            } else if (CREDIT.matcher(line).matches()) {
                draft.credit = line;
            } else if (draft.headline == null && !line.isEmpty()) {
                draft.headline = redaction.publicPart(line);
            } else {
                return next; // a table or a list whose lines all begin so
            }
            next++;
        }
        return next;
    }

    /** "*9006< ^AP-Top-Headlines,0176<" without numbers and count. */
    private static String keyword(String line) {
        for (String part : line.split("<")) {
            String slug = part.replaceFirst("^[\\h^]+", "")
                    .replaceFirst(",\\h*\\d*\\h*$", "")
                    .strip();
            if (slug.matches(".*\\p{L}.*")) {
                return PlainText.orNull(slug);
            }
        }
        return null;
    }

    private void readBody(List<String> lines) {
        boolean table = TABLE.equals(header.group("layout")) || lines.stream().anyMatch(line -> line.startsWith("^"));
        List<String> clean = lines.stream()
                .map(line -> CONTROLS.matcher(line).replaceAll(" "))
                .map(line -> line.startsWith("^") ? "\t" + line.substring(1) : line)
                .map(line -> END_OF_LINE.matcher(line).replaceFirst(""))
                .filter(line -> !line.strip().equals("END"))
                .toList();
        List<String> body = table
                ? wrapped(clean)
                        ? paragraphs(clean)
                        : clean.stream()
                                .map(PlainText::clean)
                                .filter(line -> !line.isEmpty())
                                .toList()
                : paragraphs(clean);
        draft.body = redaction.publicParagraphs(body);
    }

    /** Kyodo sends text as a table; its paragraphs are indented and their lines broken at a margin. */
    private static boolean wrapped(List<String> lines) {
        long indented =
                lines.stream().filter(line -> INDENTED.matcher(line).matches()).count();
        long full = lines.stream()
                .filter(line -> line.strip().length() >= 55
                        && !AFTER_SPACE.matcher(line).matches())
                .count();
        return full > indented;
    }

    private static List<String> paragraphs(List<String> lines) {
        StringBuilder text = new StringBuilder();
        for (String line : lines) {
            text.append(BEGINS_PARAGRAPH.matcher(line).matches() ? "\n\n" : "\n")
                    .append(line);
        }
        return Paragraphs.ofPlainText(text.toString());
    }
}
