package dev.dateline.enrich.quote;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dateline.enrich.entity.EntityTagger;
import dev.dateline.enrich.entity.NameRules;
import dev.dateline.enrich.place.Gazetteer;
import dev.dateline.enrich.tag.Findings;
import dev.dateline.enrich.taggers.Samples;
import dev.dateline.enrich.text.ArticleText;
import dev.dateline.enrich.text.Words;
import dev.dateline.model.Tag;
import java.util.List;
import org.junit.jupiter.api.Test;

class QuoteTaggerTest {
    @Test
    void faultInTheQuotesCostsNoName() {
        Words words = new Words();
        NameRules rules = NameRules.load(words, Gazetteer.load(words, List.of()), List.of());
        words.freeze();
        SpeechWords none = null;
        QuoteTagger broken = new QuoteTagger(new EntityTagger(rules), none);
        Findings findings = broken.read(
                ArticleText.read(Samples.story("Talks", "“We stay,” Mark Rutte said."), true, words), List.of());
        assertThat(findings.tags()).extracting(Tag::getName).contains("Mark Rutte");
        assertThat(findings.quotes()).isEmpty();
        assertThat(findings.fault()).isInstanceOf(NullPointerException.class);
    }
}
