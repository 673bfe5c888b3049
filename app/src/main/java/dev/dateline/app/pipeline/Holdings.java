package dev.dateline.app.pipeline;

import dev.dateline.app.settings.Settings;
import dev.dateline.ingest.parse.Parsed;
import dev.dateline.ingest.parse.Parsers;
import dev.dateline.model.Article;
import dev.dateline.model.AvroSerdes;
import dev.dateline.model.EnrichedArticle;
import dev.dateline.model.PipelineEvent;
import dev.dateline.model.Topics;
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
    private final Map<String, Set<String>> remembered;

    private Holdings(Parsers parsers, Set<String> articles, Map<String, Set<String>> remembered) {
        this.parsers = parsers;
        this.articles = Set.copyOf(articles);
        this.remembered = remembered;
        this.providers = articles.stream()
                .map(id -> id.substring(0, Math.max(0, id.indexOf('/'))))
                .collect(Collectors.toSet());
    }

    /** Reads what the topics of events, versions and current articles remember of the articles. */
    public static Holdings of(Settings settings, Set<String> articles, Course course) throws InterruptedException {
        Map<String, Set<String>> remembered = new HashMap<>();
        try (Serde<PipelineEvent> events = AvroSerdes.values(settings.registry());
                Serde<Article> versions = AvroSerdes.values(settings.registry());
                Serde<EnrichedArticle> current = AvroSerdes.values(settings.registry())) {
            for (String id : articles) {
                RecordsOfKey.read(settings, Topics.EVENTS, id, events, course, event -> {
                    if (event.getDocumentId() != null) {
                        add(remembered, event.getDocumentId(), id);
                    }
                });
                RecordsOfKey.read(
                        settings,
                        Topics.ARTICLES,
                        id,
                        versions,
                        course,
                        version -> add(remembered, version.getProvenance().getDocumentId(), id));
                RecordsOfKey.read(
                        settings,
                        Topics.ENRICHED,
                        id,
                        current,
                        course,
                        state -> add(
                                remembered, state.getArticle().getProvenance().getDocumentId(), id));
            }
        }
        return new Holdings(Topologies.parsers(settings), articles, remembered);
    }

    private static void add(Map<String, Set<String>> remembered, String documentId, String articleId) {
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
        idsIn(document).stream().filter(articles::contains).forEach(held::add);
        return held;
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
        return idsIn(document).stream()
                .filter(id -> !articles.contains(id))
                .distinct()
                .toList();
    }

    private List<String> idsIn(KeptDocument document) {
        return document.document().map(parsers::parse).orElse(List.of()).stream()
                .filter(Parsed.Accepted.class::isInstance)
                .map(parsed -> ((Parsed.Accepted) parsed).article().getArticleId())
                .toList();
    }
}
