package dev.dateline.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The words that wires put in front of headlines to say what becomes of a story: "CORRECTED-UPDATE
 * 2-EXCLUSIVE-…". They count only in the wire's own spelling (upper case and a hyphen without spaces, or the word dpa
 * writes before a colon) and only when the provider's dialect allows them, because press releases use the same words.
 */
public final class Markers {
    /**
     * A headline taken apart.
     *
     * @param headline the headline without markers
     * @param markers all markers from the left, for example ["CORRECTED", "UPDATE 2", "EXCLUSIVE"]
     * @param signal the strongest lifecycle signal among them, or null
     * @param signalMarker the marker that proved it as written, for example "CORRECTED-", or null
     * @param genre genre that a marker names, for example "analysis", or null
     */
    public record Reading(String headline, List<String> markers, Signal signal, String signalMarker, String genre) {
        public Reading {
            markers = List.copyOf(markers);
        }
    }

    /** "Aktualisierte Fassung :" with some space. */
    private static final int LONGEST_BEFORE_COLON = 40;

    private record Marker(String name, Pattern prefix, Signal signal, String genre) {}

    private static final List<Marker> HEADLINE = List.of(
            wire("CORRECTED", "CORRECTED(?: \\(OFFICIAL\\))?|CORRECTIVE|CORRECTION", Signal.CORRECTION),
            wire("UPDATE", "UPDATE \\d{1,2}", Signal.UPDATE),
            wire("WRAPUP", "WRAPUP(?: \\d{1,2})?|ROUNDUP(?: \\d{1,2})?", Signal.SUMMARY),
            wire("REFILE", "REFILE", Signal.REFILE),
            wire("RPT", "RPT|REPEAT", Signal.REPEAT),
            wire("WITHDRAWN", "(?:STORY )?WITHDRAWN", Signal.KILL),
            wire("ADVISORY", "ADVISORY|DIARY|DAYBOOK", Signal.ADVISORY),
            wire("ALERT", "ALERT|BREAKING|FLASH|URGENT|SNAP", Signal.ALERT),
            new Marker(
                    "KILL",
                    Pattern.compile(
                            "^(?:(?:BULLETIN )?KILL(?:[ -]KILL){0,2}|BULLETIN ELIMINATION|STORY WITHDRAWN)(?:\\h*[-:–—]\\h*|\\h+|$)"),
                    Signal.KILL,
                    null),
            new Marker("HOLD", Pattern.compile("^HOLD(?:[ -]HOLD){1,2}(?:\\h*[-:–—]\\h*|\\h+|$)"), Signal.HOLD, null),
            new Marker("APNewsAlert", Pattern.compile("^APNewsAlert(?:\\h*[-:–—]\\h*|\\h+|$)"), Signal.ALERT, null),
            before("Berichtigung", "Berichtigung|Korrektur|KORREKTUR", Signal.CORRECTION),
            before("Wiederholung", "Wiederholung", Signal.REPEAT),
            before("Eilmeldung", "Eilmeldung|EILMELDUNG|Eil|EIL", Signal.ALERT),
            before("Zusammenfassung", "Zusammenfassung(?: \\d{4})?|ZUSAMMENFASSUNG", Signal.SUMMARY),
            before("Aktualisierte Fassung", "Aktualisierte Fassung|AKTUALISIERUNG", Signal.UPDATE),
            before("Vorschau", "Vorschau|VORSCHAU", Signal.ADVISORY),
            genre("EXCLUSIVE"),
            genre("INTERVIEW"),
            genre("ANALYSIS"),
            genre("FACTBOX"),
            genre("TIMELINE"),
            genre("FEATURE"),
            genre("COLUMN"),
            genre("BREAKINGVIEWS"),
            genre("COMMENTARY"),
            genre("INSIGHT"),
            genre("SPECIAL REPORT"),
            genre("POLL"),
            genre("TABLE"),
            genre("BRIEF"),
            genre("NEWSMAKER"),
            genre("TAKE-A-LOOK"),
            genre("FOCUS"),
            genre("EXPLAINER"),
            genre("PREVIEW"),
            genre("OBITUARY"));

    /** Names that a dialect may allow. */
    public static final Set<String> NAMES = HEADLINE.stream().map(Marker::name).collect(Collectors.toUnmodifiableSet());

    /** Weakest first: of several signals on one article the last in this list counts. */
    private static final List<Signal> STRENGTH = List.of(
            Signal.UNKNOWN,
            Signal.NEW,
            Signal.UPDATE,
            Signal.ADVISORY,
            Signal.SUMMARY,
            Signal.ALERT,
            Signal.REPEAT,
            Signal.REFILE,
            Signal.CORRECTION,
            Signal.HOLD,
            Signal.KILL);

    private static final Pattern WITHDRAWS = Pattern.compile("\\b(?i:withdrawn?|withdraws|withdrawal of story)\\b");

    private Markers() {}

    /**
     * Takes the markers off a headline.
     *
     * @param allowed names of the markers that the provider uses, out of {@link #NAMES}
     */
    public static Reading read(String headline, Set<String> allowed) {
        String rest = headline.strip();
        List<String> markers = new ArrayList<>();
        Signal signal = null;
        String proof = null;
        String genre = null;
        for (boolean found = true; found && mayBeginWithMarker(rest); ) {
            found = false;
            for (Marker marker : HEADLINE) {
                if (!allowed.contains(marker.name())) {
                    continue;
                }
                Matcher prefix = marker.prefix().matcher(rest);
                if (prefix.lookingAt() && (prefix.end() < rest.length() || marker.signal() == Signal.KILL)) {
                    String written = prefix.group().strip();
                    markers.add(written.replaceAll("^\\(|[\\h:)–—-]+$", ""));
                    if (marker.signal() != null && stronger(marker.signal(), signal) == marker.signal()) {
                        signal = marker.signal();
                        proof = written;
                    }
                    genre = genre == null ? marker.genre() : genre;
                    rest = rest.substring(prefix.end()).strip();
                    found = true;
                    break;
                }
            }
        }
        if (signal == Signal.ADVISORY && WITHDRAWS.matcher(rest).find()) {
            signal = Signal.KILL;
            proof = headline.strip();
        }
        return new Reading(rest, markers, signal, proof, genre);
    }

    /** Markers are words in capitals, or stand before a colon or in parentheses; forty expressions need not say so. */
    private static boolean mayBeginWithMarker(String headline) {
        int colon = headline.indexOf(':');
        return headline.length() > 1
                && (Character.isUpperCase(headline.charAt(1))
                        || headline.charAt(0) == '('
                        || colon > 0 && colon <= LONGEST_BEFORE_COLON);
    }

    /** Of two signals the one that decides; null counts as none. */
    public static Signal stronger(Signal one, Signal other) {
        if (one == null || other == null) {
            return one == null ? other : one;
        }
        return STRENGTH.indexOf(one) > STRENGTH.indexOf(other) ? one : other;
    }

    private static Marker wire(String name, String spelling, Signal signal) {
        return new Marker(name, Pattern.compile("^(?:" + spelling + ")\\h?[-–](?=[^\\h\\-–])"), signal, null);
    }

    private static Marker before(String name, String spelling, Signal signal) {
        return new Marker(
                name,
                Pattern.compile("^(?:(?:" + spelling + ")\\h*:\\h+|\\((?:" + spelling + ")\\)\\h*[:–-]?\\h*)"),
                signal,
                null);
    }

    private static Marker genre(String name) {
        return new Marker(
                name, Pattern.compile("^" + name + "\\h?[-–](?=[^\\h\\-–])"), null, name.toLowerCase(Locale.ROOT));
    }
}
