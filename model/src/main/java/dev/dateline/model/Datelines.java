package dev.dateline.model;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads the lead-in of wire copy: place, day and agency in the manner of Reuters, AP, AFP, dpa, EFE, ATS, ANSA, TASS,
 * Kyodo, AAP, press releases and news pages. Three guards keep ordinary text from being read as one: only known
 * agencies count in parentheses, months are known in seven languages, and a month is never a place.
 */
public final class Datelines {
    /**
     * A lead-in and where the text of the paragraph begins.
     *
     * @param dateline what it says
     * @param end index of the first character of the text that follows, in UTF-16 code units
     */
    public record LeadIn(Dateline dateline, int end) {}

    private static final int MAX_LEAD_IN = 160;
    /** Characters of the longest lead-in that stands in a paragraph of its own. */
    private static final int LONGEST_LINE = 60;

    private static final String S = "[\\s\\u00a0\\u2009\\u202f]";
    /** A word before a number is a month or a street, no place; looking no closer keeps this quick. */
    private static final String WORD = "(?!\\p{L}{3,12}\\.?" + S
            + "*\\d)(?!(?i:mon|tues|wednes|thurs|fri|satur|sun)day\\b)" + "\\p{Lu}[\\p{L}\\p{M}.'’\\-]*";

    private static final String PARTICLE =
            "(?:de|del|della|di|da|do|dos|du|le|la|les|el|al|an|am|im|in|ob|der|den|of|the|upon|on|sur|y|und|and)";
    private static final String NAME = "(?:" + WORD + "(?:" + S + "(?:" + WORD + "|" + PARTICLE + S + WORD + ")){0,4})";
    private static final String PLACES =
            "(?<places>" + NAME + "(?:/" + NAME + "){0,2}(?:" + S + "?," + S + "*(?:the" + S + ")?" + NAME + "){0,2})";
    private static final String DATE = "(?<date>" + WireDates.DATE + ")";
    private static final String PLACE_AND_DATE =
            "(?:" + PLACES + "(?:" + S + "?,?" + S + "*" + DATE + ")?|(?<dateonly>" + WireDates.DATE + "))";
    private static final String DASH = "(?:" + S + "*(?:\\.-|-{1,2}|[–—]|_)(?=" + S + "|$|[\\p{Lu}\"“‘«])" + S + "*)";

    /** "BRUSSELS, Oct 28 (Reuters) - ", "GROSSETO, Italy (AP) -- ", "Jan 30 (Reuters) - ", "Paris (ats afp) ". */
    private static final Pattern AGENCY_IN_PARENTHESES = Pattern.compile("^" + S + "*" + PLACE_AND_DATE + ",?" + S
            + "*\\((?<agency>[^()]{2,40})\\)(?<dash>" + DASH + ")?" + S + "*");
    /** "MOSCOW, January 21. /TASS/. ", "AUSTIN, Texas, Feb. 1, 2017 /PRNewswire-AsiaNet/ -- ". */
    private static final Pattern AGENCY_IN_SLASHES = Pattern.compile("^" + S + "*" + PLACE_AND_DATE + "[.,]?" + S
            + "*/(?<agency>[^/()]{2,40})/(?<dash>" + DASH + "|[.:]" + S + "*|" + S + "*$)");
    /** "SYDNEY March 22 AAP - ", "SAITAMA, Japan, Dec. 9 Kyodo - ". */
    private static final Pattern AGENCY_AFTER_DATE = Pattern.compile("^" + S + "*" + PLACES + S + "?,?" + S + "*" + DATE
            + ",?" + S + "+(?<agency>[\\p{L}]{2,12})(?<dash>" + DASH + ")");
    /** "(ANSA) - Rome, October 11 - ". */
    private static final Pattern AGENCY_FIRST = Pattern.compile("^" + S + "*\\((?<agency>[^()]{2,40})\\)" + DASH
            + PLACES + S + "?,?" + S + "*" + DATE + "(?<dash>" + DASH + ")");
    /** "SALVADOR, Feb 26 - ". */
    private static final Pattern NO_AGENCY =
            Pattern.compile("^" + S + "*" + PLACES + S + "?,?" + S + "*" + DATE + "(?<dash>" + DASH + "|" + S + "*$)");
    /** "Brussels, Belgium — ". */
    private static final Pattern PLACE_ALONE =
            Pattern.compile("^" + S + "*" + PLACES + "(?<dash>" + S + "+(?:[–—]|--)" + S + "+)");

