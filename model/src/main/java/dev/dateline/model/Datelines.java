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

    /** Characters of the longest lead-in that stands in a paragraph of its own. */
    private static final int LONGEST_LINE = 60;

    private static final Pattern AND = Pattern.compile(" (?:and|und|et|y|&) ", Pattern.CASE_INSENSITIVE);
    private static final Pattern FIELD_PREFIX = Pattern.compile("^\\p{Lu}{2,10}(?: \\p{Lu}+)? - (?=\\p{Lu})");

    private Datelines() {}

    /**
     * The lead-in with which a paragraph begins, if it does.
     *
     * @param paragraph first or second paragraph of a body; later ones quote agencies and have no lead-in
     * @param reference day of the version, from which a missing year is taken; may be null
     */
    public static Optional<LeadIn> read(String paragraph, LocalDate reference) {
        String head = paragraph.substring(0, Math.min(paragraph.length(), LeadInForms.MAX_LEAD_IN));
        boolean dated = LeadInForms.mayHaveDate(head);
        boolean dashed = LeadInForms.mayHaveDash(head);
        for (Pattern pattern : LeadInForms.ofAgencies(head, dated && dashed)) {
            Matcher lead = pattern.matcher(head);
            if (lead.lookingAt() && isLeadInOfAgency(lead)) {
                return Optional.of(leadIn(lead, WireAgencies.canonical(lead.group("agency")), reference));
            }
        }
        if (dated && (dashed || paragraph.length() <= LONGEST_LINE)) {
            Matcher lead = LeadInForms.NO_AGENCY.matcher(head);
            if (lead.lookingAt()
                    && (!lead.group("dash").isBlank() || isLineByItself(lead.group("places"), paragraph))) {
                return Optional.of(leadIn(lead, null, reference));
            }
        }
        if (head.indexOf('—') > 0 || head.indexOf('–') > 0 || head.indexOf("--") > 0) {
            Matcher lead = LeadInForms.PLACE_ALONE.matcher(head);
            if (lead.lookingAt() && isCertain(lead.group("places"))) {
                return Optional.of(leadIn(lead, null, reference));
            }
        }
        return Optional.empty();
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
        if (LeadInForms.isAgencyInParentheses(text)) {
            Matcher undashed = LeadInForms.AGENCY_IN_PARENTHESES.matcher(text);
            if (undashed.matches() && undashed.group("places") != null) {
                return Optional.of(leadIn(undashed, WireAgencies.canonical(undashed.group("agency")), reference)
                        .dateline());
            }
        }
        Matcher places = LeadInForms.FIELD_PLACES.matcher(text);
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
        return new Dateline(LeadInForms.SPACES.matcher(text).replaceAll(" "), cities, country, day, agency);
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
        return Arrays.stream(LeadInForms.SPACES.matcher(places).replaceAll(" ").split(","))
                .map(String::strip)
                .filter(part -> !part.isEmpty())
                .toList();
    }

    private static String date(Matcher lead) {
        String date = lead.pattern() == LeadInForms.PLACE_ALONE ? null : lead.group("date");
        boolean mayStandAlone =
                lead.pattern() == LeadInForms.AGENCY_IN_PARENTHESES || lead.pattern() == LeadInForms.AGENCY_IN_SLASHES;
        return date == null && mayStandAlone ? lead.group("dateonly") : date;
    }
}
