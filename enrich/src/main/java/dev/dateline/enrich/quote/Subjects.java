package dev.dateline.enrich.quote;

import dev.dateline.enrich.entity.Cue;
import dev.dateline.enrich.quote.Scene.Mention;
import dev.dateline.enrich.quote.Speaker.How;
import dev.dateline.enrich.quote.SpeechWords.Kind;

/** Finds the subject of a verb of saying, by what stands right beside it: rather none than a wrong one. */
final class Subjects {
    private static final int PRONOUN = Kind.HE.bit | Kind.SHE.bit;
    private static final int APPOSITION_REACH = 16;
    private static final int AFTER_REACH = 14;
    private static final int OFFICE_REACH = 4;

    private final Scene scene;

    Subjects(Scene scene) {
        this.scene = scene;
    }

    /** "Rutte said", "Rutte, the Dutch leader, later told", "he said", "the minister said"; nothing before a token counts. */
    Speaker before(int from, int verb) {
        int last = verb - 1;
        while (last >= from && isHelper(last) && !scene.parted(last + 1)) {
            last--;
        }
        if (last < from) {
            return Speaker.NOBODY;
        }
        Mention mention = scene.mention(last);
        if (scene.parted(last + 1)) {
            return beforeComma(from, last, mention);
        }
        if (mention != null) {
            return head(mention, from);
        }
        if (scene.isAny(PRONOUN, last)) {
            return isJoined(last, from) ? Speaker.NOBODY : new Speaker(How.PRONOUN, null, last, last);
        }
        Speaker office = office(from, last);
        return office.isSomebody() ? office : beginning(from, last);
    }

    /** "Rutte, a friend of the family said": the comma that should end it is missing. */
    private Speaker beginning(int from, int last) {
        int first = from;
        while (first < last && scene.mention(first) == null && isPartOfName(first) && !scene.parted(first + 1)) {
            first++;
        }
        Mention mention = scene.mention(first);
        if (mention == null || !mention.isPerson() || mention.last() >= last || !scene.parted(mention.last() + 1)) {
            return Speaker.NOBODY;
        }
        for (int token = mention.last() + 2; token <= last; token++) {
            if (isPerson(token) || scene.isVerb(token) || scene.parted(token)) {
                return Speaker.NOBODY;
            }
        }
        return isPerson(mention.last() + 1) ? Speaker.NOBODY : head(mention, from);
    }

    /** "said Rutte", "said the Dutch leader, Mark Rutte", "said he"; nothing from the end on counts. */
    Speaker after(int from, int end) {
        int first = from;
        while (first < end && first < from + 2 && isHelper(first) && !scene.is(Kind.THE, first)) {
            first++;
        }
        if (first < end && scene.isAny(PRONOUN, first) && !scene.is(Kind.THE, first)) {
            return new Speaker(How.PRONOUN, null, first, first);
        }
        boolean blocked = false;
        int office = -1;
        for (int token = first; token < Math.min(end, first + AFTER_REACH); token++) {
            Mention mention = scene.mention(token);
            if (token > first && scene.parted(token)) {
                boolean isName = office >= 0 && mention != null && mention.isPerson() && !scene.isWhose(mention);
                return isName ? Speaker.named(mention) : officeOrNobody(first, office, blocked);
            }
            if (mention != null) {
                int next = mention.last() + 1;
                boolean goesOn = next < end && !scene.parted(next);
                boolean ownerOf = scene.isWhose(mention) || (goesOn && !mention.isPerson() && !mayFollowName(next));
                if (!blocked && !ownerOf) {
                    return isAlone(mention, end) && (mention.isPerson() || isPlain(first, token))
                            ? Speaker.named(mention)
                            : Speaker.NOBODY;
                }
                blocked = blocked && !(goesOn && isPerson(next)) || (scene.isWhose(mention) && mention.isPerson());
                token = mention.last();
            } else if (scene.isAny(Kind.AND.bit | Kind.OTHER.bit | Kind.VERB.bit, token)) {
                return Speaker.NOBODY;
            } else if (isPreposition(token)) {
                blocked = true;
            } else if (scene.isOffice(token)) {
                office = token;
            }
        }
        return officeOrNobody(first, office, blocked);
    }

