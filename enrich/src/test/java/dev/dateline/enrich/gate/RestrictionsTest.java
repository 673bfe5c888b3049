package dev.dateline.enrich.gate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dateline.model.Rights;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RestrictionsTest {
    @ParameterizedTest
    @CsvSource({
        "plusvocab:DMI-PROHIBITED, data-mining-prohibited",
        "http://ns.useplus.org/ldf/vocab/DMI-PROHIBITED-AIMLTRAINING, data-mining-prohibited:ai-training",
        "dmi-prohibited-genaimltraining, data-mining-prohibited:generative-ai-training",
        "DMI-PROHIBITED-EXCEPTSEARCHENGINEINDEXING, data-mining-prohibited:except-search-indexing",
        "plusvocab:DMI-PROHIBITED-SEECONSTRAINT, data-mining-prohibited:see-terms",
        "plusvocab:DMI-SOMETHING-NEW, data-mining-unknown",
        "please ask, data-mining-unknown"
    })
    void whatTheSenderSaysOfDataMiningIsARestriction(String asSent, String restriction) {
        assertThat(Restrictions.of(new Rights(null, null, null, asSent))).containsExactly(restriction);
    }

    @ParameterizedTest
    @ValueSource(strings = {"plusvocab:DMI-ALLOWED", "http://ns.useplus.org/ldf/vocab/DMI-UNSPECIFIED"})
    void whatIsAllowedOrNotSpecifiedIsNone(String asSent) {
        assertThat(Restrictions.of(new Rights(null, null, null, asSent))).isEmpty();
    }

    @Test
    void termsInWordsAreForPeopleToRead() {
        assertThat(Restrictions.of(new Rights(null, null, "No archive after 30 days", null)))
                .containsExactly("usage-terms");
        assertThat(Restrictions.of(new Rights("Owner", "Copyright", null, null)))
                .isEmpty();
        assertThat(Restrictions.of(null)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "NOT FOR PUBLICATION",
                "Not for publication.",
                "This text is for internal use only",
                "Nicht zur Veröffentlichung!",
                "Ne pas publier",
                "Not intended for publication; background for editors",
                "NOT FOR PUBLICATION OR BROADCAST",
                "Not for release, publication or distribution."
            })
    void termsThatForbidPublicationAltogetherAreUnderstood(String terms) {
        assertThat(Restrictions.forbidPublication(new Rights(null, null, terms, null)))
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Not for publication in Canada",
                "Not for publication before 10 GMT",
                "Not for publication or broadcast in Canada",
                "Not for release, publication or distribution in the United States",
                "Not for publication, in Canada",
                "Not for broadcast outside the USA",
                "Do not publish until cleared",
                "Ne pas publier avant 18h",
                "Editorial use"
            })
    void termsThatForbidLessDoNotWithhold(String terms) {
        assertThat(Restrictions.forbidPublication(new Rights(null, null, terms, null)))
                .isFalse();
    }
}
