package dev.dateline.model;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** The forms that lead-ins have, as expressions, and cheap looks at the characters that tell which of them are worth a try. */
final class LeadInForms {
    /** Characters of a paragraph in which a lead-in must end. */
    static final int MAX_LEAD_IN = 160;

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
    static final Pattern AGENCY_IN_PARENTHESES = Pattern.compile("^" + S + "*" + PLACE_AND_DATE + ",?" + S
            + "*\\((?<agency>[^()]{2,40})\\)(?<dash>" + DASH + ")?" + S + "*");
    /** "MOSCOW, January 21. /TASS/. ", "AUSTIN, Texas, Feb. 1, 2017 /PRNewswire-AsiaNet/ -- ". */
    static final Pattern AGENCY_IN_SLASHES = Pattern.compile("^" + S + "*" + PLACE_AND_DATE + "[.,]?" + S
            + "*/(?<agency>[^/()]{2,40})/(?<dash>" + DASH + "|[.:]" + S + "*|" + S + "*$)");
    /** "SYDNEY March 22 AAP - ", "SAITAMA, Japan, Dec. 9 Kyodo - ". */
    private static final Pattern AGENCY_AFTER_DATE = Pattern.compile("^" + S + "*" + PLACES + S + "?,?" + S + "*" + DATE
            + ",?" + S + "+(?<agency>[\\p{L}]{2,12})(?<dash>" + DASH + ")");
    /** "(ANSA) - Rome, October 11 - ". */
    private static final Pattern AGENCY_FIRST = Pattern.compile("^" + S + "*\\((?<agency>[^()]{2,40})\\)" + DASH
            + PLACES + S + "?,?" + S + "*" + DATE + "(?<dash>" + DASH + ")");
    /** "SALVADOR, Feb 26 - ". */
    static final Pattern NO_AGENCY =
            Pattern.compile("^" + S + "*" + PLACES + S + "?,?" + S + "*" + DATE + "(?<dash>" + DASH + "|" + S + "*$)");
    /** "Brussels, Belgium — ". */
    static final Pattern PLACE_ALONE =
            Pattern.compile("^" + S + "*" + PLACES + "(?<dash>" + S + "+(?:[–—]|--)" + S + "+)");

    static final Pattern SPACES = Pattern.compile(S + "+");
    /** A place alone, as a field has it. */
    static final Pattern FIELD_PLACES = Pattern.compile("^" + S + "*" + PLACES + S + "*(?:[-–—_]{1,2})?" + S + "*$");

    private LeadInForms() {}

    /** The forms for which the text has an agency or the characters; most paragraphs do not, and expressions are dear. */
    static List<Pattern> ofAgencies(String head, boolean datedAndDashed) {
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

    static boolean mayHaveDate(String head) {
        for (int i = 0; i < Math.min(head.length(), MAX_LEAD_IN / 2); i++) {
            if (Character.isDigit(head.charAt(i))) {
                return true;
            }
        }
        return head.contains("day") || head.contains("DAY") || head.contains("Day");
    }

    /** The first parentheses are the lead-in's: neither places nor dates have any. */
    static boolean isAgencyInParentheses(String head) {
        int open = head.indexOf('(');
        int close = open < 0 ? -1 : head.indexOf(')', open);
        return close > 0 && WireAgencies.isAgency(head.substring(open + 1, close));
    }

    /** A dash, and no hyphen within a word: behind it are a space, a capital, a quotation mark or nothing. */
    static boolean mayHaveDash(String head) {
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
}
