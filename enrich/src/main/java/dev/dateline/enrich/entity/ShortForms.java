package dev.dateline.enrich.entity;

import dev.dateline.enrich.entity.Find.Sort;
import java.util.ArrayList;
import java.util.List;

/**
 * Tells what names are by the way in which they are shortened later: a person by the last word ("Bertil Nordin",
 * "Nordin"), an organisation by the first ("Suiker Unie", "Suiker").
 */
final class ShortForms {
    private static final int MOST_WORDS = 3;

    private ShortForms() {}

    /** A name of one word, with its letters. */
    private record Short(Span span, long key) {}

    static void pair(List<Span> open, List<Entity> entities) {
        List<Short> shorts = new ArrayList<>();
        for (Span span : open) {
            if (span.tokens() == 1 && (span.signs().of(span.first()) & Cast.GENERIC) == 0) {
                shorts.add(new Short(span, span.key(0)));
            }
        }
        for (Span span : open) {
            if (!shorts.isEmpty() && span.tokens() > 1 && span.tokens() <= MOST_WORDS) {
                pair(span, shorts, entities);
            }
        }
    }

    private static void pair(Span full, List<Short> shorts, List<Entity> entities) {
        long first = full.key(0);
        long last = full.signs().key(full.last());
        Entity entity = null;
        for (int i = shorts.size() - 1; i >= 0; i--) {
            Short one = shorts.get(i);
            boolean isPerson = one.key() == last && (full.signs().of(full.first()) & Cast.GENERIC) == 0;
            if (isPerson || one.key() == first || one.key() == last) {
                if (entity == null) {
                    Sort sort = isPerson ? Sort.LIKELY_PERSON : Sort.LIKELY_ORGANISATION;
                    entity = new Entity(Find.of(full, sort), Entity.keys(full, isPerson), isPerson);
                    entities.add(entity);
                }
                entity.add(one.span());
                shorts.remove(i);
            }
        }
    }
}
