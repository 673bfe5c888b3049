package dev.dateline.ingest.parse;

import dev.dateline.model.ChangeNotes;
import dev.dateline.model.Dateline;
import dev.dateline.model.Datelines;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The lines of wire copy that are about the story and not the story: advisory, byline and lead-in before it, sign-off
 * and end marks behind it. Taken off the body and kept as what they say.
 */
final class Furniture {
    private static final Pattern SIGN_OFF = Pattern.compile(
            "\\((?:Additional |With )?(?:[Rr]eporting|[Ww]riting|[Ee]diting|[Cc]ompiled|Production|Graphic|Translated) (?:and \\w+ )?(?:by|in) .{2,600}\\)"
                    + "|\\(\\(.{2,400}\\)\\)"
                    + "|Keywords: .{1,300}"
                    + "|==?Kyodo|=2|\\(more\\)|MORE|-30-|(?i:-?ends-?)|#{3}|\\*{3}|_{3,}|Reuter|REUTER|\\(ANSA\\)\\.?"
                    + "|/\\p{L}{2,12}/|AAP(?: [A-Za-z]{2,9}){0,4}|(?i:source):?\\h.{2,100}|\\([A-Z]{2,5}\\\\?/[a-zA-Z/]{2,12}\\)|\\([©@c]\\h?\\p{L}{2,20}\\)"
                    + "|dpa(?: [a-z0-9]{1,6}){2,14}"
                    + "|[a-z]{1,4}(?:[/-][a-z]{1,5}){1,4}"
                    + "|\\d{2} \\d{2} \\d{2} [A-Z]{3}\\d{2} .*");
    private static final Pattern GLUED_SIGN_OFF = Pattern.compile(
            "(?<=[.!?”\"’)\\d\\p{L}])\\s*(?:\\((?:Additional |With )?(?:[Rr]eporting|[Ww]riting|[Ee]diting|Compiled) (?:and \\w+ )?(?:by|in) [^()]{2,400}\\)|\\(ANSA\\)\\.?|\\sReuter)\\s*$");
    /** Rules of asterisks, dashes and the like between parts. */
    private static final Pattern NO_WORD = Pattern.compile("[^\\p{L}\\p{N}]*");

    private static final Pattern BULLET = Pattern.compile("[*•–-]\\h.*");
    private static final int LEAD = 12;
    private static final int MAX_SIGN_OFF = 450;

    private final List<String> body;
    private final List<String> bylines = new ArrayList<>();
    private final List<String> changeNotes = new ArrayList<>();
    private Dateline dateline;

    private Furniture(List<String> paragraphs) {
        this.body = new ArrayList<>(paragraphs);
    }

    /** @param reference day of the version, for datelines without a year; may be null */
    static Furniture strip(List<String> paragraphs, String headline, LocalDate reference) {
        Furniture furniture = new Furniture(paragraphs);
        furniture.takeLead(headline, reference);
        furniture.body.removeIf(line -> !Character.isLetterOrDigit(line.charAt(0))
                && NO_WORD.matcher(line).matches());
        furniture.takeSignOff();
        ContactLines.remove(furniture.body);
        return furniture;
    }

    List<String> body() {
        return List.copyOf(body);
    }

    List<String> bylines() {
        return bylines;
    }

    List<String> changeNotes() {
        return changeNotes;
    }

    Optional<Dateline> dateline() {
        return Optional.ofNullable(dateline);
    }

    /** Advisories and byline come first; the lead-in is looked for in the first two paragraphs of text after them. */
    private void takeLead(String headline, LocalDate reference) {
        int texts = 0;
        // the looks are counted, because a body of nothing but headlines would take ages to be taken off one by one
        for (int i = 0, looks = 0;
                looks < 2 * LEAD && i < Math.min(body.size(), LEAD) && texts < 2 && dateline == null;
                looks++) {
            String paragraph = body.get(i);
            Optional<String> note = isParenthesis(paragraph) || ChangeNotes.isAdvisory(paragraph)
                    ? ChangeNotes.read(paragraph)
                    : Optional.empty();
            if (note.isPresent()) {
                changeNotes.add(note.get());
                body.remove(i);
            } else if (Bylines.isByline(paragraph) && bylines.isEmpty()) {
                bylines.add(paragraph);
                body.remove(i);
            } else if (headline != null && texts == 0 && paragraph.equals(headline)) {
                body.remove(i);
            } else {
                boolean bullet = BULLET.matcher(paragraph).matches();
                takeDateline(i, reference);
                texts += bullet ? 0 : 1;
                i++;
            }
        }
        body.removeIf(String::isEmpty);
    }

    private void takeDateline(int at, LocalDate reference) {
        String paragraph = body.get(at);
        Datelines.read(paragraph, reference).ifPresent(lead -> {
            dateline = lead.dateline();
            body.set(at, PlainText.clean(paragraph.substring(lead.end())));
        });
    }

    private void takeSignOff() {
        while (!body.isEmpty() && SIGN_OFF.matcher(last()).matches()) {
            body.remove(body.size() - 1);
        }
        if (!body.isEmpty() && mayEndInSignOff(last())) {
            Matcher glued = GLUED_SIGN_OFF.matcher(last());
            glued.region(Math.max(0, last().length() - MAX_SIGN_OFF), last().length())
                    .useTransparentBounds(true);
            String shorter = glued.find() ? last().substring(0, glued.start()).strip() : last();
            if (!shorter.isEmpty()) {
                body.set(body.size() - 1, shorter);
            }
        }
    }

    /** The expression tries each of the last characters; most paragraphs end like none that it finds. */
    private static boolean mayEndInSignOff(String paragraph) {
        return paragraph.endsWith(")") || paragraph.endsWith(").") || paragraph.endsWith("Reuter");
    }

    private String last() {
        return body.get(body.size() - 1);
    }

    private static boolean isParenthesis(String paragraph) {
        return paragraph.startsWith("(") && paragraph.endsWith(")") && paragraph.length() <= 600;
    }
}
