package dev.dateline.enrich.quote;

import dev.dateline.enrich.entity.Cue;
import dev.dateline.enrich.entity.Entity;
import dev.dateline.enrich.entity.Signs;
import dev.dateline.enrich.entity.Span;
import dev.dateline.enrich.quote.QuoteMarks.Pair;
import dev.dateline.enrich.quote.SpeechWords.Kind;
import dev.dateline.enrich.text.Passage;
import java.util.List;

/** A passage with its quotations, those whom it names, and the words that tell who speaks. */
final class Scene {
    final Signs signs;
    final Passage passage;
    final List<Pair> pairs;
    final String language;
    /** True when capitals tell nothing. */
    final boolean isLoud;

    private final SpeechWords words;
    private final Mention[] mentions;
    private int[] kinds;

    Scene(Signs signs, List<Pair> pairs, String language, SpeechWords words) {
        this.signs = signs;
        this.passage = signs.passage;
        this.pairs = pairs;
        this.language = language;
        this.words = words;
        this.isLoud = !pairs.isEmpty() && signs.capitalsTellNothing(language);
        this.mentions = new Mention[signs.size()];
    }

    /** Somebody or something named here, from the first token to the last. */
    record Mention(Entity entity, int first, int last) {
        boolean isPerson() {
            return entity.isPerson;
        }
    }

    void add(Entity entity, Span span) {
        Mention mention = new Mention(entity, span.first(), span.last());
        for (int token = span.first(); token <= span.last(); token++) {
            mentions[token] = mention;
        }
    }

    /** Who is named by a token, or null. */
    Mention mention(int token) {
        return token >= 0 && token < mentions.length ? mentions[token] : null;
    }

    boolean is(Kind kind, int token) {
        return (kindsOf(token) & kind.bit) != 0;
    }

    boolean isAny(int bits, int token) {
        return (kindsOf(token) & bits) != 0;
    }

    private int kindsOf(int token) {
        if (token < 0 || token >= signs.size()) {
            return 0;
        }
        if (kinds == null) {
            kinds = new int[signs.size()];
        }
        if (kinds[token] == 0) {
            kinds[token] = words.of(passage, token, language) | Integer.MIN_VALUE;
        }
        return kinds[token] & Integer.MAX_VALUE;
    }

    /** True for a verb of saying; with a capital it is none, unless all words have one. */
    boolean isVerb(int token) {
        return is(Kind.VERB, token) && mention(token) == null && (isLoud || !signs.isUpper(token) || token == 0);
    }

    boolean isOffice(int token) {
        return (signs.of(token) & (Cue.ROLE.bit | Cue.TITLE.bit)) != 0;
    }

    /** The first token that begins at a character or after it. */
    int tokenFrom(int at) {
        int low = 0;
        int high = signs.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (passage.start(middle) < at) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /** True when a comma, a bracket or the like parts a token from the one before it. */
    boolean parted(int token) {
        return passage.gapBefore(token) != Passage.SPACE;
    }

    /** True when a sentence ends between a token and the one before it; what stands before a character does not count. */
    boolean breaks(int token, int from) {
        if (token <= 0) {
            return true;
        }
        for (int i = Math.max(from, passage.end(token - 1)); i < passage.start(token); i++) {
            char c = passage.text.charAt(i);
            if (c == '!'
                    || c == '?'
                    || c == '…'
                    || c == ';'
                    || c == '\n'
                    || (c == '.' && !signs.isAbbreviation(token - 1))) {
                return true;
            }
        }
        return false;
    }

    /** One past the last token of the clause that begins at a token: up to the end of the sentence or the next quotation. */
    int clauseEnd(int from, int pair, int most) {
        int limit = pair + 1 < pairs.size() ? pairs.get(pair + 1).open() : passage.text.length();
        int after = pairs.get(pair).after();
        int end = from;
        while (end < signs.size()
                && end < from + most
                && passage.start(end) < limit
                && (end == from || !breaks(end, after))) {
            end++;
        }
        return end;
    }

    /** First token of the sentence that goes up to a token, at most so many tokens back; what the quotation before covers is left out. */
    int sentenceStart(int last, int pair, int most) {
        int after = pair == 0 ? 0 : pairs.get(pair - 1).after();
        int first = last;
        while (first > 0 && last - first < most && passage.start(first - 1) >= after && !breaks(first, after)) {
            first--;
        }
        return first;
    }

    /** What stands between a token before a quotation, or between its end and a token after it. */
    String between(int from, int to) {
        return from < to ? passage.text.substring(from, to) : "";
    }

    /** True when the quotation stands where a sentence begins. */
    boolean beginsSentence(Pair pair) {
        int before = pair.open() - 1;
        while (before >= 0 && (passage.text.charAt(before) == ' ' || passage.text.charAt(before) == '\u00a0')) {
            before--;
        }
        return before < 0 || ".!?…\n”»\"“".indexOf(passage.text.charAt(before)) >= 0;
    }

    /** True when the name is somebody's whose something speaks: "Rutte's spokesman", "Merkels Sprecher". */
    boolean isWhose(Mention mention) {
        int end = passage.end(mention.last());
        boolean apostrophe = end < passage.text.length() && "'’".indexOf(passage.text.charAt(end)) >= 0;
        boolean german = language.equals("de")
                && passage.text.charAt(end - 1) == 's'
                && isOffice(mention.last() + 1)
                && !parted(mention.last() + 1);
        return apostrophe && passage.text.startsWith("s", end + 1) || german;
    }
}
