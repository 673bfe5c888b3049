package dev.dateline.enrich.quote;

import dev.dateline.enrich.entity.Cue;
import dev.dateline.enrich.entity.Entity;
import dev.dateline.enrich.entity.Signs;
import dev.dateline.enrich.entity.Span;
import dev.dateline.enrich.text.Passage;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Who in an article is "the minister": offices that stand beside the name of one person only. */
final class Offices {
    private static final int APPOSITION_REACH = 6;

    /** By the letters of the office, see {@link Signs#key}. */
    private final Map<Long, Entity> holders = new HashMap<>();

    private final Set<Long> shared = new HashSet<>();

    static Offices of(List<Entity> entities) {
        Offices offices = new Offices();
        for (Entity entity : entities) {
            if (entity.isPerson) {
                entity.spans.forEach(span -> offices.add(entity, span));
            }
        }
        return offices;
    }

    /** The only person of the article with the office that a token names, or null. */
    Entity holder(Signs signs, int token) {
        long office = signs.key(token);
        return shared.contains(office) ? null : holders.get(office);
    }

    private void add(Entity entity, Span span) {
        Signs signs = span.signs();
        for (int token = span.first() - 1; token >= 0 && signs.joined(token + 1) && isPart(signs, token); token--) {
            add(entity, signs, token);
        }
        int next = span.last() + 1;
        if (signs.passage.gapBefore(next) != Passage.COMMA) {
            return;
        }
        for (int token = next; token < Math.min(signs.size(), next + APPOSITION_REACH); token++) {
            if ((token > next && !signs.joined(token)) || signs.has(Cue.OF, token)) {
                return;
            }
            add(entity, signs, token);
        }
    }

    private void add(Entity entity, Signs signs, int token) {
        if ((signs.of(token) & (Cue.TITLE.bit | Cue.ROLE.bit)) != 0) {
            long office = signs.key(token);
            Entity other = holders.putIfAbsent(office, entity);
            if (other != null && other != entity) {
                shared.add(office);
            }
        }
    }

    private static boolean isPart(Signs signs, int token) {
        return (signs.of(token) & (Cue.TITLE.bit | Cue.ROLE.bit | Cue.QUALIFIER.bit)) != 0;
    }
}
