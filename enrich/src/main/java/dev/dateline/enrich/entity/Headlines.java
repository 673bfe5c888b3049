package dev.dateline.enrich.entity;

import java.util.Arrays;
import java.util.List;

/** Finds what the article names elsewhere in passages whose capitals tell nothing, headlines above all. */
final class Headlines {
    private static final int SHORTEST_NAME = 3;

    private final Signs signs;
    private final List<Entity> entities;

    private Headlines(Signs signs, List<Entity> entities) {
        this.signs = signs;
        this.entities = entities;
    }

    static void find(List<Entity> entities, Signs signs) {
        if (!entities.isEmpty()) {
            new Headlines(signs, entities).find();
        }
    }

    private void find() {
        boolean[] taken = new boolean[signs.size()];
        for (Entity entity : entities) {
            for (Span span : entity.spans) {
                if (span.signs() == signs) {
                    Arrays.fill(taken, span.first(), span.last() + 1, true);
                }
            }
        }
        int token = 0;
        while (token < signs.size()) {
            boolean mayBegin = !taken[token]
                    && signs.isUpper(token)
                    && (signs.of(token) & Cast.GENERIC) == 0
                    && signs.passage.end(token) - signs.passage.start(token) >= SHORTEST_NAME;
            token = mayBegin ? findAt(token) : token + 1;
        }
    }

    private int findAt(int token) {
        long key = signs.key(token);
        Entity organisation = null;
        int words = 0;
        Entity person = null;
        for (Entity entity : entities) {
            if (!entity.isPerson && entity.keys()[0] == key) {
                int here = prefixAt(entity.keys(), token);
                if (here > words) {
                    organisation = entity;
                    words = here;
                }
            } else if (entity.isPerson && person == null && entity.hasSurname(key)) {
                person = entity;
            }
        }
        if (organisation != null) {
            organisation.add(new Span(signs, token, token + words - 1));
            return token + words;
        }
        if (person != null) {
            person.add(new Span(signs, withGivenName(person.keys(), token), token));
        }
        return token + 1;
    }

    /** Number of words of a name that stand at a token. */
    private int prefixAt(long[] keys, int token) {
        int words = 1;
        while (words < keys.length && signs.joined(token + words) && signs.key(token + words) == keys[words]) {
            words++;
        }
        return words;
    }

    private int withGivenName(long[] keys, int token) {
        int first = token;
        int word = keys.length - 2;
        while (word >= 0 && first > 0 && signs.joined(first) && signs.key(first - 1) == keys[word]) {
            first--;
            word--;
        }
        return first;
    }
}
