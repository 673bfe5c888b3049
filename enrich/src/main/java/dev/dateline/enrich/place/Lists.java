package dev.dateline.enrich.place;

import dev.dateline.enrich.text.Zone;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Finds lists of countries: names that follow each other closely, as in "France, Spain and Italy" or in a table. */
final class Lists {
    /** Most characters between two names of one list. */
    private static final int GAP = 40;

    private Lists() {}

    /** For each mention the number of countries in the list that it stands in; 1 when it stands alone. */
    static int[] sizes(List<Mention> mentions) {
        int[] sizes = new int[mentions.size()];
        Arrays.fill(sizes, 1);
        int first = 0;
        while (first < sizes.length) {
            first = mentions.get(first).kind().isHint() ? first + 1 : mark(mentions, first, sizes);
        }
        return sizes;
    }

    /** Marks the list that begins at a mention, and tells where the next one may begin. */
    private static int mark(List<Mention> mentions, int first, int[] sizes) {
        int next = first + 1;
        int end = next;
        for (Mention last = mentions.get(first); next < sizes.length; next++) {
            Mention mention = mentions.get(next);
            if (!mention.kind().isHint()) {
                if (!follows(last, mention)) {
                    break;
                }
                last = mention;
                end = next + 1;
            }
        }
        if (end - first > 1) {
            count(mentions, first, end, sizes);
        }
        return next;
    }

    private static void count(List<Mention> mentions, int first, int end, int[] sizes) {
        Set<String> countries = new HashSet<>();
        for (int i = first; i < end; i++) {
            if (!mentions.get(i).kind().isHint()) {
                countries.add(mentions.get(i).code());
            }
        }
        for (int i = first; i < end; i++) {
            sizes[i] = mentions.get(i).kind().isHint() ? 1 : countries.size();
        }
    }

    private static boolean follows(Mention one, Mention other) {
        int gap = other.passage().offset + other.start() - one.passage().offset - one.end();
        return (one.passage().zone == Zone.HEADLINE) == (other.passage().zone == Zone.HEADLINE)
                && gap >= 0
                && gap <= GAP;
    }
}
