package dev.dateline.enrich.tag;

import dev.dateline.enrich.tag.KnownBodies.Body;
import java.util.ArrayList;
import java.util.List;

/** Somebody or something that an article names, with all the places where it does. */
final class Entity {
    private static final int FORM = Cue.LEGAL.bit;

    final boolean isPerson;
    /** False when no mention proves what it is. */
    final boolean isSure;
    /** The organisation when it is a known one, else null. */
    final Body body;

    final List<Span> spans = new ArrayList<>(4);
    private Span fullest;
    private long[] keys;
    private long acronym;

    Entity(Find find, long[] keys, boolean isPerson) {
        this.isPerson = isPerson;
        this.isSure = find.sort() == Find.Sort.PERSON || find.sort() == Find.Sort.ORGANISATION;
        this.body = find.body();
        this.keys = keys;
        this.fullest = find.span();
        add(find, keys);
    }

    /** Letters of the words of its fullest name, see {@link Capitals#key}; an organisation's without its form. */
    long[] keys() {
        return keys;
    }

    Span fullest() {
        return fullest;
    }

    boolean hasAcronym(long key) {
        return acronym != 0 && acronym == key;
    }

    void add(Find find, long[] itsKeys) {
        spans.add(find.span());
        boolean fuller = itsKeys.length > keys.length
                || (itsKeys.length == keys.length && find.span().tokens() > fullest.tokens());
        if (fuller) {
            keys = itsKeys;
            fullest = find.span();
        }
        if (find.alias() != null) {
            spans.add(find.alias());
            acronym = Capitals.key(find.alias().passage(), find.alias().first());
        }
    }

    void add(Span span) {
        spans.add(span);
    }

    /** True for the "Rutte" of Mark Rutte and the "Kim" of Kim Jong-un. */
    boolean hasSurname(long key) {
        int first = 0;
        int last = keys.length - 1;
        return keys[last] == key || (last > 0 && hasSurnameFirst() && keys[first] == key);
    }

    /** Number of its first words that stand at a token; 0 for none. */
    int prefixAt(Passage passage, int token) {
        int words = 0;
        while (words < keys.length
                && token + words < passage.size()
                && Capitals.key(passage, token + words) == keys[words]) {
            words++;
        }
        return words;
    }

    boolean beginsWith(long[] other) {
        if (other.length > keys.length) {
            return false;
        }
        for (int i = 0; i < other.length; i++) {
            if (keys[i] != other[i]) {
                return false;
            }
        }
        return true;
    }

    /** True when two names of people with the same surname do not contradict each other. */
    boolean maySharePerson(long[] other, Span span) {
        if (keys[keys.length - 1] != other[other.length - 1]) {
            return other.length == 1 && keys.length > 1 && hasSurnameFirst() && keys[0] == other[0];
        }
        if (keys.length == 1 || other.length == 1) {
            return true;
        }
        for (int i = 0; i < keys.length - 1; i++) {
            for (int k = 0; k < other.length - 1; k++) {
                if (keys[i] == other[k]) {
                    return true;
                }
            }
        }
        boolean initial = Capitals.isInitial(span.passage(), span.first())
                || Capitals.isInitial(fullest.passage(), fullest.first());
        return initial && letter(span) == letter(fullest);
    }

    /** Names such as "Kim Jong-un" end with the second half of a given name. */
    private boolean hasSurnameFirst() {
        Passage passage = fullest.passage();
        return passage.hyphenBefore(fullest.last())
                && Character.isLowerCase(passage.text.charAt(passage.start(fullest.last())));
    }

    private static char letter(Span span) {
        return span.passage().text.charAt(span.passage().start(span.first()));
    }

    /** Keys of a name; of an organisation's without the form of the firm at the end. */
    static long[] keys(Span span, Cues cues, boolean isPerson) {
        int last = span.last();
        while (!isPerson && last > span.first() && (cues.of(span.passage(), last) & FORM) != 0) {
            last--;
        }
        long[] keys = new long[last - span.first() + 1];
        for (int i = 0; i < keys.length; i++) {
            keys[i] = Capitals.key(span.passage(), span.first() + i);
        }
        return keys;
    }

    /** Name without line breaks, as the text has it at its fullest; the full name of a known organisation. */
    String name() {
        return body != null ? body.name() : fullest.text().replace('\n', ' ');
    }

    String code(Cues cues) {
        if (body != null) {
            return body.code();
        }
        int last = fullest.last();
        while (!isPerson && last > fullest.first() && (cues.of(fullest.passage(), last) & FORM) != 0) {
            last--;
        }
        return Codes.of(new Span(fullest.passage(), fullest.first(), last).text());
    }
}
