package dev.dateline.enrich.language;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.Character.UnicodeScript;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import opennlp.tools.langdetect.Language;
import opennlp.tools.langdetect.LanguageDetectorModel;
import opennlp.tools.langdetect.ThreadSafeLanguageDetectorME;

/**
 * The language of a text: by its script where one language alone is written in it, else by OpenNLP's model of 103
 * languages, of which only those of news are believed. Safe for use by many threads.
 */
public final class LanguageDetector {
    /**
     * A language and how sure it is.
     *
     * @param code BCP 47 primary subtag
     * @param confidence 0.5 to 1: the share of the best of the two best, because the model's own figures are small
     *     whatever the text
     */
    record Detected(String code, double confidence) {}

    private static final String MODEL = "/langdetect-183.bin";
    /** Letters below which nothing is said. */
    private static final int FEWEST_LETTERS = 12;
    /** Characters that are looked at: more text hardly makes it surer and takes longer. */
    static final int SAMPLE = 300;

    private static final Map<UnicodeScript, String> BY_SCRIPT = Map.ofEntries(
            Map.entry(UnicodeScript.HANGUL, "ko"),
            Map.entry(UnicodeScript.HAN, "zh"),
            Map.entry(UnicodeScript.GREEK, "el"),
            Map.entry(UnicodeScript.HEBREW, "he"),
            Map.entry(UnicodeScript.THAI, "th"),
            Map.entry(UnicodeScript.GEORGIAN, "ka"),
            Map.entry(UnicodeScript.ARMENIAN, "hy"),
            Map.entry(UnicodeScript.BENGALI, "bn"),
            Map.entry(UnicodeScript.TAMIL, "ta"),
            Map.entry(UnicodeScript.TELUGU, "te"),
            Map.entry(UnicodeScript.KANNADA, "kn"),
            Map.entry(UnicodeScript.MALAYALAM, "ml"),
            Map.entry(UnicodeScript.GUJARATI, "gu"),
            Map.entry(UnicodeScript.GURMUKHI, "pa"),
            Map.entry(UnicodeScript.SINHALA, "si"),
            Map.entry(UnicodeScript.KHMER, "km"),
            Map.entry(UnicodeScript.LAO, "lo"),
            Map.entry(UnicodeScript.MYANMAR, "my"),
            Map.entry(UnicodeScript.ETHIOPIC, "am"),
            Map.entry(UnicodeScript.TIBETAN, "bo"));

    /** The model's ISO 639-3 codes; it has some languages twice. Bosnian is not told from Croatian in a few words. */
    private static final Map<String, String> BY_MODEL =
            codes("eng en spa es fra fr deu de por pt ita it nld nl swe sv dan da"
                    + " nob nb nno nn fin fi isl is pol pl ces cs slk sk hun hu ron ro hrv hr bos hr srp sr slv sl sqi sq tur tr"
                    + " ind id msa ms vie vi tgl tl aze az uzb uz lit lt lav lv lvs lv est et ekk et cat ca eus eu glg gl swa sw"
                    + " afr af som so rus ru ukr uk bel be bul bg mkd mk kaz kk kir ky tgk tg mon mn ara ar fas fa pes fa urd ur"
                    + " pus ps hin hi mar mr nep ne gle ga cym cy mlt mt ltz lb epo eo");

    private final ThreadSafeLanguageDetectorME model;

    private LanguageDetector(ThreadSafeLanguageDetectorME model) {
        this.model = model;
    }

    /** Loads the model, which takes half a second and 40 MB. */
    public static LanguageDetector load() {
        try (InputStream in = LanguageDetector.class.getResourceAsStream(MODEL)) {
            if (in == null) {
                throw new IllegalStateException("the language model " + MODEL + " is not on the class path");
            }
            return new LanguageDetector(new ThreadSafeLanguageDetectorME(new LanguageDetectorModel(in)));
        } catch (IOException e) {
            throw new UncheckedIOException("the language model cannot be read", e);
        }
    }

    /** The language of the beginning of a text; empty for a few words and for what is none of the languages known. */
    Optional<Detected> detect(String text) {
        String sample = text.substring(0, Math.min(text.length(), SAMPLE));
        Map<UnicodeScript, Integer> letters = new HashMap<>();
        int all = 0;
        for (int i = 0; i < sample.length(); i += Character.charCount(sample.codePointAt(i))) {
            int letter = sample.codePointAt(i);
            if (Character.isLetter(letter)) {
                letters.merge(UnicodeScript.of(letter), 1, Integer::sum);
                all++;
            }
        }
        if (letters.getOrDefault(UnicodeScript.HIRAGANA, 0) + letters.getOrDefault(UnicodeScript.KATAKANA, 0)
                > all / 20) {
            return Optional.of(new Detected("ja", 1));
        }
        for (Map.Entry<UnicodeScript, Integer> script : letters.entrySet()) {
            if (script.getValue() * 2 > all && BY_SCRIPT.containsKey(script.getKey())) {
                return Optional.of(new Detected(BY_SCRIPT.get(script.getKey()), 1));
            }
        }
        return all < FEWEST_LETTERS ? Optional.empty() : byModel(sample);
    }

    private Optional<Detected> byModel(String sample) {
        Map<String, Double> codes = new HashMap<>();
        for (Language language : model.predictLanguages(sample)) {
            String code = BY_MODEL.get(language.getLang());
            if (code != null) {
                codes.merge(code, language.getConfidence(), Double::sum);
            }
        }
        List<Map.Entry<String, Double>> best = codes.entrySet().stream()
                .sorted(Map.Entry.<String, Double>comparingByValue()
                        .reversed()
                        .thenComparing(Map.Entry.comparingByKey()))
                .limit(2)
                .toList();
        double first = best.get(0).getValue();
        return Optional.of(
                new Detected(best.get(0).getKey(), first / (first + best.get(1).getValue())));
    }

    private static Map<String, String> codes(String pairs) {
        String[] words = pairs.split(" ");
        Map<String, String> codes = new HashMap<>();
        for (int i = 0; i < words.length; i += 2) {
            codes.put(words[i], words[i + 1]);
        }
        return Map.copyOf(codes);
    }
}
