package dev.dateline.app.pipeline;

import dev.dateline.app.settings.Settings;
import dev.dateline.ingest.fork.ForkRule;
import dev.dateline.ingest.fork.Sketch;
import dev.dateline.ingest.fork.TextSketches;
import dev.dateline.ingest.parse.Parsed;
import dev.dateline.ingest.parse.Parsers;
import dev.dateline.model.Article;
import dev.dateline.model.ArticleIds;
import dev.dateline.model.AvroSerdes;
import dev.dateline.model.EnrichedArticle;
import dev.dateline.model.PipelineEvent;
import dev.dateline.model.Topics;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.apache.kafka.common.serialization.Serde;

/**
 * Tells which documents hold, or held, certain articles. What the topics remember of that ends with their retention (14
 * days for events), and the log of documents reaches back further, so every document of the articles' providers is parsed
 * here, too; and what the topics remember counts even where today's parsers give the article another id.
 */
public final class Holdings {
    private final Parsers parsers;
    private final Set<String> articles;
    private final Set<String> providers;
    /** Ids of documents, each with the articles that it held. */
    private final Map<String, Set<String>> remembered = new HashMap<>();
    /** Texts of those of the articles that are forks: parsers give their documents the id that they were forked from. */
    private final Map<String, List<Sketch>> forks = new HashMap<>();

    private Holdings(Parsers parsers, Set<String> articles) {
        this.parsers = parsers;
        this.articles = Set.copyOf(articles);
        articles.stream()
                .filter(id -> !ArticleIds.unforked(id).equals(id))
                .forEach(id -> forks.put(id, new ArrayList<>()));
        this.providers = articles.stream()
                .map(id -> id.substring(0, Math.max(0, id.indexOf('/'))))
                .collect(Collectors.toSet());
    }

    /** Reads what the topics of events, versions and current articles remember of the articles. */
    public static Holdings of(Settings settings, Set<String> articles, Course course) throws InterruptedException {
        Holdings holdings = new Holdings(Topologies.parsers(settings), articles);
        try (Serde<PipelineEvent> events = AvroSerdes.values(settings.registry());
                Serde<Article> versions = AvroSerdes.values(settings.registry());
                Serde<EnrichedArticle> current = AvroSerdes.values(settings.registry())) {
            for (String id : articles) {
                RecordsOfKey.read(settings, Topics.EVENTS, id, events, course, event -> {
                    if (event.getDocumentId() != null) {
                        holdings.remember(event.getDocumentId(), id);
                    }
                });
                RecordsOfKey.read(
                        settings, Topics.ARTICLES, id, versions, course, version -> holdings.remember(version, id));
                RecordsOfKey.read(
                        settings,
                        Topics.ENRICHED,
                        id,
                        current,
                        course,
                        state -> holdings.remember(state.getArticle(), id));
            }
        }
        return holdings;
    }

    private void remember(Article version, String articleId) {
        remember(version.getProvenance().getDocumentId(), articleId);
        List<Sketch> texts = forks.get(articleId);
        if (texts != null && !version.getBody().isEmpty()) {
            texts.add(TextSketches.of(version));
        }
    }

    private void remember(String documentId, String articleId) {
        remembered.computeIfAbsent(documentId, none -> new HashSet<>()).add(articleId);
    }

    /** Ids of the documents that the topics remember, whether they are kept still or not. */
    public Set<String> remembered() {
        return remembered.keySet();
    }

    /** Whether a document may hold one, by its id and headers alone. */
    public boolean mayHold(KeptDocument document) {
        return remembered.containsKey(document.id()) || providers.contains(document.provider());
    }

    /** Those of the articles that a document holds, or is remembered to have held. */
    public Set<String> heldBy(KeptDocument document) {
        Set<String> held = new HashSet<>(remembered.getOrDefault(document.id(), Set.of()));
        for (Article article : articlesIn(document)) {
            if (articles.contains(article.getArticleId())) {
                held.add(article.getArticleId());
            }
            forks.keySet().stream().filter(fork -> mayBe(fork, article)).forEach(held::add);
        }
        return held;
    }

    /** Whether an article may be a version of a fork; where no text of the fork is left to compare, it may. */
    private boolean mayBe(String fork, Article article) {
        if (!isForkOf(fork, article.getArticleId())) {
            return false;
        }
        List<Sketch> texts = forks.get(fork);
        Sketch text = TextSketches.of(article);
        return texts.isEmpty() || texts.stream().anyMatch(known -> ForkRule.sameStory(known, text));
    }

    /**
     * Gives each document that holds one of them, or held one, to {@code documents}.
     *
     * @return whether all were looked through; false when {@code course} ended it
     */
    public boolean read(Settings settings, Consumer<KeptDocument> documents, Course course)
            throws InterruptedException {
        try (KeptDocuments kept = new KeptDocuments(settings)) {
            return kept.read(
                    this::mayHold,
                    document -> {
                        if (!heldBy(document).isEmpty()) {
                            documents.accept(document);
                        }
                    },
                    course);
        }
    }

    /** Ids of articles that a document holds beside them. */
    public List<String> othersIn(KeptDocument document) {
        Set<String> held = heldBy(document);
        return articlesIn(document).stream()
                .map(Article::getArticleId)
                .filter(id -> !articles.contains(id) && held.stream().noneMatch(one -> isForkOf(one, id)))
                .distinct()
                .toList();
    }

    private static boolean isForkOf(String fork, String id) {
        return ArticleIds.unforked(fork).equals(id);
    }

    private List<Article> articlesIn(KeptDocument document) {
        return document.document().map(parsers::parse).orElse(List.of()).stream()
                .filter(Parsed.Accepted.class::isInstance)
                .map(parsed -> ((Parsed.Accepted) parsed).article())
                .toList();
    }
}
