package dev.dateline.enrich.gate;

import dev.dateline.model.Rights;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the rights of an article ask of those who may otherwise have it. Data mining by the PLUS vocabulary (PLUS LDF 2.0.1,
 * property Data Mining, DMI-…), which NewsML-G2 and ninjs refer to; terms in words are for people to read, but those that
 * forbid publication altogether are understood.
 */
final class Restrictions {
    private static final String MINING = "data-mining-prohibited";

    /** What each code forbids; the empty ones forbid nothing. */
    private static final Map<String, String> BY_CODE = Map.of(
            "UNSPECIFIED", "",
            "ALLOWED", "",
            "PROHIBITED", MINING,
            "PROHIBITED-AIMLTRAINING", MINING + ":ai-training",
            "PROHIBITED-GENAIMLTRAINING", MINING + ":generative-ai-training",
            "PROHIBITED-EXCEPTSEARCHENGINEINDEXING", MINING + ":except-search-indexing",
            "PROHIBITED-SEECONSTRAINT", MINING + ":see-terms",
            "PROHIBITED-SEEEMBEDDEDRIGHTSEXPR", MINING + ":see-terms");

    private static final Pattern CODE = Pattern.compile("DMI-([A-Z-]+)$");

    /**
     * Not where a place or a time follows, however many uses are listed in between: "not for publication or broadcast in
     * Canada" and "not for release before 10 GMT" forbid less.
     */
    private static final Pattern NEVER = Pattern.compile(
            "\\b(?:not (?:intended )?for (?:publication|release|broadcast)|not to be published|do not publish"
                    + "|for internal use only|internal use only|nicht zur ver(?:ö|oe)ffentlichung|nur zur internen verwendung"
                    + "|ne pas publier|ne pas diffuser|no publicar|prohibida su publicaci(?:ó|o)n|non pubblicare"
                    + "|não publicar|niet voor publicatie)"
                    + "(?: *(?:,|or|and|/) *(?:publication|release|broadcast|distribution|transmission|use))*+"
                    + "(?!,? *(?:until|before|prior|after|on|in|by|outside|within|without|ahead|vor|bis|in|avant|dans"
                    + "|en|hasta|antes|prima|fino|até|voor)\\b)",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.UNICODE_CHARACTER_CLASS);

    private Restrictions() {}

    /** What has to be heeded, as in {@code EnrichedArticle.restrictions}. */
    static List<String> of(Rights rights) {
        List<String> restrictions = new ArrayList<>();
        if (rights != null && rights.getDataMining() != null) {
            String mining = mining(rights.getDataMining());
            if (!mining.isEmpty()) {
                restrictions.add(mining);
            }
        }
        if (rights != null && rights.getUsageTerms() != null) {
            restrictions.add("usage-terms");
        }
        return restrictions;
    }

    /** True when the usage terms say that it is not to be published at all. */
    static boolean forbidPublication(Rights rights) {
        return rights != null
                && rights.getUsageTerms() != null
                && NEVER.matcher(rights.getUsageTerms()).find();
    }

    private static String mining(String asSent) {
        Matcher code = CODE.matcher(asSent.strip().toUpperCase(Locale.ROOT));
        return code.find() ? BY_CODE.getOrDefault(code.group(1), "data-mining-unknown") : "data-mining-unknown";
    }
}