    private static final Pattern AND = Pattern.compile(" (?:and|und|et|y|&) ", Pattern.CASE_INSENSITIVE);
    private static final Pattern SPACES = Pattern.compile(S + "+");
    private static final Pattern FIELD_PREFIX = Pattern.compile("^\\p{Lu}{2,10}(?: \\p{Lu}+)? - (?=\\p{Lu})");
    private static final Pattern FIELD_PLACES =
            Pattern.compile("^" + S + "*" + PLACES + S + "*(?:[-–—_]{1,2})?" + S + "*$");

    private Datelines() {}

    /**
     * The lead-in with which a paragraph begins, if it does.
     *
     * @param paragraph first or second paragraph of a body; later ones quote agencies and have no lead-in
     * @param reference day of the version, from which a missing year is taken; may be null
     */
    public static Optional<LeadIn> read(String paragraph, LocalDate reference) {
        String head = paragraph.substring(0, Math.min(paragraph.length(), MAX_LEAD_IN));
        boolean dated = mayHaveDate(head);
        boolean dashed = mayHaveDash(head);
        for (Pattern pattern : formsOfAgencies(head, dated && dashed)) {
            Matcher lead = pattern.matcher(head);
            if (lead.lookingAt() && isLeadInOfAgency(lead)) {
                return Optional.of(leadIn(lead, WireAgencies.canonical(lead.group("agency")), reference));
            }
        }
        if (dated && (dashed || paragraph.length() <= LONGEST_LINE)) {
            Matcher lead = NO_AGENCY.matcher(head);
            if (lead.lookingAt()
                    && (!lead.group("dash").isBlank() || isLineByItself(lead.group("places"), paragraph))) {
                return Optional.of(leadIn(lead, null, reference));
            }
        }
        if (head.indexOf('—') > 0 || head.indexOf('–') > 0 || head.indexOf("--") > 0) {
            Matcher lead = PLACE_ALONE.matcher(head);
            if (lead.lookingAt() && isCertain(lead.group("places"))) {
                return Optional.of(leadIn(lead, null, reference));
            }
        }
        return Optional.empty();
    }

    /** The forms for which the text has an agency or the characters; most paragraphs do not, and expressions are dear. */
    private static List<Pattern> formsOfAgencies(String head, boolean datedAndDashed) {
        List<Pattern> forms = new ArrayList<>(4);
        if (isAgencyInParentheses(head)) {
            forms.add(AGENCY_IN_PARENTHESES);
            forms.add(AGENCY_FIRST);
        }
        if (head.indexOf('/') != head.lastIndexOf('/')) {
            forms.add(AGENCY_IN_SLASHES);
        }
        if (datedAndDashed) {
            forms.add(AGENCY_AFTER_DATE);
        }
        return forms;
    }

    private static boolean mayHaveDate(String head) {
        for (int i = 0; i < Math.min(head.length(), MAX_LEAD_IN / 2); i++) {
            if (Character.isDigit(head.charAt(i))) {
                return true;
            }
        }
        return head.contains("day") || head.contains("DAY") || head.contains("Day");
    }

    /** The first parentheses are the lead-in's: neither places nor dates have any. */
    private static boolean isAgencyInParentheses(String head) {
        int open = head.indexOf('(');
        int close = open < 0 ? -1 : head.indexOf(')', open);
        return close > 0 && WireAgencies.isAgency(head.substring(open + 1, close));
    }

    /** A dash, and no hyphen within a word: behind it are a space, a capital, a quotation mark or nothing. */
    private static boolean mayHaveDash(String head) {
        for (int i = 1; i < head.length(); i++) {
            char c = head.charAt(i);
            if ((c == '-' || c == '–' || c == '—' || c == '_') && endsDash(head, i + 1)) {
                return true;
            }
        }
        return false;
    }

    private static boolean endsDash(String head, int at) {
        int next = at < head.length() ? head.codePointAt(at) : ' ';
        return !Character.isLetterOrDigit(next) || Character.isUpperCase(next);
    }