    private Speaker officeOrNobody(int first, int office, boolean blocked) {
        boolean told = !blocked && office > first && office - first <= OFFICE_REACH && scene.is(Kind.THE, first);
        return told ? new Speaker(How.OFFICE, null, first, office) : Speaker.NOBODY;
    }

    /** "Rutte, the Dutch leader, said", "the Dutch leader, Mark Rutte, said". */
    private Speaker beforeComma(int from, int last, Mention mention) {
        if (mention != null && mention.isPerson() && mention.first() > from && scene.parted(mention.first())) {
            int before = mention.first() - 1;
            if (scene.mention(before) == null && scene.isOffice(before)) {
                return Speaker.named(mention);
            }
        }
        for (int token = last; token > from && token > last - APPOSITION_REACH; token--) {
            Mention name = scene.parted(token) ? scene.mention(token - 1) : null;
            if (name != null) {
                return head(name, from);
            }
        }
        return Speaker.NOBODY;
    }

    /** The name, unless it only belongs to who speaks ("a spokesman for Rutte", "Merkel and Rutte"). */
    private Speaker head(Mention mention, int from) {
        return scene.isWhose(mention) || isJoined(mention.first(), from) ? Speaker.NOBODY : Speaker.named(mention);
    }

    /** True when a preposition or "and" stands before a name and its titles. */
    private boolean isJoined(int first, int from) {
        int before = first - 1;
        while (before >= from && !scene.parted(before + 1) && isPartOfName(before)) {
            before--;
        }
        return before >= from
                && !scene.parted(before + 1)
                && (isPreposition(before) || scene.is(Kind.AND, before) || startsWithPreposition(before));
    }

    private boolean startsWithPreposition(int token) {
        return scene.is(Kind.THE, token) && token > 0 && isPreposition(token - 1) && !scene.parted(token);
    }

    private boolean isPartOfName(int token) {
        return (scene.signs.isUpper(token) && !isPreposition(token))
                || scene.isOffice(token)
                || scene.signs.has(Cue.QUALIFIER, token);
    }

    /** "the minister": an office with its article, and nothing that says whose. */
    private Speaker office(int from, int last) {
        if (!scene.isOffice(last)) {
            return Speaker.NOBODY;
        }
        int first = last - 1;
        while (first > from && last - first < OFFICE_REACH && !scene.parted(first + 1) && isPartOfName(first)) {
            first--;
        }
        boolean told = first >= from
                && scene.is(Kind.THE, first)
                && scene.mention(first) == null
                && !scene.parted(first + 1)
                && !isJoined(first, from);
        return told ? new Speaker(How.OFFICE, null, first, last) : Speaker.NOBODY;
    }

    /** False for the first of "Merkel and Rutte". */
    private boolean isAlone(Mention mention, int end) {
        int next = mention.last() + 1;
        return next + 1 >= end || !scene.is(Kind.AND, next) || scene.parted(next) || !scene.signs.isUpper(next + 1);
    }

    /** True when nothing but an article stands before a name. */
    private boolean isPlain(int first, int token) {
        return token == first || (token == first + 1 && scene.is(Kind.THE, first));
    }

    /** False for the "chief" of "Siemens chief Roland Busch". */
    private boolean mayFollowName(int token) {
        return scene.isAny(Kind.PREPOSITION.bit | Kind.AND.bit | Kind.HELPER.bit | Kind.THE.bit, token)
                && scene.mention(token) == null;
    }

    private boolean isPerson(int token) {
        Mention mention = scene.mention(token);
        return mention != null && mention.isPerson();
    }

    private boolean isPreposition(int token) {
        return scene.is(Kind.PREPOSITION, token) && scene.mention(token) == null;
    }

    /** Words that may stand between a subject and its verb. */
    boolean isHelper(int token) {
        return scene.mention(token) == null && (scene.is(Kind.HELPER, token) || isAdverb(token));
    }

    private boolean isAdverb(int token) {
        String text = scene.passage.text;
        int end = scene.passage.end(token);
        boolean isLong = end - scene.passage.start(token) > 4 && !scene.signs.isUpper(token);
        return isLong && (text.startsWith("ly", end - 2) || text.startsWith("mente", end - 5));
    }
}
