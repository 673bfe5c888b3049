package dev.dateline.enrich.tag;

import dev.dateline.enrich.tag.Find.Sort;
import java.util.ArrayList;
import java.util.List;

/**
 * Tells what names are by the way in which they are shortened later: a person by the last word ("Bertil Nordin",
 * "Nordin"), an organisation by the first ("Suiker Unie", "Suiker").
 */
final class ShortForms {
    private static final int NO_NAME = Cue.COMMON.bit | Cue.STOP.bit | Cue.FIELD.bit | Cue.QUALIFIER.bit | Cue.BODY.bit;

    private ShortForms() {}

    static void pair(List<Find> finds, Cues cues, List<Entity> entities) {
        List<Find> shorts = new ArrayList<>();
        for (Find find : finds) {
            if (find.span().tokens() == 1
                    && (cues.of(find.span().passage(), find.span().first()) & NO_NAME) == 0) {
                shorts.add(find);
            }
        }
        if (shorts.isEmpty()) {
            return;
        }
        for (Find find : finds) {
            Span full = find.span();
            if (full.tokens() > 1 && full.tokens() < 4) {
                pair(find, shorts, cues, entities);
            }
        }
    }

    private static void pair(Find full, List<Find> shorts, Cues cues, List<Entity> entities) {
        Span span = full.span();
        long first = Capitals.key(span.passage(), span.first());
        long last = Capitals.key(span.passage(), span.last());
        Entity entity = null;
        for (int i = shorts.size() - 1; i >= 0; i--) {
            Span one = shorts.get(i).span();
            long key = Capitals.key(one.passage(), one.first());
            boolean isPerson = key == last;
            if (isPerson || key == first) {
                if (entity == null) {
                    Sort sort = isPerson ? Sort.LIKELY_PERSON : Sort.LIKELY_ORGANISATION;
                    entity = new Entity(Find.of(span, sort), Entity.keys(span, cues, isPerson), isPerson);
                    entities.add(entity);
                }
                entity.add(one);
                shorts.remove(i);
            }
        }
    }
}
