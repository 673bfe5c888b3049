package dev.dateline.enrich.topic;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dateline.enrich.taggers.Labelled;
import dev.dateline.enrich.text.ArticleText;
import dev.dateline.enrich.text.Passage;
import dev.dateline.enrich.text.Phrases;
import dev.dateline.enrich.text.Stems;
import dev.dateline.enrich.text.Words;
import dev.dateline.model.Article;
import dev.dateline.model.SharedData;
import dev.dateline.model.Tag;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** A phrase that is found in one labelled article only, and alone makes it right, was learnt by heart. */
class LonePhraseTest {
    private static final double TIE = 1e-9;
    private static final List<String> SETS = List.of("bbc", "agnews", "masakhanews-eng", "masakhanews-fra");

    private final Words words = new Words();
    private final TopicTagger tagger = new TopicTagger(rules(words));
    private final Phrases<String> written = written(words);

    private static TopicRules rules(Words words) {
        TopicFiles files = TopicFiles.shipped();
        return TopicRules.load(words, new Stems(files.phrases()), files);
    }

    /** Where a phrase stands: the passage's place in the article, and its words there. */
    private record Find(Labelled in, int passage, List<Integer> starts, int end) {}

    @Test
    void noPhraseMakesOneArticleRightAndSaysNothingOfAnyOther() {
        words.freeze();
        Map<String, List<Find>> finds = new HashMap<>();
        for (String set : SETS) {
            Map<List<String>, Labelled> distinct = new HashMap<>();
            Labelled.read(SharedData.path("labelled/" + set + "-topics.jsonl.gz")).stream()
                    .filter(article -> !article.heldOut())
                    .forEach(article -> distinct.put(article.article().getBody(), article));
            distinct.values().forEach(article -> find(article, finds));
        }
        TreeSet<String> lone = new TreeSet<>();
        finds.forEach((phrase, places) -> {
            Labelled in = places.get(0).in();
            boolean once = places.stream().allMatch(place -> place.in() == in);
            if (once && right(in, in.article()) && without(places).stream().noneMatch(article -> right(in, article))) {
                lone.add(phrase);
            }
        });
        assertThat(finds).hasSizeGreaterThan(5000);
        assertThat(lone).as("phrases to be taken out of medtop.yaml").isEmpty();
    }

    /** Every phrase of the main file under the spelling that stands there. */
    private static Phrases<String> written(Words words) {
        Map<String, String> phrases = new HashMap<>();
        RuleFile.read("/rules/medtop.yaml").phrases().keySet().forEach(phrase -> phrases.put(phrase, phrase));
        Phrases<String> written = new Phrases<>(words);
        new Stems(phrases.keySet()).expand(phrases).forEach(written::add);
        return written.freeze();
    }

    private void find(Labelled article, Map<String, List<Find>> finds) {
        List<Passage> passages =
                ArticleText.read(article.article(), true, words).passages();
        for (int i = 0; i < passages.size(); i++) {
            Passage passage = passages.get(i);
            int token = 0;
            while (token < passage.size()) {
                Phrases.Match<String> match = written.longestAt(passage, token, (phrase, in, first, last) -> true);
                if (match == null) {
                    token++;
                    continue;
                }
                List<Integer> starts = new ArrayList<>();
                for (int word = match.first(); word <= match.last(); word++) {
                    starts.add(passage.start(word));
                }
                Find find = new Find(article, i, starts, passage.end(match.last()));
                match.meanings().forEach(phrase -> finds.computeIfAbsent(phrase, key -> new ArrayList<>())
                        .add(find));
                token = match.last() + 1;
            }
        }
    }

    /** The article as it reads to rules that lack the phrase: a word gone, or words held apart at each place in turn. */
    private List<Article> without(List<Find> places) {
        Article article = places.get(0).in().article();
        List<Article> copies = new ArrayList<>();
        for (int cut = Math.min(1, places.get(0).starts().size() - 1);
                cut < places.get(0).starts().size();
                cut++) {
            Article copy = Article.newBuilder(article).build();
            for (Find place : places) {
                edit(copy, place, cut);
            }
            copies.add(copy);
        }
        return copies;
    }

    private void edit(Article copy, Find place, int cut) {
        Passage passage = ArticleText.read(copy, true, words).passages().get(place.passage());
        StringBuilder text = new StringBuilder(passage.text);
        if (cut == 0) {
            int start = place.starts().get(0);
            text.replace(start, place.end(), "x".repeat(place.end() - start));
        } else {
            text.setCharAt(place.starts().get(cut) - 1, ';');
        }
        if (passage.field.equals("headline")) {
            copy.setHeadline(text.toString());
        } else {
            List<String> body = new ArrayList<>(copy.getBody());
            body.set(Integer.parseInt(passage.field.replaceAll("\\D", "")), text.toString());
            copy.setBody(body);
        }
    }

    /** A tie is wrong: which of the two comes first is chance. */
    private boolean right(Labelled labelled, Article article) {
        List<Tag> top = tagger.tag(ArticleText.read(article, true, words), List.of()).stream()
                .filter(tag -> tag.getCode().endsWith("000000"))
                .sorted(Comparator.comparingDouble(Tag::getScore).reversed())
                .limit(2)
                .toList();
        return !top.isEmpty()
                && labelled.topics().contains(top.get(0).getCode())
                && (top.size() == 1 || top.get(0).getScore() - top.get(1).getScore() > TIE);
    }
}