    /**
     * A dateline field, which may hold the lead-in without a dash, a place alone ("Helsinki"), or nothing of use, such as
     * a time.
     *
     * @param reference day of the version; may be null
     */
    public static Optional<Dateline> readField(String field, LocalDate reference) {
        String plain = field.strip();
        String text = plain.contains(" - ") ? FIELD_PREFIX.matcher(plain).replaceFirst("") : plain;
        Optional<Dateline> lead = read(text, reference).map(LeadIn::dateline).filter(found -> !found.getPlaces()
                .isEmpty());
        if (lead.isPresent()) {
            return lead;
        }
        if (isAgencyInParentheses(text)) {
            Matcher undashed = AGENCY_IN_PARENTHESES.matcher(text);
            if (undashed.matches() && undashed.group("places") != null) {
                return Optional.of(leadIn(undashed, WireAgencies.canonical(undashed.group("agency")), reference)
                        .dateline());
            }
        }
        Matcher places = FIELD_PLACES.matcher(text);
        return places.matches()
                ? Optional.of(dateline(places.group("places"), places.group("places"), null, null, null))
                : Optional.empty();
    }

    private static boolean isLeadInOfAgency(Matcher lead) {
        if (!WireAgencies.isAgency(lead.group("agency"))) {
            return false;
        }
        // "Paris (ats afp) Les violences": without a dash only a place that is known, so that "Associated Press (AP)
        // said" is text
        return lead.group("dash") != null
                || (lead.group("places") != null && isCertain(lead.group("places")))
                || (lead.group("date") != null && lead.group("places") != null);
    }

    /** A place that stands alone is believed when its last part is known: a country after a city, or the city itself. */
    private static boolean isCertain(String places) {
        List<String> parts = parts(places);
        return WirePlaces.isKnown(parts.get(parts.size() - 1))
                && Arrays.stream(parts.get(0).split("/"))
                        .allMatch(name ->
                                parts.size() > 1 || WirePlaces.isKnown(name) || WirePlaces.isKnown(parts.get(0)));
    }

    /** "BEIJING, July 23" may be a whole line, "Pay 1 May" is one of a table. */
    private static boolean isLineByItself(String places, String paragraph) {
        return paragraph.length() <= LONGEST_LINE && paragraph.contains(",") && isCertain(places);
    }

    private static LeadIn leadIn(Matcher lead, String agency, LocalDate reference) {
        String places = lead.group("places");
        String text = lead.group().strip();
        if (lead.group("dash") != null) {
            text = lead.group().substring(0, lead.start("dash")).strip();
        }
        return new LeadIn(dateline(text, places, date(lead), agency, reference), lead.end());
    }

    private static Dateline dateline(String text, String places, String date, String agency, LocalDate reference) {
        List<String> parts = places == null ? List.of() : parts(places);
        List<String> cities = new ArrayList<>();
        List<String> several = severalCities(parts);
        if (!several.isEmpty()) {
            several.forEach(name -> cities.add(WirePlaces.ordinaryCase(name)));
            parts = parts.subList(0, 1);
        } else if (!parts.isEmpty()) {
            for (String name : parts.get(0).split("/")) {
                if (!cities.isEmpty() && WirePlaces.belongsToCity(name)) {
                    cities.set(cities.size() - 1, cities.get(cities.size() - 1) + "/" + WirePlaces.ordinaryCase(name));
                } else {
                    cities.add(WirePlaces.ordinaryCase(name.strip()));
                }
            }
        }
        String country = cities.isEmpty()
                ? null
                : WirePlaces.countryOf(cities.get(0), parts.subList(1, parts.size()))
                        .orElse(null);
        String day = date == null
                ? null
                : WireDates.resolve(date, reference).map(LocalDate::toString).orElse(null);
        return new Dateline(SPACES.matcher(text).replaceAll(" "), cities, country, day, agency);
    }

    /** "NEW YORK, LONDON and BEIJING": all are known, and the word before the last tells that it is a list. */
    private static List<String> severalCities(List<String> parts) {
        List<String> names =
                parts.stream().flatMap(AND::splitAsStream).map(String::strip).toList();
        return names.size() > parts.size() && names.size() > 1 && names.stream().allMatch(WirePlaces::isKnown)
                ? names
                : List.of();
    }

    private static List<String> parts(String places) {
        return Arrays.stream(SPACES.matcher(places).replaceAll(" ").split(","))
                .map(String::strip)
                .filter(part -> !part.isEmpty())
                .toList();
    }

    private static String date(Matcher lead) {
        String date = lead.pattern() == PLACE_ALONE ? null : lead.group("date");
        boolean mayStandAlone = lead.pattern() == AGENCY_IN_PARENTHESES || lead.pattern() == AGENCY_IN_SLASHES;
        return date == null && mayStandAlone ? lead.group("dateonly") : date;
    }
}
