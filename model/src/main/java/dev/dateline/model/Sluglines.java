package dev.dateline.model;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What wires write into a slugline beside the slug: leads and writethrus, updates, kills, counts. */
public final class Sluglines {
    private static final Pattern SLUG = Pattern.compile(
            "(?<kill>\\b(?:BULLETIN KILL|KILL KILL KILL|STORY WITHDRAWN)\\b)|(?<hold>\\bHOLD HOLD HOLD\\b)"
                    + "|(?<correction>\\(CORRECTED\\b|\\bCORRECTIVE\\b)|(?<alert>\\bAPNewsAlert\\b)"
                    + "|(?<update>\\(UPDATE \\d+|\\b\\d+(?:st|nd|rd|th) Ld(?:-Writethru)?\\b|\\b\\d+(?:ST|ND|RD|TH) LEAD\\b|-Writethru\\b)");
    /** Behind the slug: "(UPDATE 1, PIX)", ", 1st Ld-Writethru", ", BULLETIN KILL", "-ABRIDGED", ", Adv25", ",466". */
    private static final Pattern SLUG_VERSION =
            Pattern.compile("\\h*\\((?:UPDATE \\d+|CORRECTED|REFILE|KILL|WITHDRAWN|PIX|TV)[^)]*\\)"
                    + "|[,\\h-]+(?i:\\d{1,2}(?:st|nd|rd|th) ?(?:Ld|Lead)(?:-?Writethru)?|Writethru|(?:\\d{1,2}(?:st|nd|rd|th) )?(?:Insert|Sub|Add)|Corrective|Abridged|Adv ?\\d{0,2}|(?:BULLETIN |MANDATORY )?(?:KILL|ELIMINATION|WITHHOLD)(?:[ -]KILL)*)\\b.*"
                    + "|,\\h*\\d{1,5}\\h*$");

    private Sluglines() {}

    /** The lifecycle marker in a slugline such as "USA-SHUTDOWN/ (UPDATE 1, PIX, TV)" or "AP-US--Biden, 3rd Ld-Writethru", with what it says. */
    public static Optional<Markers.Reading> read(String slugline) {
        Matcher slug = SLUG.matcher(slugline);
        if (!slug.find()) {
            return Optional.empty();
        }
        Signal signal = slug.group("kill") != null
                ? Signal.KILL
                : slug.group("hold") != null
                        ? Signal.HOLD
                        : slug.group("correction") != null
                                ? Signal.CORRECTION
                                : slug.group("alert") != null ? Signal.ALERT : Signal.UPDATE;
        String marker = slug.group().replaceAll("^[(-]", "");
        return Optional.of(new Markers.Reading(slugline, List.of(marker), signal, marker, null));
    }

    /**
     * The slug that all leads of a story share: without lead and writethru marks, counts and the words of a kill, for
     * example "BC-US--Giant Lobster Death" of "BC-US--Giant Lobster Death, 1st Ld-Writethru,127".
     */
    public static String base(String slugline) {
        return SLUG_VERSION
                .matcher(slugline)
                .replaceAll("")
                .replaceAll("[\\s,;/_-]+$", "")
                .strip();
    }
}
