package dev.dateline.enrich.tag;

import dev.dateline.enrich.text.ArticleText;
import dev.dateline.model.Tag;
import java.util.List;

/** A pure function from an article to statements about it. Same article, same rules, same tags; no I/O, no clock. */
public interface Tagger {
    /**
     * Tags of one scheme or a few related ones.
     *
     * @param text the article, read once for all taggers
     * @param soFar tags of the taggers that ran before
     */
    List<Tag> tag(ArticleText text, List<Tag> soFar);

    /** Tags, and the quotes that a tagger finds on the way; most find none. */
    default Findings read(ArticleText text, List<Tag> soFar) {
        return Findings.of(tag(text, soFar));
    }

    /** What the sender declares of the same matter; nothing where a tagger goes by the text alone. */
    default List<Tag> declared(ArticleText text) {
        return List.of();
    }

    /** Tags as if the sender had declared nothing. */
    default List<Tag> unaided(ArticleText text, List<Tag> soFar) {
        return tag(text, soFar);
    }
}
