package dev.dateline.enrich.language;

import com.ibm.icu.util.ULocale;
import dev.dateline.enrich.tag.Tagger;
import dev.dateline.enrich.tag.Tags;
import dev.dateline.enrich.text.ArticleText;
import dev.dateline.enrich.text.Passage;
import dev.dateline.model.Evidence;
import dev.dateline.model.Tag;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Language as the sender declares it, checked against the text; detected where he is silent. Where both disagree and the
 * text leaves little doubt, both are tags, and the text's has the higher score.
 */
public final class LanguageTagger implements Tagger {
    public static final String SCHEME = "language";
    /** How sure the detector has to be before a declaration is doubted. */
    private static final double SURE = 0.8;
    /** Characters of text below which a declaration is not doubted. */
    private static final int ENOUGH_TO_DOUBT = 80;

    private static final double DOUBTED = 0.4;
    /** Languages that a few words do not tell apart; a declaration of one is not doubted for the other. */
    private static final List<Set<String>> ALIKE = List.of(
            Set.of("no", "nb", "nn"), Set.of("hr", "sr", "bs", "sh", "cnr"), Set.of("id", "ms"), Set.of("tl", "fil"));

    /** Codes of two letters that are canonical, with their names: most articles have one, and ICU takes its time. */
    private static final Map<String, String> NAMES = Arrays.stream(Locale.getISOLanguages())
            .filter(code -> code.equals(
                    Locale.forLanguageTag(new ULocale(code).toLanguageTag()).toLanguageTag()))
            .collect(Collectors.toUnmodifiableMap(code -> code, LanguageTagger::nameOf));

    private final LanguageDetector detector;

    public LanguageTagger(LanguageDetector detector) {
        this.detector = detector;
    }

    @Override
    public List<Tag> tag(ArticleText text, List<Tag> soFar) {
        String declared = canonical(text.article().getLanguage());
        Optional<Passage> sample = sample(text);
        if (sample.isEmpty()) {
            return declared == null ? List.of() : List.of(given(declared, 1));
        }
        String words = sample.get().text;
        if (declared != null
                && CommonWords.confirm(
                        ArticleText.primary(declared),
                        words.substring(0, Math.min(words.length(), LanguageDetector.SAMPLE)))) {
            return List.of(given(declared, 1));
        }
        if (declared == null) {
            return unaided(text, soFar);
        }
        Optional<LanguageDetector.Detected> detected = detector.detect(words);
        boolean doubt = words.length() >= ENOUGH_TO_DOUBT
                && detected.filter(found -> found.confidence() >= SURE && !isSame(found.code(), primary(declared)))
                        .isPresent();
        return doubt
                ? List.of(given(declared, DOUBTED), detected(detected.get(), sample.get()))
                : List.of(given(declared, 1));
    }

    /** Primary subtag of the language that an article is written in: as the tags so far say, else as declared. */
    public static String language(ArticleText text, List<Tag> soFar) {
        Tag best = null;
        for (Tag tag : soFar) {
            boolean counts = tag.getScheme().equals(SCHEME) && tag.getScore() >= Tags.ABOUT;
            best = counts && (best == null || tag.getScore() > best.getScore()) ? tag : best;
        }
        return best == null ? text.language() : ArticleText.primary(best.getCode());
    }

    @Override
    public List<Tag> declared(ArticleText text) {
        String declared = canonical(text.article().getLanguage());
        return declared == null ? List.of() : List.of(given(declared, 1));
    }

    @Override
    public List<Tag> unaided(ArticleText text, List<Tag> soFar) {
        return sample(text)
                .flatMap(sample -> detector.detect(sample.text).map(found -> List.of(detected(found, sample))))
                .orElse(List.of());
    }

    /** The longest of headline, standfirst and the first paragraphs: names alone have no language. */
    private static Optional<Passage> sample(ArticleText text) {
        Passage longest = null;
        for (Passage passage :
                text.passages().subList(0, Math.min(4, text.passages().size()))) {
            boolean prose = !passage.field.equals("slugline");
            if (prose && (longest == null || passage.text.length() > longest.text.length())) {
                longest = passage;
            }
        }
        return Optional.ofNullable(longest);
    }

    private static Tag given(String language, double score) {
        return Tags.of(SCHEME, language, name(language), score, Tags.GIVEN, List.of());
    }

    private static Tag detected(LanguageDetector.Detected found, Passage sample) {
        Evidence evidence = Tags.evidence(sample.field, sample.text, 0, sample.text.length());
        return Tags.of(SCHEME, found.code(), name(found.code()), found.confidence(), Tags.DETECTED, List.of(evidence));
    }

    private static boolean isSame(String one, String other) {
        return one.equals(other) || ALIKE.stream().anyMatch(group -> group.contains(one) && group.contains(other));
    }

    private static String name(String language) {
        String known = NAMES.get(language);
        return known == null ? nameOf(language) : known;
    }

    private static String nameOf(String language) {
        return new ULocale(language).getDisplayName(ULocale.ENGLISH);
    }

    private static String primary(String language) {
        int end = language.indexOf('-');
        return end < 0 ? language : language.substring(0, end);
    }

    /** "EN_us" is "en-US", "eng" is "en"; null when it is no language tag. */
    private static String canonical(String declared) {
        if (declared == null || declared.isBlank()) {
            return null;
        }
        if (NAMES.containsKey(declared)) {
            return declared;
        }
        String tag = new ULocale(declared.trim().replace('-', '_')).toLanguageTag();
        return tag.equals("und") ? null : Locale.forLanguageTag(tag).toLanguageTag();
    }
}
