package dev.dateline.ingest.parse;

import dev.dateline.model.WireDates;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A line of a news page that says when, and nothing else: "Mon 28 Oct 2024 15.39 GMT", "Publié le 28 octobre 2024 à 15h39,
 * mis à jour le 29 octobre 2024 à 08h10", "Stand: 28.10.2024, 15:39 Uhr". Days come before months where both are numbers,
 * unless that cannot be.
 */
final class DateLine {
    /**
     * One time of the line.
     *
     * @param update whether the line calls it that of a change
     * @param time ISO 8601, a day alone where the line has no more, with an offset where it tells a zone
     */
    record Stamp(boolean update, String time) {}

    private static final int LONGEST = 160;

    /** Each alternative is tried where the one before ended; a line of anything else is no date line. */
    private static final Pattern PART = Pattern.compile(
            "(?<space>[\\s,;:|•·–—/()-]+)"
                    + "|(?<update>(?:last )?(?:updated|modified|edited)|aktualisiert|zuletzt|mis à jour|modifié|actualizado|"
                    + "actualización|atualizado|aggiornato|bijgewerkt|uppdaterad|oppdatert|opdateret|stand|обновлено)(?!\\p{L})"
                    + "|(?<zone>(?:gmt|utc)(?:\\s?[+-]\\s?\\d{1,2}(?::?\\d{2})?)?|[+-]\\d{2}:?\\d{2}|z|(?-i:[ECMP][SD]?T)|bst|cest|cet|mesz|"
                    + "mez|eest|eet|sast|cat|eat|wat|ist|msk|jst|kst|hkt|sgt|pht|wib|pkt|aest|aedt|nzst|nzdt)(?!\\p{L})"
                    + "|(?<ago>\\d{1,3} (?:min(?:ute)?s?|hours?|days?) (?:ago|read)|\\d{1,3} minutos? (?:de lectura|de leitura)|"
                    + "\\d{1,3} min\\.? (?:de lecture|lesezeit|read))(?!\\p{L})"
                    + "|(?<label>first published|originally published|published|posted|created|publiziert|veröffentlicht|erstellt|"
                    + "publié|publiée|publicado|publicada|pubblicato|gepubliceerd|geplaatst|publicerad|publisert|publiceret|"
                    + "date|on|at|am|um|vom|le|la|à|el|las|a las|em|às|às|il|alle|ore|del|op|om|den|kl\\.?|ei|and|und|et|e|y|"
                    + "issued on|опубликовано)(?!\\p{L})"
                    + "|(?<date>\\d{4}-\\d{1,2}-\\d{1,2}|\\d{1,2}[./]\\d{1,2}[./]\\d{4}|\\d{4}年\\d{1,2}月\\d{1,2}日"
                    + "|\\d{1,2}(?:st|nd|rd|th|er|º)?\\.?[\\s-]*(?:de |of )?\\p{L}{3,12}\\.?,?[\\s-]*(?:de |del )?\\d{4}"
                    + "|\\p{L}{3,12}\\.?\\s+\\d{1,2}(?:st|nd|rd|th)?,?\\s*\\d{4})(?!\\d{2,})"
                    + "|T?(?<hour>\\d{1,2})(?:\\s?(?:[:.]|[hu]\\s?)(?<minute>\\d{2})(?::\\d{2})?)?\\s?(?<half>[ap]\\.?m\\.?(?!\\p{L}))?"
                    + "(?:\\s?(?:uhr|hrs|h|uur)(?!\\p{L}))?"
                    + "|(?<weekday>(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?|montag|dienstag|mittwoch|"
                    + "donnerstag|freitag|samstag|sonnabend|sonntag|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|lunes|"
                    + "martes|miércoles|jueves|viernes|sábado|domingo|segunda-feira|terça-feira|quarta-feira|quinta-feira|"
                    + "sexta-feira|lunedì|martedì|mercoledì|giovedì|venerdì|sabato|domenica|maandag|dinsdag|woensdag|donderdag|"
                    + "vrijdag|zaterdag|zondag)(?!\\p{L})\\.?",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

    private static final Pattern NUMBERS = Pattern.compile("(\\d{1,4})[-./年](\\d{1,2})[-./月](\\d{1,4}).*");
    private static final Pattern ORDINAL = Pattern.compile("(?<=\\d)(?:st|nd|rd|th|er|º)\\b\\.?|\\b(?:de|del|of)\\b");

    private static final Map<String, String> ZONES = Map.ofEntries(
            Map.entry("et", "America/New_York"),
            Map.entry("est", "-05:00"),
            Map.entry("edt", "-04:00"),
            Map.entry("ct", "America/Chicago"),
            Map.entry("cst", "-06:00"),
            Map.entry("cdt", "-05:00"),
            Map.entry("mt", "America/Denver"),
            Map.entry("mst", "-07:00"),
            Map.entry("mdt", "-06:00"),
            Map.entry("pt", "America/Los_Angeles"),
            Map.entry("pst", "-08:00"),
            Map.entry("pdt", "-07:00"),
            Map.entry("bst", "+01:00"),
            Map.entry("cet", "+01:00"),
            Map.entry("mez", "+01:00"),
            Map.entry("cest", "+02:00"),
            Map.entry("mesz", "+02:00"),
            Map.entry("eet", "+02:00"),
            Map.entry("eest", "+03:00"),
            Map.entry("sast", "+02:00"),
            Map.entry("cat", "+02:00"),
            Map.entry("eat", "+03:00"),
            Map.entry("wat", "+01:00"),
            Map.entry("ist", "+05:30"),
            Map.entry("pkt", "+05:00"),
            Map.entry("msk", "+03:00"),
            Map.entry("wib", "+07:00"),
            Map.entry("hkt", "+08:00"),
            Map.entry("sgt", "+08:00"),
            Map.entry("pht", "+08:00"),
            Map.entry("jst", "+09:00"),
            Map.entry("kst", "+09:00"),
            Map.entry("aest", "+10:00"),
            Map.entry("aedt", "+11:00"),
            Map.entry("nzst", "+12:00"),
            Map.entry("nzdt", "+13:00"),
            Map.entry("z", "Z"),
            Map.entry("gmt", "Z"),
            Map.entry("utc", "Z"));

    private final List<Stamp> stamps = new ArrayList<>();
    private boolean update;
    private LocalDate date;
    private LocalTime time;
    private String zone;

    private DateLine() {}

    /** The times of a line, in its order; empty when the line is not one of dates alone. */
    static List<Stamp> read(String line) {
        return line.length() > LONGEST ? List.of() : new DateLine().stamps(line);
    }

    private List<Stamp> stamps(String line) {
        Matcher part = PART.matcher(line);
        int at = 0;
        while (at < line.length()) {
            if (!part.region(at, line.length()).lookingAt() || part.end() == at || !take(part)) {
                return List.of();
            }
            at = part.end();
        }
        close();
        return stamps;
    }

    private boolean take(Matcher part) {
        if (part.group("update") != null || part.group("label") != null) {
            if (date != null && part.group("label") == null) {
                close();
            }
            update |= part.group("update") != null;
            return true;
        }
        if (part.group("date") != null) {
            if (date != null) {
                close();
            }
            date = day(part.group("date")).orElse(null);
            return date != null;
        }
        if (part.group("hour") != null) {
            return takeTime(part);
        }
        if (part.group("zone") != null) {
            zone = part.group("zone");
        }
        return true;
    }

    /** A number alone is no time. */
    private boolean takeTime(Matcher part) {
        String half = part.group("half");
        if (part.group("minute") == null && half == null || time != null && date != null) {
            return part.group("minute") != null; // a second time is that of the change, without its day
        }
        int hour = Integer.parseInt(part.group("hour"));
        int minute = part.group("minute") == null ? 0 : Integer.parseInt(part.group("minute"));
        if (half != null) {
            hour = hour % 12 + (half.toLowerCase(Locale.ROOT).startsWith("p") ? 12 : 0);
        }
        if (hour > 23 || minute > 59) {
            return false;
        }
        time = LocalTime.of(hour, minute);
        return true;
    }

    private void close() {
        if (date != null) {
            stamps.add(new Stamp(update, time == null ? date.toString() : date + "T" + time + offset()));
        }
        update = false;
        date = null;
        time = null;
        zone = null;
    }

    private String offset() {
        if (zone == null) {
            return "";
        }
        String lower = zone.toLowerCase(Locale.ROOT).replaceAll("\\s", "");
        Matcher shifted =
                Pattern.compile("(?:gmt|utc)?([+-])(\\d{1,2}):?(\\d{2})?").matcher(lower);
        if (shifted.matches()) {
            return "%s%02d:%s"
                    .formatted(
                            shifted.group(1),
                            Integer.parseInt(shifted.group(2)),
                            shifted.group(3) == null ? "00" : shifted.group(3));
        }
        String known = ZONES.get(lower);
        return known.indexOf('/') < 0
                ? known
                : ZoneId.of(known)
                        .getRules()
                        .getOffset(LocalDateTime.of(date, time))
                        .getId();
    }

    private static Optional<LocalDate> day(String text) {
        Matcher numbers = NUMBERS.matcher(text);
        if (!numbers.matches()) {
            return WireDates.resolve(ORDINAL.matcher(text).replaceAll("").replace('-', ' '), null);
        }
        int first = Integer.parseInt(numbers.group(1));
        int second = Integer.parseInt(numbers.group(2));
        int third = Integer.parseInt(numbers.group(3));
        try {
            if (numbers.group(1).length() == 4) {
                return Optional.of(LocalDate.of(first, second, third));
            }
            return Optional.of(second > 12 ? LocalDate.of(third, first, second) : LocalDate.of(third, second, first));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
