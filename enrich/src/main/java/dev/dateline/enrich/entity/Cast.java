package dev.dateline.enrich.entity;

import dev.dateline.enrich.entity.Find.Sort;
import dev.dateline.enrich.text.Passage;
import java.util.ArrayList;
import java.util.List;

/** The people and organisations of one article: later and shorter names join the fuller ones. */
final class Cast {
    /** Words that too many names have for one of them alone to be a short form. */
    static final int GENERIC = Cue.COMMON.bit
            | Cue.STOP.bit
            | Cue.FIELD.bit
            | Cue.BODY.bit
            | Cue.QUALIFIER.bit
            | Cue.LEGAL.bit
            | Cue.TITLE.bit
            | Cue.ROLE.bit
            | Cue.SPEECH.bit;

    private static final int SHORTEST_GENITIVE = 4;

    private final boolean nounsHaveCapitals;
    private final List<Entity> entities = new ArrayList<>();

    /** A bit for each first and last word of all names, because most of what is asked for is not there. */
    private long present;

    private Cast(String language) {
        this.nounsHaveCapitals = language.equals("de");
    }

    /** Sorts what was found, the surest first, so that what is less sure can join it. */
    static List<Entity> of(List<Find> finds, String language) {
        Cast cast = new Cast(language);
        List<Find> open = new ArrayList<>();
        List<Find> likely = new ArrayList<>();
        for (Find find : finds) {
            switch (find.sort()) {
                case PERSON -> cast.addPerson(find);
                case ORGANISATION -> cast.addOrganisation(find);
                case LIKELY_PERSON, LIKELY_ORGANISATION -> likely.add(find);
                case OPEN, PLACE -> open.add(find);
            }
        }
        for (Find find : likely) {
            if (!cast.join(find)) {
                boolean isPerson = find.sort() == Sort.LIKELY_PERSON;
                cast.enter(new Entity(find, Entity.keys(find.span(), isPerson), isPerson));
            }
        }
        List<Span> unjoined = new ArrayList<>();
        for (Find find : open) {
            if (!cast.join(find) && find.sort() == Sort.OPEN) {
                unjoined.add(find.span());
            }
        }
        if (!cast.nounsHaveCapitals) {
            ShortForms.pair(unjoined, cast.entities);
        }
        return cast.entities;
    }

    private void addPerson(Find find) {
        long[] keys = Entity.keys(find.span(), true);
        Entity known = person(keys, find.span());
        if (known == null) {
            enter(new Entity(find, keys, true));
        } else {
            known.add(find, keys);
            remember(keys);
        }
    }

    private void addOrganisation(Find find) {
        long[] keys = Entity.keys(find.span(), false);
        for (Entity entity : entities) {
            // an acronym that the article explains means what the article says
            boolean same = find.body() != null && !entity.hasAcronym(keys)
                    ? find.body().equals(entity.body)
                    : !entity.isPerson && entity.isNamed(keys);
            if (same) {
                entity.add(find, keys);
                remember(keys);
                return;
            }
        }
        enter(new Entity(find, keys, false));
        if (find.alias() != null) {
            remember(new long[] {find.alias().key(0)});
        }
    }

    private void enter(Entity entity) {
        entities.add(entity);
        remember(entity.keys());
    }

    private void remember(long[] keys) {
        present |= bit(keys[0]) | bit(keys[keys.length - 1]);
    }

    private static long bit(long key) {
        return 1L << (key ^ (key >>> 32));
    }

    /** Adds a name to the entity that it is a form of; false when there is none. */
    private boolean join(Find find) {
        Span span = find.span();
        Entity entity = mayBeThere(span) ? fullerName(find, span) : null;
        if (entity == null && nounsHaveCapitals && span.tokens() == 1) {
            entity = genitive(span);
        }
        if (entity != null) {
            entity.add(span);
        }
        return entity != null;
    }

    private boolean mayBeThere(Span span) {
        return ((bit(span.key(0)) | bit(span.signs().key(span.last()))) & present) != 0;
    }

    private Entity fullerName(Find find, Span span) {
        long[] keys = Entity.keys(span, false);
        Entity entity = find.sort() == Sort.PLACE ? null : organisation(keys);
        boolean isGeneric = span.tokens() == 1 && (span.signs().of(span.first()) & GENERIC) != 0;
        if (entity == null && !isGeneric) {
            entity = person(keys, span);
        }
        if (entity == null && !isGeneric && (find.sort() != Sort.PLACE || speaks(span))) {
            entity = organisationBeginning(keys);
        }
        return entity;
    }

    private Entity organisation(long[] keys) {
        for (Entity entity : entities) {
            if (!entity.isPerson && entity.isNamed(keys)) {
                return entity;
            }
        }
        return null;
    }

    /** The person of that name; of several with the surname alone the one named most. */
    private Entity person(long[] keys, Span span) {
        Entity best = null;
        for (Entity entity : entities) {
            if (entity.isPerson
                    && entity.maySharePerson(keys, span)
                    && (best == null || entity.spans.size() > best.spans.size())) {
                best = entity;
            }
        }
        return best;
    }

    private Entity organisationBeginning(long[] keys) {
        for (Entity entity : entities) {
            if (!entity.isPerson && entity.beginsWith(keys)) {
                return entity;
            }
        }
        return null;
    }

    /** "Merkels" is Merkel's. */
    private Entity genitive(Span span) {
        Passage passage = span.passage();
        int end = passage.end(span.first());
        if (passage.text.charAt(end - 1) != 's' || end - passage.start(span.first()) < SHORTEST_GENITIVE) {
            return null;
        }
        long key = span.signs().key(span.first(), end - 1);
        for (Entity entity : entities) {
            if (entity.isPerson && entity.hasSurname(key)) {
                return entity;
            }
        }
        return null;
    }

    private static boolean speaks(Span span) {
        int next = span.last() + 1;
        return span.signs().has(Cue.SPEECH, next) && span.passage().gapBefore(next) == Passage.SPACE;
    }
}
