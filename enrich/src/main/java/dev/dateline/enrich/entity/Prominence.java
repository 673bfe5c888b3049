package dev.dateline.enrich.entity;

import dev.dateline.enrich.tag.Presence;
import dev.dateline.enrich.tag.Strongest;
import dev.dateline.enrich.tag.Tags;
import java.util.Comparator;
import java.util.List;

/** How far an article is about somebody or something, by where and how often it is named. */
final class Prominence {
    /** Most for the agency or paper that is only quoted. */
    private static final double QUOTED = 0.3;

    private static final double UNSURE = 0.85;

    private static final Comparator<Span> STRONGEST = Comparator.comparingInt(Prominence::rank)
            .thenComparing(Comparator.comparingInt(Span::tokens).reversed())
            .thenComparingInt(Prominence::position);

    private Prominence() {}

    static double score(Entity entity) {
        int[] byRank = new int[3];
        for (Span span : entity.spans) {
            byRank[rank(span)]++;
        }
        double score = Presence.score(byRank);
        if (entity.body != null && entity.body.isSource() && byRank[Presence.IN_HEADLINE] == 0) {
            return Math.min(score, QUOTED);
        }
        return entity.isSure ? score : UNSURE * score;
    }

    /** The mentions to show: headline, lead, then the rest; fuller names first. */
    static List<Span> strongest(Entity entity) {
        return Strongest.of(entity.spans, Tags.MOST_EVIDENCE, STRONGEST);
    }

    private static int rank(Span span) {
        return Presence.rank(span.passage(), span.first());
    }

    private static int position(Span span) {
        return span.passage().offset + span.passage().start(span.first());
    }
}
