package dev.dateline.enrich.tag;

import dev.dateline.enrich.text.Passage;
import dev.dateline.model.Evidence;
import dev.dateline.model.Tag;
import java.util.List;

/** Makes tags: names of methods, rounding of scores, limits of evidence. */
public final class Tags {
    public static final String GIVEN = "given";
    public static final String DATELINE = "dateline";
    public static final String GAZETTEER = "gazetteer";
    public static final String CONTAINMENT = "containment";
    public static final String RULE = "rule";
    public static final String ANCESTOR = "ancestor";
    public static final String DETECTED = "detected";
    /** Followed by "@" and the id of the model. */
    public static final String MODEL = "model";

    /** The strongest places in the text: enough to see why, and evidence is most of what a tagged article weighs. */
    public static final int MOST_EVIDENCE = 4;

    static final int LONGEST_EVIDENCE = 80;
    /** From here on a tag reads "the article is about it". */
    public static final double ABOUT = 0.5;

    private Tags() {}

    public static Tag of(
            String scheme, String code, String name, double score, String method, List<Evidence> evidence) {
        double rounded = Math.round(Math.min(1, Math.max(0, score)) * 1000) / 1000.0;
        List<Evidence> strongest = evidence.subList(0, Math.min(evidence.size(), mostEvidence(method)));
        return new Tag(scheme, code, name, rounded, method, List.copyOf(strongest));
    }

    /** A tag that follows from others has its evidence there; one place leads to it. */
    private static int mostEvidence(String method) {
        return method.equals(CONTAINMENT) || method.equals(ANCESTOR) ? 1 : MOST_EVIDENCE;
    }

    /** Words of a passage as evidence. */
    public static Evidence evidence(Passage passage, int first, int last) {
        return evidence(passage.field, passage.text, passage.start(first), passage.end(last));
    }

    /** Evidence that lies within a field, cut to the longest that is allowed. */
    public static Evidence evidence(String field, String text, int start, int end) {
        int cut = Math.min(end, start + LONGEST_EVIDENCE);
        return new Evidence(field, start, cut, text.substring(start, cut));
    }
}
