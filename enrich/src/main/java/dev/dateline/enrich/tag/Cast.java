package dev.dateline.enrich.tag;

import dev.dateline.enrich.tag.Find.Sort;
import java.util.ArrayList;
import java.util.List;

/** The people and organisations of one article: later and shorter names join the fuller ones. */
final class Cast {
    private static final int GENERIC = Cue.COMMON.bit
            | Cue.STOP.bit
            | Cue.FIELD.bit
            | Cue.BODY.bit
            | Cue.QUALIFIER.bit
            | Cue.LEGAL.bit
            | Cue.TITLE.bit
            | Cue.ROLE.bit
            | Cue.SPEECH.bit;

    private final Cues cues;
    private final boolean nounsHaveCapitals;
    private final List<Entity> entities = new ArrayList<>();

    Cast(Cues cues, String language) {
        this.cues = cues;
        this.nounsHaveCapitals = language.equals("de");
    }

    List<Entity> entities() {
        return entities;
    }

    /** Takes up what was found, the surest first, so that what is less sure can join it. */
    void take(List<Find> finds) {
        List<Find> open = new ArrayList<>();
        List<Find> likely = new ArrayList<>();
        for (Find find : finds) {
            switch (find.sort()) {
                case PERSON -> addPerson(find);
                case ORGANISATION -> addOrganisation(find);
                case LIKELY_PERSON, LIKELY_ORGANISATION -> likely.add(find);
                case OPEN, PLACE -> open.add(find);
            }
        }
        for (Find find : likely) {
            if (!join(find)) {
                boolean isPerson = find.sort() == Sort.LIKELY_PERSON;
                entities.add(new Entity(find, Entity.keys(find.span(), cues, isPerson), isPerson));
            }
        }
        List<Find> unjoined = new ArrayList<>();
        for (Find find : open) {
            if (!join(find) && find.sort() == Sort.OPEN && !nounsHaveCapitals) {
                unjoined.add(find);
            }
        }
        ShortForms.pair(unjoined, cues, entities);
    }

    private void addPerson(Find find) {
        long[] keys = Entity.keys(find.span(), cues, true);
        Entity known = personLike(keys, find.span());
        if (known == null) {
            entities.add(new Entity(find, keys, true));
        } else {
            known.add(find, keys);
        }
    }

    private void addOrganisation(Find find) {
        long[] keys = Entity.keys(find.span(), cues, false);
        for (Entity entity : entities) {
            boolean same =
                    find.body() != null ? find.body().equals(entity.body) : !entity.isPerson && isSame(entity, keys);
            if (same) {
                entity.add(find, keys);
                return;
            }
        }
        entities.add(new Entity(find, keys, false));
    }

    private static boolean isSame(Entity entity, long[] keys) {
        return (entity.keys().length == keys.length && entity.beginsWith(keys))
                || (keys.length == 1 && entity.hasAcronym(keys[0]));
    }

    /** Adds a name to the entity that it is a form of; false when there is none. */
    private boolean join(Find find) {
        Span span = find.span();
        long[] keys = Entity.keys(span, cues, false);
        Entity entity = find.sort() == Sort.PLACE ? null : sameOrganisation(keys);
        if (entity == null && !isGeneric(span)) {
            entity = personLike(keys, span);
            if (entity == null && nounsHaveCapitals && keys.length == 1) {
                entity = genitive(span);
            }
        }
        if (entity == null && (find.sort() != Sort.PLACE || speaks(span))) {
            entity = organisationBeginning(keys, span);
        }
        if (entity != null) {
            entity.add(span);
        }
        return entity != null;
    }

    private Entity sameOrganisation(long[] keys) {
        for (Entity entity : entities) {
            if (!entity.isPerson && isSame(entity, keys)) {
                return entity;
            }
        }
        return null;
    }

    /** The person of that name; of several with the surname alone the one named most. */
    private Entity personLike(long[] keys, Span span) {
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

    /** "Merkels" is Merkel's. */
    private Entity genitive(Span span) {
        Passage passage = span.passage();
        int end = passage.end(span.first());
        if (passage.text.charAt(end - 1) != 's' || end - passage.start(span.first()) < 4) {
            return null;
        }
        long key = Capitals.key(passage, span.first(), end - 1);
        for (Entity entity : entities) {
            if (entity.isPerson && entity.hasSurname(key)) {
                return entity;
            }
        }
        return null;
    }

    private Entity organisationBeginning(long[] keys, Span span) {
        if (isGeneric(span)) {
            return null;
        }
        for (Entity entity : entities) {
            if (!entity.isPerson && entity.beginsWith(keys)) {
                return entity;
            }
        }
        return null;
    }

    /** True for one word that too many names have: "National", "Bank". */
    private boolean isGeneric(Span span) {
        return span.tokens() == 1 && (cues.of(span.passage(), span.first()) & GENERIC) != 0;
    }

    private boolean speaks(Span span) {
        int next = span.last() + 1;
        return cues.has(Cue.SPEECH, span.passage(), next) && span.passage().gapBefore(next) == Passage.SPACE;
    }

    /** Finds what the article names elsewhere in a passage whose capitals tell nothing. */
    void findIn(Passage passage) {
        boolean[] taken = new boolean[passage.size()];
        for (Entity entity : entities) {
            for (Span span : entity.spans) {
                if (span.passage() == passage) {
                    java.util.Arrays.fill(taken, span.first(), span.last() + 1, true);
                }
            }
        }
        int token = 0;
        while (token < passage.size()) {
            token = taken[token] || isGeneric(new Span(passage, token, token)) ? token + 1 : findAt(passage, token);
        }
    }

    private int findAt(Passage passage, int token) {
        if (passage.end(token) - passage.start(token) < 3 || !Capitals.isUpper(passage, token)) {
            return token + 1;
        }
        Entity best = null;
        int words = 0;
        for (Entity entity : entities) {
            int here = entity.isPerson ? 0 : entity.prefixAt(passage, token);
            if (here > words) {
                best = entity;
                words = here;
            }
        }
        if (best != null) {
            best.add(new Span(passage, token, token + words - 1));
            return token + words;
        }
        long key = Capitals.key(passage, token);
        for (Entity entity : entities) {
            if (entity.isPerson && entity.hasSurname(key)) {
                boolean withGiven = token > 0
                        && entity.keys().length > 1
                        && Capitals.key(passage, token - 1) == entity.keys()[entity.keys().length - 2];
                entity.add(new Span(passage, withGiven ? token - 1 : token, token));
                break;
            }
        }
        return token + 1;
    }
}
