package dev.dateline.enrich.taggers;

import dev.dateline.enrich.entity.EntityTagger;
import dev.dateline.enrich.entity.NameRules;
import dev.dateline.enrich.language.LanguageDetector;
import dev.dateline.enrich.language.LanguageTagger;
import dev.dateline.enrich.learn.Example;
import dev.dateline.enrich.learn.TopicModel;
import dev.dateline.enrich.pack.Pack;
import dev.dateline.enrich.pack.Packs;
import dev.dateline.enrich.place.BlocName;
import dev.dateline.enrich.place.BlocTagger;
import dev.dateline.enrich.place.Blocs;
import dev.dateline.enrich.place.DatelineReader;
import dev.dateline.enrich.place.Gazetteer;
import dev.dateline.enrich.place.GeoTagger;
import dev.dateline.enrich.place.Hints;
import dev.dateline.enrich.place.MentionFinder;
import dev.dateline.enrich.place.RegionTagger;
import dev.dateline.enrich.quote.QuoteTagger;
import dev.dateline.enrich.quote.SpeechWords;
import dev.dateline.enrich.tag.Findings;
import dev.dateline.enrich.tag.RuleSet;
import dev.dateline.enrich.tag.Tagger;
import dev.dateline.enrich.tag.Tagging;
import dev.dateline.enrich.tag.Tags;
import dev.dateline.enrich.text.ArticleText;
import dev.dateline.enrich.text.Stems;
import dev.dateline.enrich.text.Words;
import dev.dateline.enrich.topic.ModelTagger;
import dev.dateline.enrich.topic.TopicFiles;
import dev.dateline.enrich.topic.TopicRules;
import dev.dateline.enrich.topic.TopicTagger;
import dev.dateline.model.Article;
import dev.dateline.model.Quote;
import dev.dateline.model.Tag;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;

/** All taggers with their rules. Immutable once built, so threads may share one; building one takes about a second. */
public final class Taggers {
    private static final Comparator<Tag> ORDER = Comparator.comparing(Tag::getScheme)
            .thenComparing(Comparator.comparingDouble(Tag::getScore).reversed())
            .thenComparing(Tag::getCode);

    private final Words words;
    private final int rulesVersion;
    private final Packs packs;
    private final List<Tagger> taggers;
    private final TopicModel model;

    Taggers(Words words, int rulesVersion, List<Tagger> taggers) {
        this(words, rulesVersion, Packs.NONE, taggers, null);
    }

    private Taggers(Words words, int rulesVersion, Packs packs, List<Tagger> taggers, TopicModel model) {
        this.words = words;
        this.rulesVersion = rulesVersion;
        this.packs = packs;
        this.taggers = List.copyOf(taggers);
        this.model = model;
    }

    /** The taggers and rules that ship with this module. */
    public static Taggers shipped() {
        return shipped(null);
    }

    /**
     * Those with topics blended with a trained model.
     *
     * @param model the model, or null for the rules alone
     */
    public static Taggers shipped(TopicModel model) {
        return of(Packs.NONE, model);
    }

    /**
     * Those with rule packs added.
     *
     * @param model the model, or null for the rules alone
     */
    public static Taggers of(Packs packs, TopicModel model) {
        Words words = new Words();
        Hints hints = Hints.load(words, all(packs, Pack::hints));
        Gazetteer gazetteer = Gazetteer.load(words, all(packs, Pack::places));
        TopicFiles files = TopicFiles.shipped();
        files.addTo(words); // before those of packs, which are no known words where names are looked for
        NameRules names = NameRules.load(words, gazetteer, all(packs, Pack::organisations));
        files = files.with(all(packs, Pack::topics));
        List<BlocName> blocNames = new ArrayList<>(Blocs.names());
        blocNames.addAll(all(packs, Pack::blocs));
        Set<String> phrases = files.phrases();
        blocNames.forEach(name -> phrases.add(Stems.spelling(name.form())));
        Stems stems = new Stems(phrases);
        TopicRules topics = TopicRules.load(words, stems, files);
        Blocs blocs = Blocs.load(words, stems, blocNames);
        words.freeze();
        Tagger byRules = new TopicTagger(topics);
        DatelineReader datelines = new DatelineReader(gazetteer, words);
        return new Taggers(
                words,
                topics.version(),
                packs,
                List.of(
                        new GivenTagger(topics),
                        new LanguageTagger(LanguageDetector.load()),
                        new GenreTagger(),
                        new GeoTagger(new MentionFinder(gazetteer, hints), datelines),
                        new RegionTagger(),
                        new BlocTagger(blocs),
                        model == null ? byRules : new ModelTagger(byRules, topics, model),
                        new QuoteTagger(new EntityTagger(names), SpeechWords.load())),
                model);
    }

