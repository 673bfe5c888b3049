package dev.dateline.enrich.tag;

import dev.dateline.model.Tag;
import java.util.List;

/** A pure function from an article to statements about it. Same article, same rules, same tags; no I/O, no clock. */
interface Tagger {
    /**
     * Tags of one scheme or a few related ones.
     *
     * @param text the article, read once for all taggers
     * @param soFar tags of the taggers that ran before
     */
    List<Tag> tag(ArticleText text, List<Tag> soFar);
}
