package dev.dateline.enrich.language;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.dateline.enrich.taggers.Articles;
import dev.dateline.enrich.taggers.Labelled;
import dev.dateline.enrich.text.ArticleText;
import dev.dateline.enrich.text.Words;
import dev.dateline.model.Article;
import dev.dateline.model.SharedData;
import dev.dateline.model.Tag;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

class LanguageTest {
    private static final Logger LOG = LoggerFactory.getLogger(LanguageTest.class);
    private static final LanguageDetector DETECTOR = LanguageDetector.load();

    /** Sixty languages of news, by the codes of SIB-200. */
    private static final Map<String, String> NEWS = new TreeMap<>();

    static {
        String[] codes =
                ("eng-Latn en zho-Hans zh spa-Latn es deu-Latn de fra-Latn fr jpn-Jpan ja rus-Cyrl ru por-Latn pt"
                                + " ita-Latn it pol-Latn pl nld-Latn nl tur-Latn tr arb-Arab ar pes-Arab fa kor-Hang ko vie-Latn vi"
                                + " ind-Latn id ukr-Cyrl uk ces-Latn cs swe-Latn sv hun-Latn hu ron-Latn ro ell-Grek el dan-Latn da"
                                + " fin-Latn fi nob-Latn nb heb-Hebr he tha-Thai th bul-Cyrl bg hrv-Latn hr slk-Latn sk srp-Cyrl sr"
                                + " slv-Latn sl lit-Latn lt lvs-Latn lv est-Latn et cat-Latn ca hin-Deva hi ben-Beng bn urd-Arab ur"
                                + " tam-Taml ta tel-Telu te mal-Mlym ml mar-Deva mr guj-Gujr gu kan-Knda kn pan-Guru pa zsm-Latn ms"
                                + " tgl-Latn tl swh-Latn sw afr-Latn af als-Latn sq mkd-Cyrl mk azj-Latn az kat-Geor ka hye-Armn hy"
                                + " kaz-Cyrl kk isl-Latn is npi-Deva ne sin-Sinh si")
                        .split(" ");
        for (int i = 0; i < codes.length; i += 2) {
            NEWS.put(codes[i], codes[i + 1]);
        }
    }

    @Test
    void oneSentenceTellsTheLanguage() {
        int all = 0;
        int right = 0;
        Map<String, Integer> wrong = new TreeMap<>();
        for (Labelled labelled : Labelled.read(SharedData.path("labelled/sib200-language.jsonl.gz"))) {
            String wanted = NEWS.get(labelled.article().getLanguage());
            if (wanted != null) {
                String found = DETECTOR.detect(
                                String.join(" ", labelled.article().getBody()))
                        .map(LanguageDetector.Detected::code)
                        .orElse("");
                all++;
                right += found.equals(wanted) ? 1 : 0;
                if (!found.equals(wanted)) {
                    wrong.merge(wanted + ">" + found, 1, Integer::sum);
                }
            }
        }
        LOG.info("language of {} of {} sentences in {} languages; wrong {}", right, all, NEWS.size(), wrong);
        assertThat(NEWS).hasSize(60);
        assertThat(right / (double) all).isGreaterThanOrEqualTo(0.97);
    }

    @Test
    void aDeclaredLanguageThatTheTextBearsOutStands() {
        assertThat(languages(
                        article("en", "The ferries to the islands sail again, the harbour master said on Monday.")))
                .extracting(Tag::getCode, Tag::getScore, Tag::getMethod)
                .containsExactly(tuple("en", 1.0, "given"));
    }

    @Test
    void whereTheTextSpeaksAnotherLanguageBothAreTagsAndTheTextsIsFirst() {
        List<Tag> tags = languages(
                article(
                        "it",
                        "Russian energy giants cut their gas supplies on Monday by a third, and the ministers of several countries met to talk about what was to be done."));

        assertThat(tags).extracting(Tag::getCode).containsExactlyInAnyOrder("it", "en");
        assertThat(tags)
                .filteredOn(tag -> tag.getCode().equals("en"))
                .singleElement()
                .satisfies(tag -> {
                    assertThat(tag.getMethod()).isEqualTo("detected");
                    assertThat(tag.getScore()).isGreaterThan(0.8);
                    assertThat(tag.getEvidence().get(0).getField()).isEqualTo("body[0]");
                });
        assertThat(tags)
                .filteredOn(tag -> tag.getCode().equals("it"))
                .singleElement()
                .satisfies(tag -> assertThat(tag.getScore()).isLessThan(0.5));
    }

    @Test
    void nordicNeighboursAreNotTakenForEachOther() {
        Map<String, String> texts = Map.of(
                "nb",
                "Fergene til øyene går igjen etter at stormen ble svakere mandag kveld, sier havnesjefen. Mye av trafikken måtte settes opp på nytt.",
                "da",
                "Færgerne til øerne sejler igen efter at stormen blev svagere mandag aften, siger havnechefen. En stor del af trafikken måtte sættes op igen.",
                "sv",
                "Färjorna till öarna går igen efter att stormen blev svagare på måndagskvällen, säger hamnchefen. En stor del av trafiken måste läggas om.",
                "fi",
                "Lautat saariin kulkevat taas sen jälkeen kun myrsky laantui maanantai-iltana, satamapäällikkö sanoi. Liikenne on kuitenkin yhä myöhässä, mutta se palautuu pian.");
        texts.forEach((language, text) -> {
            for (String declared : texts.keySet()) {
                assertThat(CommonWords.confirm(declared, text))
                        .as("%s declared %s", language, declared)
                        .isEqualTo(declared.equals(language));
            }
        });
    }

    @Test
    void anUndeclaredLanguageIsDetected() {
        assertThat(languages(article(
                        null, "Le gouvernement a annoncé lundi une aide aux compagnies de transport maritime.")))
                .extracting(Tag::getCode)
                .containsExactly("fr");
    }

    @Test
    void aFewLettersSayNothing() {
        assertThat(languages(article(null, "Ag 12"))).isEmpty();
        assertThat(languages(article("eng", "Ag 12"))).extracting(Tag::getCode).containsExactly("en");
    }

    private static List<Tag> languages(Article article) {
        Words words = new Words();
        words.freeze();
        return new LanguageTagger(DETECTOR).tag(ArticleText.read(article, true, words), List.of());
    }

    private static Article article(String language, String text) {
        Article article = Articles.article(null, null, List.of(text));
        article.setLanguage(language);
        return article;
    }
}