    private static <T> List<T> all(Packs packs, Function<Pack, List<T>> part) {
        return packs.all().stream().map(part).flatMap(List::stream).toList();
    }

    /** Version of the shipped rules. */
    public int rulesVersion() {
        return rulesVersion;
    }

    /** All that they are made of, to be written on what they tag: {@code 2+desk@3+model@1a2b3c4d5e6f}. */
    public String id() {
        return rulesVersion + packs.suffix() + (model == null ? "" : "+" + Tags.MODEL + "@" + model.id());
    }

    /** These as the enrich application takes them. */
    public RuleSet ruleSet() {
        return new RuleSet(article -> tag(article, false), rulesVersion, id());
    }

    /** The trained model that they blend with the rules, or null. */
    public TopicModel model() {
        return model;
    }

    /**
     * Tags an article. A tagger that fails is named in the result, and the tags of the others stand.
     *
     * @param article the article, never changed
     * @param ignoreGiven true to use none of the codes and places that the sender put on the article
     */
    public Tagging tag(Article article, boolean ignoreGiven) {
        ArticleText text = ArticleText.read(article, !ignoreGiven, words);
        return tags((tagger, soFar) -> tagger.read(text, soFar));
    }

    /** Puts what the sender declares beside what the taggers find when they go by the text alone. */
    public Comparison compare(Article article) {
        ArticleText text = ArticleText.read(article, false, words);
        return new Comparison(
                tags((tagger, soFar) -> Findings.of(tagger.declared(text))).tags(),
                tags((tagger, soFar) -> Findings.of(tagger.unaided(text, soFar))),
                !text.passages().isEmpty());
    }

    /**
     * What a model can learn from an article: the topics that the sender gave it, beside its words and what the rules say.
     *
     * @return empty for an article without topics or without text
     * @throws IllegalStateException when these taggers have a model: it would learn from itself
     */
    public Optional<Example> example(Article article) {
        if (model != null) {
            throw new IllegalStateException("examples are made by rules alone, and these taggers have a model");
        }
        Comparison comparison = compare(article);
        Map<String, String> labels = new HashMap<>();
        topics(comparison.wanted()).forEach(tag -> labels.put(tag.getCode(), tag.getName()));
        Map<String, Double> rules = new HashMap<>();
        topics(comparison.found().tags()).forEach(tag -> rules.put(tag.getCode(), tag.getScore()));
        return labels.isEmpty() || !comparison.hasText()
                ? Optional.empty()
                : Optional.of(Example.of(article, rules, labels));
    }

    private static List<Tag> topics(List<Tag> tags) {
        return tags.stream()
                .filter(tag -> tag.getScheme().equals(TopicTagger.SCHEME))
                .toList();
    }

    private Tagging tags(BiFunction<Tagger, List<Tag>, Findings> ask) {
        List<Tag> best = new ArrayList<>();
        List<Quote> quotes = new ArrayList<>();
        List<String> failures = new ArrayList<>();
        for (Tagger tagger : taggers) {
            try {
                Findings findings = ask.apply(tagger, Collections.unmodifiableList(best));
                findings.tags().forEach(tag -> add(tag, best));
                quotes.addAll(findings.quotes());
                if (findings.fault() != null) {
                    failures.add(failure(tagger, findings.fault()));
                }
            } catch (RuntimeException e) {
                failures.add(failure(tagger, e));
            }
        }
        best.sort(ORDER);
        return new Tagging(best, quotes, failures);
    }

    /** Of two tags with the same code the better one stays; an article has few enough to look at each. */
    private static void add(Tag tag, List<Tag> best) {
        for (int i = 0; i < best.size(); i++) {
            Tag other = best.get(i);
            if (other.getCode().equals(tag.getCode()) && other.getScheme().equals(tag.getScheme())) {
                best.set(i, better(other, tag));
                return;
            }
        }
        best.add(tag);
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
