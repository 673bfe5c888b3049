package dev.dateline.ingest.parse;

import dev.dateline.ingest.dialect.Dialects;
import dev.dateline.ingest.text.DecodedText;
import dev.dateline.model.Document;
import dev.dateline.model.Subject;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** IPTC 7901: header line, slug lines, text, date and time, between control characters, one message or several. */
final class Iptc7901 {
    static final String FORMAT = "iptc-7901";
    private static final String CATEGORIES = "iptc7901";

    /** Source, number, priority, category, words, optional information; category in either case. */
    private static final String HEADER =
            "(?<source>[a-zA-Z]{2,4})(?<number>\\d{2,6})\\h+(?<priority>[1-9])\\h+(?<category>[a-zA-Z]{1,3})\\h+(?<words>\\d{1,5})\\b\\h*(?<info>[^\\r\\n]{0,80})";

    private static final Pattern AFTER_SOH = Pattern.compile("\\x01" + HEADER);
    /** Without control characters, which gateways lose, the header is the first line and there is a time at the end. */
    private static final Pattern FIRST_LINE = Pattern.compile("\\A[\\s\\x7f]*" + HEADER + "\\r?\\n");

    private static final int HEAD = 2000;
    private static final int HEAD_LINES = 12;
    private static final int WRAPPED = 45;

    private final Document document;
    private final Draft draft;
    private final Redaction redaction;
    private final Matcher header;

    private Iptc7901(Document document, Dialects dialects, Matcher header, int position) {
        this.document = document;
        this.header = header;
        List<String> senders = new ArrayList<>(List.of(header.group("source")));
        senders.addAll(Arrays.asList(header.group("info").strip().split("[\\s\\d-]+")));
        this.draft = new Draft(FORMAT, position, dialects.of(FORMAT, document.provider(), senders));
        this.redaction = new Redaction(draft.dialect, dialects.general());
    }

    static boolean isMessage(String text) {
        String head = text.substring(0, Math.min(text.length(), HEAD));
        return head.indexOf('\u0001') >= 0 && AFTER_SOH.matcher(head).find()
                || FIRST_LINE.matcher(head).lookingAt();
    }

    static List<Parsed> parse(Document document, DecodedText decoded, Dialects dialects) {
        List<Parsed> parsed = new ArrayList<>();
        Matcher headers = (AFTER_SOH.matcher(decoded.text()).find() ? AFTER_SOH : FIRST_LINE).matcher(decoded.text());
        int start = -1;
        Iptc7901 message = null;
        while (headers.find()) {
            if (parsed.size() == Parsers.MAX_ITEMS) {
                parsed.add(Parsed.Rejected.tooMany(FORMAT));
                return parsed;
            }
            if (message != null) {
                parsed.add(message.article(decoded, start, headers.start()));
            }
            Matcher header = headers.pattern().matcher(decoded.text());
            header.find(headers.start());
            message = new Iptc7901(document, dialects, header, parsed.size());
            start = headers.end();
        }
        parsed.add(message.article(decoded, start, decoded.text().length()));
        return parsed;
    }

    private Parsed article(DecodedText decoded, int from, int to) {
        String text = decoded.part(from, to, draft.dialect, document.bytes());
        LocalDate received = document.receivedAt().atZone(draft.dialect.zone()).toLocalDate();
        int end = text.indexOf('\u0003');
        String copy =
                (end < 0 ? text : text.substring(0, end)).replace("\r\n", "\n").replace('\r', '\n');
        draft.versionCreated = MessageTime.ofGroup(end < 0 ? tail(copy) : text.substring(end), received)
                .orElse(null);
        if (draft.versionCreated == null && end >= 0 && text.substring(end).matches("(?s).*\\d{6}.*")) {
            draft.flags.add("version-created-unreadable");
        }
        String day = draft.versionCreated == null ? received.toString() : draft.versionCreated.substring(0, 10);
        draft.guid = header.group("source").toLowerCase(Locale.ROOT) + header.group("number") + "-" + day;
        draft.urgency = header.group("priority");
        draft.subjects.add(new Subject(
                CATEGORIES, header.group("category").toLowerCase(Locale.ROOT), null, null, null, null, null, null));
        readLines(copy);
        if (decoded.guessed() && draft.dialect.charset() == null) {
            draft.flags.add("charset-guessed");
        }
        return Articles.of(document, draft);
    }

