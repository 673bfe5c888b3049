package dev.dateline.enrich.quote;

import dev.dateline.enrich.entity.EntityTagger;
import dev.dateline.enrich.tag.Findings;
import dev.dateline.enrich.tag.Tagger;
import dev.dateline.enrich.text.ArticleText;
import dev.dateline.model.Quote;
import dev.dateline.model.Tag;
import java.util.List;

/** Quotes, and the people and organisations of whom some speak them: one reading of the names serves both. */
public final class QuoteTagger implements Tagger {
    private final EntityTagger names;
    private final SpeechWords words;

    public QuoteTagger(EntityTagger names, SpeechWords words) {
        this.names = names;
        this.words = words;
    }

    @Override
    public List<Tag> tag(ArticleText text, List<Tag> soFar) {
        return names.tag(text, soFar);
    }

    /** A fault in a quote costs the quotes, not the names. */
    @Override
    public Findings read(ArticleText text, List<Tag> soFar) {
        EntityTagger.Named named = names.named(text);
        List<Tag> tags = List.copyOf(named.tags().values());
        try {
            List<Quote> quotes = QuoteReader.read(named, text.language(), words);
            return new Findings(tags, quotes, null);
        } catch (RuntimeException e) {
            return new Findings(tags, List.of(), e);
        }
    }
}
