package dev.dateline.ingest.parse;

import dev.dateline.ingest.dialect.Dialects;
import dev.dateline.ingest.text.DecodedText;
import dev.dateline.model.Datelines;
import dev.dateline.model.Document;
import dev.dateline.model.Place;
import dev.dateline.model.Subject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Wire copy without a standard around it: between ZCZC and NNNN with one-letter codes, a press release below "Source:"
 * and "MEDIA RELEASE", or text whose first lines carry an agency's lead-in.
 */
final class WireText {
    static final String FORMAT = "wire-text";
    private static final Pattern FRAME = Pattern.compile("\\A\\s*ZCZC\\b\\h*(?<sender>[^\\r\\n]{0,40})");
    private static final Pattern RELEASE =
            Pattern.compile("\\A\\s*Source:\\h*(?<source>[^\\r\\n]{1,200})\\R+MEDIA RELEASE (?<id>\\w{2,12})\\h*\\R");
    private static final Pattern CODE = Pattern.compile("(?<code>[%#$:&*@~=^+])(?<value>.*)");
    private static final Pattern ROUTING = Pattern.compile("[A-Z]{1,2} [A-Z0-9()]{2,}.*");
    private static final Pattern END_OF_LINE = Pattern.compile("[<=]!\\h*$");
    private static final int HEAD_LINES = 6;
    private static final int MAX_TITLE = 160;

    private final Draft draft;
    private final Redaction redaction;

    private WireText(String provider, Dialects dialects, List<String> senders) {
        this.draft = new Draft(FORMAT, 0, dialects.of(FORMAT, provider, senders));
        this.redaction = new Redaction(draft.dialect, dialects.general());
    }

    /** Whether a frame around the copy says what it is. */
    static boolean isFramed(String text) {
        return FRAME.matcher(text).lookingAt() || RELEASE.matcher(text).lookingAt();
    }

    static boolean isCopy(String text) {
        String head = text.substring(0, Math.min(text.length(), 4000));
        return isFramed(head)
                || head.lines()
                        .filter(line -> !line.isBlank())
                        .limit(HEAD_LINES)
                        .anyMatch(line -> Datelines.read(line, null)
                                .filter(lead -> lead.dateline().getAgency() != null)
                                .isPresent());
    }

    static Parsed parse(Document document, DecodedText decoded, Dialects dialects) {
        String text = decoded.text();
        Matcher frame = FRAME.matcher(text);
        Matcher release = RELEASE.matcher(text);
        WireText copy;
        if (frame.lookingAt()) {
            String sender = frame.group("sender").strip();
            copy = new WireText(document.provider(), dialects, List.of(sender, agencyAtEnd(text)));
            copy.readFramed(copy.rest(decoded, document, frame.end()).lines().toList());
        } else if (release.lookingAt()) {
            copy = new WireText(
                    document.provider(),
                    dialects,
                    List.of("media release " + release.group("id"), release.group("source")));
            copy.readRelease(
                    release, copy.rest(decoded, document, release.end()).lines().toList());
        } else {
            copy = new WireText(document.provider(), dialects, List.of(agencyOf(text)));
            copy.readTitled(copy.rest(decoded, document, 0).lines().toList(), true);
        }
        if (decoded.guessed() && copy.draft.dialect.charset() == null) {
            copy.draft.flags.add("charset-guessed");
        }
        return Articles.of(document, copy.draft);
    }

    /** What follows, in the charset of the dialect that the beginning told. */
    private String rest(DecodedText decoded, Document document, int from) {
        return decoded.part(from, decoded.text().length(), draft.dialect, document.bytes());
    }

    private static String agencyAtEnd(String text) {
        return text.substring(Math.max(0, text.length() - 200)).contains("AAP") ? "aap" : "";
    }

    private static String agencyOf(String text) {
        return text.lines()
                .filter(line -> !line.isBlank())
                .limit(HEAD_LINES)
                .flatMap(line -> Datelines.read(line, null).stream())
                .map(lead -> lead.dateline().getAgency())
                .filter(agency -> agency != null)
                .findFirst()
                .orElse("");
    }

