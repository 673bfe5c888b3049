package dev.dateline.enrich.entity;

import dev.dateline.enrich.entity.Find.Sort;
import dev.dateline.enrich.entity.KnownBodies.Body;
import dev.dateline.enrich.tag.Codes;
import java.util.ArrayList;
import java.util.List;

/** Somebody or something that an article names, with all the places where it does. */
public final class Entity {
    public final boolean isPerson;
    /** False when no mention proves what it is. */
    final boolean isSure;
    /** The organisation when it is a known one, else null. */
    final Body body;

    public final List<Span> spans = new ArrayList<>(4);
    private Span fullest;
    private long[] keys;
    private long acronym;

    Entity(Find find, long[] keys, boolean isPerson) {
        this.isPerson = isPerson;
        this.isSure = find.sort() == Sort.PERSON || find.sort() == Sort.ORGANISATION;
        this.body = find.body();
        this.keys = keys;
        this.fullest = find.span();
        add(find, keys);
    }

    /** Letters of the words of its fullest name, see {@link Signs#key}; an organisation's without its form. */
    long[] keys() {
        return keys;
    }

    /** Adds a mention, which may give it a fuller name. */
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
            acronym = find.alias().key(0);
        }
    }

    /** Adds a shorter mention. */
    void add(Span span) {
        spans.add(span);
    }

    /** True for an organisation of the same name, or with this acronym. */
    boolean isNamed(long[] other) {
        return (keys.length == other.length && beginsWith(other)) || hasAcronym(other);
    }

    /** True when the article explains the acronym with the name. */
    boolean hasAcronym(long[] other) {
        return other.length == 1 && acronym != 0 && acronym == other[0];
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

    /** True for the "Rutte" of Mark Rutte and the "Kim" of Kim Jong-un. */
    boolean hasSurname(long key) {
        return keys[keys.length - 1] == key || (keys[0] == key && hasSurnameFirst());
    }

    /** True when the name of a person may be another form of this person's: same surname, no contradiction before it. */
    boolean maySharePerson(long[] other, Span span) {
        if (other.length == 1) {
            return hasSurname(other[0]);
        }
        if (keys[keys.length - 1] != other[other.length - 1]) {
            return false;
        }
        if (keys.length == 1) {
            return true;
        }
        for (int i = 0; i < keys.length - 1; i++) {
            for (int k = 0; k < other.length - 1; k++) {
                if (keys[i] == other[k]) {
                    return true;
                }
            }
        }
        boolean initial =
                span.signs().isInitial(span.first()) || fullest.signs().isInitial(fullest.first());
        return initial && letter(span) == letter(fullest);
    }

    /** Names such as "Kim Jong-un" end with the second half of a given name. */
    private boolean hasSurnameFirst() {
        return keys.length > 1 && fullest.signs().isSecondHalf(fullest.last());
    }

    private static char letter(Span span) {
        return span.passage().text.charAt(span.passage().start(span.first()));
    }

    /** Keys of a name; of an organisation's without the form of the firm at the end. */
    static long[] keys(Span span, boolean isPerson) {
        long[] keys = new long[(isPerson ? span.last() : beforeForm(span)) - span.first() + 1];
        for (int i = 0; i < keys.length; i++) {
            keys[i] = span.key(i);
        }
        return keys;
    }

    /** Last token of a name that does not state the form of a firm ("Ltd", "and Co"). */
    private static int beforeForm(Span span) {
        int last = span.last();
        while (last > span.first() && (span.signs().of(last) & (Cue.LEGAL.bit | Cue.AND.bit)) != 0) {
            last--;
        }
        return last;
    }

    /** The full name of a known organisation; else the fullest in the text, on one line. */
    String name() {
        return body != null ? body.name() : Codes.onOneLine(fullest.text());
    }

    String code() {
        if (body != null) {
            return body.code();
        }
        int last = isPerson ? fullest.last() : beforeForm(fullest);
        return Codes.of(new Span(fullest.signs(), fullest.first(), last).text());
    }
}