    private static String tail(String copy) {
        return copy.substring(Math.max(0, copy.length() - 60));
    }

    private void readLines(String copy) {
        int stx = copy.indexOf('\u0002');
        List<String> lines = new ArrayList<>(copy.lines().toList());
        int next = 0;
        if (stx >= 0) {
            draft.slugline = PlainText.orNull(copy.substring(0, stx));
            lines = new ArrayList<>(copy.substring(stx + 1).lines().toList());
        } else {
            while (next < lines.size() && lines.get(next).isBlank()) {
                next++;
            }
            if (next < lines.size() && lines.get(next).strip().matches("/.*|.*/")) {
                draft.slugline = PlainText.orNull(lines.get(next++));
            }
        }
        if (draft.slugline != null) {
            draft.slugline = draft.slugline.replaceAll("^/+|/+$", "");
        }
        int body = readHead(lines, next);
        readBody(lines.subList(body, lines.size()));
    }

    /** Markers, headline and byline, up to the line that ends in "="; without one up to the first blank line. */
    private int readHead(List<String> lines, int from) {
        int end = from;
        while (end < Math.min(lines.size(), from + HEAD_LINES)
                && !lines.get(end).strip().endsWith("=")
                && !(lines.get(end).isBlank() && end > from)) {
            end++;
        }
        List<String> head = lines.subList(from, Math.min(lines.size(), end + 1)).stream()
                .map(line -> PlainText.clean(line).replaceFirst("\\h*=$", ""))
                .filter(line -> !line.isEmpty())
                .toList();
        List<String> titles = new ArrayList<>();
        for (String line : head) {
            Optional<String> embargo = TextEmbargo.of(line);
            if (TextMarkers.isMarker(line)) {
                draft.lines.add(line);
            } else if (embargo.isPresent()) {
                draft.embargo = embargo.get();
            } else if (Bylines.startsLikeByline(line) && !titles.isEmpty()) {
                draft.bylines.add(line);
            } else if (line.matches("\\(.{1,200}\\)")) {
                draft.addNote(redaction.publicNote(line.substring(1, line.length() - 1)));
            } else {
                titles.add(line);
            }
        }
        headline(titles);
        return Math.min(lines.size(), end + 1);
    }

    /** The last line is the headline, with those before it that were only broken at the margin; others say the kind. */
    private void headline(List<String> titles) {
        if (titles.isEmpty()) {
            return;
        }
        int first = titles.size() - 1;
        while (first > 0 && titles.get(first - 1).length() >= WRAPPED) {
            first--;
        }
        draft.headline = redaction.publicPart(String.join(" ", titles.subList(first, titles.size())));
        titles.subList(0, first).stream().findFirst().ifPresent(kind -> draft.genre = kind);
    }

    private void readBody(List<String> lines) {
        Notebook notebook = Notebook.of(lines);
        draft.body = redaction.publicParagraphs(Paragraphs.ofPlainText(String.join("\n", notebook.copy())));
        notebook.notes().stream().map(redaction::publicNote).forEach(draft::addNote);
        Optional.ofNullable(notebook.change())
                .map(redaction::publicNote)
                .ifPresent(change -> draft.changeNote = change);
        dropTime();
    }

    /** Without an ETX the date and time are the last line of the text. */
    private void dropTime() {
        List<String> body = new ArrayList<>(draft.body);
        if (!body.isEmpty()
                && body.get(body.size() - 1).length() < 30
                && MessageTime.ofGroup(
                                body.get(body.size() - 1), LocalDate.ofInstant(document.receivedAt(), ZoneOffset.UTC))
                        .isPresent()) {
            body.remove(body.size() - 1);
        }
        draft.body = body;
    }
}
