package dev.dateline.enrich.quote;

import dev.dateline.enrich.entity.Entity;
import dev.dateline.enrich.quote.QuoteMarks.Pair;
import dev.dateline.enrich.quote.Speaker.How;
import dev.dateline.enrich.text.Passage;
import dev.dateline.model.Evidence;
import dev.dateline.model.Quote;
import dev.dateline.model.Tag;
import java.util.Locale;
import java.util.Map;

/**
 * A quotation with who says it.
 *
 * @param who null when that is not clear
 * @param how {@link How#NONE} when that is not clear
 * @param isSpeech false for words that are no quote, but may be followed by one
 * @param speaker where the speaker is named, else null
 * @param cue what makes it speech, else null
 */
record Said(Scene scene, Pair pair, Entity who, How how, boolean isSpeech, Evidence speaker, Evidence cue) {
    /** UTF-16 code units of a quote's text; a quote is in the article's body anyway. */
    static final int LONGEST_TEXT = 500;

    Said by(Said other) {
        return new Said(scene, pair, other.who, other.who == null ? How.NONE : How.CONTINUED, true, other.speaker, cue);
    }

    /**
     * As the contract has it.
     *
     * @param tags of the entities that have one
     */
    Quote quote(Map<Entity, Tag> tags) {
        Passage passage = scene.passage;
        Tag tag = who == null ? null : tags.get(who);
        return new Quote(
                passage.field,
                pair.start(),
                pair.end(),
                passage.text.substring(pair.start(), cut(passage.text, pair.start(), pair.end())),
                tag == null ? null : tag.getScheme(),
                tag == null ? null : tag.getCode(),
                tag == null ? null : tag.getName(),
                speaker,
                cue,
                how.score,
                how.name().toLowerCase(Locale.ROOT));
    }

    /** Where the text is cut, never within a character of two units. */
    private static int cut(String text, int start, int end) {
        int cut = Math.min(end, start + LONGEST_TEXT);
        return cut < end && Character.isHighSurrogate(text.charAt(cut - 1)) ? cut - 1 : cut;
    }
}
