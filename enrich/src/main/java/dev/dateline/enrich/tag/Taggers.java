package dev.dateline.enrich.tag;

import dev.dateline.model.Article;
import dev.dateline.model.Tag;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;

/** All taggers with their rules. Immutable once built, so threads may share one; building one takes about a second. */
public final class Taggers {
    private static final Comparator<Tag> ORDER = Comparator.comparing(Tag::getScheme)
            .thenComparing(Comparator.comparingDouble(Tag::getScore).reversed())
            .thenComparing(Tag::getCode);

    private final Words words;
    private final int rulesVersion;
    private final List<Tagger> taggers;

    Taggers(Words words, int rulesVersion, List<Tagger> taggers) {
        this.words = words;
        this.rulesVersion = rulesVersion;
        this.taggers = List.copyOf(taggers);
    }

    /** The taggers and rules that ship with this module. */
    public static Taggers shipped() {
        Words words = new Words();
        Gazetteer gazetteer = Gazetteer.load(words);
        Hints hints = Hints.load(words);
        TopicRules topics = TopicRules.load(words);
        NameRules names = NameRules.load(words, gazetteer);
        words.freeze();
        DatelineReader datelines = new DatelineReader(gazetteer, words);
        return new Taggers(
                words,
                topics.version(),
                List.of(
                        new GivenTagger(topics),
                        new LanguageTagger(LanguageDetector.load()),
                        new GenreTagger(),
                        new CountryTagger(new MentionFinder(gazetteer, hints), datelines),
                        new PlaceTagger(datelines),
                        new RegionTagger(),
                        new TopicTagger(topics),
                        new EntityTagger(names)));
    }

    /** Version of the rules, to be written on what they tag. */
    public int rulesVersion() {
        return rulesVersion;
    }

    /**
     * Tags an article. A tagger that fails is named in the result, and the tags of the others stand.
     *
     * @param article the article, never changed
     * @param ignoreGiven true to use none of the codes and places that the sender put on the article
     */
    public Tagging tag(Article article, boolean ignoreGiven) {
        ArticleText text = ArticleText.read(article, !ignoreGiven, words);
        return tags((tagger, soFar) -> tagger.tag(text, soFar));
    }

    /** Puts what the sender declares beside what the taggers find when they go by the text alone. */
    public Comparison compare(Article article) {
        ArticleText text = ArticleText.read(article, false, words);
        return new Comparison(
                tags((tagger, soFar) -> tagger.declared(text)).tags(),
                tags((tagger, soFar) -> tagger.unaided(text, soFar)),
                !text.passages().isEmpty());
    }

    private Tagging tags(BiFunction<Tagger, List<Tag>, List<Tag>> ask) {
        Map<String, Tag> best = new LinkedHashMap<>();
        List<String> failures = new ArrayList<>();
        for (Tagger tagger : taggers) {
            try {
                for (Tag tag : ask.apply(tagger, List.copyOf(best.values()))) {
                    best.merge(tag.getScheme() + ":" + tag.getCode(), tag, Taggers::better);
                }
            } catch (RuntimeException e) {
                failures.add(failure(tagger, e));
            }
        }
        return new Tagging(best.values().stream().sorted(ORDER).toList(), failures);
    }

    /** An editor's own "about" outranks a guess, whatever the scores. */
    private static Tag better(Tag first, Tag second) {
        if (isEditors(first) != isEditors(second)) {
            return isEditors(first) ? first : second;
        }
        return second.getScore() > first.getScore() ? second : first;
    }

    private static boolean isEditors(Tag tag) {
        return tag.getMethod().equals(Tags.GIVEN) && tag.getScore() >= Tags.ABOUT;
    }

    /** Names tagger, error and spot, but not the error's message, which may hold text of the article. */
    private static String failure(Tagger tagger, RuntimeException error) {
        StackTraceElement[] trace = error.getStackTrace();
        String spot = trace.length == 0 ? "" : " at " + trace[0].getFileName() + ":" + trace[0].getLineNumber();
        return tagger.getClass().getSimpleName() + ": " + error.getClass().getSimpleName() + spot;
    }
}
