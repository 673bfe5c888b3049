package dev.dateline.enrich.entity;

import dev.dateline.enrich.tag.Tags;
import dev.dateline.enrich.text.Zone;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** How far an article is about somebody or something, by where and how often it is named. */
final class Prominence {
    private static final int LEAD_REACH = 400;
    private static final double HEADLINE = 1.6;
    private static final double LEAD = 1.0;
    private static final double BODY = 0.45;
    private static final int MOST_LEAD = 2;
    private static final int MOST_BODY = 5;
    /** So much makes a score of one half. */
    private static final double ENOUGH = 1.5;

    /** Most for the agency or paper that is only quoted. */
    private static final double QUOTED = 0.3;

    private static final double UNSURE = 0.85;

    private static final Comparator<Span> STRONGEST = Comparator.comparingInt(Prominence::rank)
            .thenComparing(Comparator.comparingInt(Span::tokens).reversed())
            .thenComparingInt(Prominence::position);

    private Prominence() {}

    static double score(Entity entity) {
        int headline = 0;
        int lead = 0;
        int body = 0;
        for (Span span : entity.spans) {
            switch (rank(span)) {
                case 0 -> headline++;
                case 1 -> lead++;
                default -> body++;
            }
        }
        double mass =
                HEADLINE * Math.min(headline, 1) + LEAD * Math.min(lead, MOST_LEAD) + BODY * Math.min(body, MOST_BODY);
        double score = 1 - Math.pow(2, -mass / ENOUGH);
        if (entity.body != null && entity.body.isSource() && headline == 0) {
            return Math.min(score, QUOTED);
        }
        return entity.isSure ? score : UNSURE * score;
    }

    /** The mentions to show: headline, lead, then the rest; fuller names first. */
    static List<Span> strongest(Entity entity) {
        if (entity.spans.size() == 1) {
            return entity.spans;
        }
        List<Span> spans = new ArrayList<>(entity.spans);
        spans.sort(STRONGEST);
        return spans.subList(0, Math.min(spans.size(), Tags.MOST_EVIDENCE));
    }

    private static int rank(Span span) {
        Zone zone = span.passage().zone;
        if (zone == Zone.HEADLINE) {
            return 0;
        }
        return zone != Zone.CAPTION && position(span) < LEAD_REACH ? 1 : 2;
    }

    private static int position(Span span) {
        return span.passage().offset + span.passage().start(span.first());
    }
}