    /** AAP's codes: # slug, $ or ^ headline, : place or slug, * and + subject, @ state; other codes route the copy. */
    private void readFramed(List<String> lines) {
        int next = 0;
        while (next < lines.size() && isHead(lines.get(next))) {
            Matcher code = CODE.matcher(lines.get(next++).strip());
            if (code.matches()) {
                readCode(code.group("code"), PlainText.orNull(code.group("value")));
            }
        }
        List<String> body = new ArrayList<>();
        for (String line : lines.subList(next, lines.size())) {
            if (line.strip().equals("NNNN")) {
                break;
            }
            body.add(line.indexOf('!') < 0 ? line : END_OF_LINE.matcher(line).replaceFirst(""));
        }
        readTitled(body, draft.headline == null);
    }

    private static boolean isHead(String line) {
        String text = line.strip();
        return text.isEmpty()
                || CODE.matcher(text).matches()
                || ROUTING.matcher(text).matches();
    }

    private void readCode(String code, String value) {
        if (value == null) {
            return;
        }
        switch (code) {
            case "^" -> draft.headline = redaction.publicPart(value);
            case "$" ->
                draft.headline =
                        value.length() > 2 && draft.headline == null ? redaction.publicPart(value) : draft.headline;
            case "#" -> draft.slugline = value;
            case "*", "+" -> {
                if (value.matches("\\d{8}")) {
                    Catalog.Concept subject = Catalog.resolve("subj", value);
                    draft.subjects.add(
                            new Subject(subject.scheme(), subject.code(), null, null, subject.uri(), null, null, null));
                }
            }
            case "@" -> draft.places.add(new Place(null, null, value, null, null, null, null, null));
            case ":" -> readColon(value);
            default -> {
                // where the copy is to go and who filed it
            }
        }
    }

    /** ":(BRISBANE)" is a dateline, ":POTTED :Title" and ":AFL Preview" are slugs. */
    private void readColon(String value) {
        if (value.matches("\\(\\p{Lu}[\\p{Lu} .'-]+\\)")) {
            draft.dateline = value.substring(1, value.length() - 1);
        } else if (draft.slugline == null) {
            draft.slugline = value.replaceFirst("^.*:", "").strip();
            draft.headline = value.indexOf(':') >= 0 && draft.headline == null
                    ? redaction.publicPart(draft.slugline)
                    : draft.headline;
        }
    }

    private void readRelease(Matcher release, List<String> lines) {
        draft.guid = release.group("id");
        draft.credit = PlainText.orNull(release.group("source"));
        List<String> body = new ArrayList<>(lines);
        List<String> title = new ArrayList<>();
        while (!body.isEmpty() && (title.isEmpty() || !body.get(0).isBlank())) {
            String line = body.remove(0).strip();
            if (!line.isEmpty()) {
                title.add(line);
            }
        }
        draft.headline = redaction.publicPart(String.join(" ", title));
        Pattern source = Pattern.compile(
                "(?i)source\\h*:?\\h{1,3}\\Q" + release.group("source").strip() + "\\E\\.?");
        body.removeIf(line -> source.matcher(line.strip()).matches());
        readTitled(body, false);
    }

    /** @param title whether the first line, when it stands alone and is no lead-in, is the headline */
    private void readTitled(List<String> lines, boolean title) {
        int first = 0;
        while (first < lines.size() && lines.get(first).isBlank()) {
            first++;
        }
        if (title && first < lines.size()) {
            String line = PlainText.clean(lines.get(first));
            Optional<String> embargo = TextEmbargo.of(line);
            if (TextMarkers.isMarker(line) || embargo.isPresent()) {
                embargo.ifPresentOrElse(until -> draft.embargo = until, () -> draft.lines.add(line));
                readTitled(lines.subList(first + 1, lines.size()), true);
                return;
            }
            boolean leadIn = Datelines.read(line, null).isPresent();
            if (!leadIn && line.length() <= MAX_TITLE) {
                draft.headline = redaction.publicPart(line);
                first++;
            }
        }
        draft.body = redaction.publicParagraphs(
                Paragraphs.ofPlainText(String.join("\n", lines.subList(first, lines.size()))));
    }
}
