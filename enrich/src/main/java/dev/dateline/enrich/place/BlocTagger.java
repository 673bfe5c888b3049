package dev.dateline.enrich.place;

import dev.dateline.enrich.language.LanguageTagger;
import dev.dateline.enrich.tag.Presence;
import dev.dateline.enrich.tag.Tagger;
import dev.dateline.enrich.tag.Tags;
import dev.dateline.enrich.text.ArticleText;
import dev.dateline.enrich.text.Passage;
import dev.dateline.enrich.text.Phrases;
import dev.dateline.model.Tag;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Blocs by their names in the text. They say nothing about countries: an article about the EU is not about its members. */
public final class BlocTagger implements Tagger {
    public static final String SCHEME = "bloc";

    private final Blocs blocs;

    public BlocTagger(Blocs blocs) {
        this.blocs = blocs;
    }

    private record Hit(Passage passage, int first, int last, boolean weak) {
        int rank() {
            return Presence.rank(passage, first);
        }
    }

    @Override
    public List<Tag> tag(ArticleText text, List<Tag> soFar) {
        String language = LanguageTagger.language(text, soFar);
        Map<Bloc, List<Hit>> hits = new LinkedHashMap<>();
        for (Passage passage : text.passages()) {
            int token = 0;
            while (token < passage.size()) {
                Phrases.Match<BlocName> match = blocs.at(passage, token, language);
                if (match == null) {
                    token++;
                    continue;
                }
                named(match).forEach((bloc, weak) -> hits.computeIfAbsent(bloc, key -> new ArrayList<>())
                        .add(new Hit(passage, match.first(), match.last(), weak)));
                token = match.last() + 1;
            }
        }
        List<Tag> tags = new ArrayList<>();
        hits.forEach((bloc, where) -> {
            if (!where.stream().allMatch(Hit::weak)) {
                tags.add(tag(bloc, where));
            }
        });
        return tags;
    }

    /** The blocs that a match may name, each with whether it is but a weak name. "NATO" and "Nato" are two names of one. */
    private static Map<Bloc, Boolean> named(Phrases.Match<BlocName> match) {
        Map<Bloc, Boolean> named = new LinkedHashMap<>();
        match.meanings().forEach(name -> named.merge(name.bloc(), name.weak(), Boolean::logicalAnd));
        return named;
    }

    private static Tag tag(Bloc bloc, List<Hit> hits) {
        int[] byRank = new int[3];
        hits.forEach(hit -> byRank[hit.rank()]++);
        return Tags.of(
                SCHEME,
                bloc.code(),
                bloc.name(),
                Presence.score(byRank),
                Tags.GAZETTEER,
                hits.stream()
                        .sorted(Comparator.comparingInt(Hit::rank))
                        .limit(Tags.MOST_EVIDENCE)
                        .map(hit -> Tags.evidence(hit.passage(), hit.first(), hit.last()))
                        .toList());
    }
}
