package dev.dateline.enrich.place;

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
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Blocs by their names in the text. They say nothing about countries: an article about the EU is not about its members. */
public final class BlocTagger implements Tagger {
    public static final String SCHEME = "bloc";

    private final Blocs blocs;

    public BlocTagger(Blocs blocs) {
        this.blocs = blocs;
    }

    private record Hit(Passage passage, int first, int last) {
        int rank() {
            return Presence.rank(passage, first);
        }
    }

    @Override
    public List<Tag> tag(ArticleText text, List<Tag> soFar) {
        String language = text.language();
        Map<Bloc, List<Hit>> hits = new LinkedHashMap<>();
        for (Passage passage : text.passages()) {
            int token = 0;
            while (token < passage.size()) {
                Phrases.Match<BlocName> match = blocs.at(passage, token, language);
                if (match == null) {
                    token++;
                    continue;
                }
                Hit hit = new Hit(passage, match.first(), match.last());
                named(match).forEach(bloc -> hits.computeIfAbsent(bloc, key -> new ArrayList<>())
                        .add(hit));
                token = match.last() + 1;
            }
        }
        List<Tag> tags = new ArrayList<>();
        hits.forEach((bloc, where) -> tags.add(tag(bloc, where)));
        return tags;
    }

    /** "NATO" and "Nato" are two names of one bloc, and both may fit. */
    private static Set<Bloc> named(Phrases.Match<BlocName> match) {
        Set<Bloc> named = new LinkedHashSet<>();
        match.meanings().forEach(name -> named.add(name.bloc()));
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
