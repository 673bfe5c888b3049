package dev.dateline.app.command;

import dev.dateline.app.pipeline.CurrentArticles;
import dev.dateline.app.pipeline.Holdings;
import dev.dateline.app.pipeline.KeptDocument;
import dev.dateline.app.pipeline.PutAwayFiles;
import dev.dateline.app.pipeline.PutAwayFiles.PutAway;
import dev.dateline.app.pipeline.Rulings;
import dev.dateline.app.settings.Settings;
import dev.dateline.model.EnrichedArticle;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What there is of an article that is to be erased.
 *
 * @param known whether anything was ever heard of it
 * @param current its state; empty when the enriched topic has none
 * @param holdings which documents hold or held it
 * @param documents those that are kept
 * @param others ids of other articles that they hold, by document
 * @param files delivered ones of this machine that hold those documents
 * @param elsewhere addresses of documents by source, for sources that are not configured here
 */
record ErasureTarget(
        String articleId,
        boolean known,
        Optional<EnrichedArticle> current,
        Holdings holdings,
        List<KeptDocument> documents,
        Map<String, List<String>> others,
        List<PutAway> files,
        Map<String, Set<String>> elsewhere) {
    private static final int MOST_NAMED = 5;

    /** Null when the end was asked for. */
    static ErasureTarget find(Settings settings, String id, Watch watch) throws InterruptedException, IOException {
        Optional<EnrichedArticle> current = CurrentArticles.find(settings, id, watch.course("looking for the article"));
        Holdings holdings = Holdings.of(settings, Set.of(id), watch.course("reading what is known of its documents"));
        List<KeptDocument> documents = new ArrayList<>();
        Map<String, List<String>> others = new TreeMap<>();
        boolean all = holdings.read(
                settings,
                document -> {
                    documents.add(document);
                    List<String> beside = holdings.othersIn(document);
                    if (!beside.isEmpty()) {
                        others.put(document.id(), beside);
                    }
                },
                watch.course("looking for its documents"));
        if (!all) {
            return null;
        }
        Set<String> ids = new TreeSet<>(holdings.remembered());
        documents.forEach(document -> ids.add(document.id()));
        boolean known = !ids.isEmpty() || !Rulings.about(settings, id).isEmpty();
        PutAwayFiles shelf = new PutAwayFiles(settings);
        return new ErasureTarget(id, known, current, holdings, documents, others, shelf.of(ids), shelf.elsewhere(ids));
    }

    /** Why it cannot be erased as things are, a line each; empty when it can. */
    List<String> refusal(boolean othersMayGo) {
        if (!known) {
            return List.of("nothing is known of an article " + articleId
                    + "; an id is provider/guid, as `dateline tail` shows it");
        }
        List<String> lines = new ArrayList<>();
        if (!othersMayGo) {
            others.forEach((document, ids) -> lines.add("document " + document + " also holds " + named(ids)));
            files.stream()
                    .filter(file -> file.others() > 0)
                    .forEach(file ->
                            lines.add("file " + file.file() + " also holds " + file.others() + " other documents"));
            if (!lines.isEmpty()) {
                lines.add(
                        "bytes cannot be split: with --yes these go whole; current articles in them stay in topics and"
                                + " stores, but cannot be replayed from documents any more");
            }
        }
        return lines;
    }

    private static String named(List<String> ids) {
        String some = String.join(", ", ids.subList(0, Math.min(MOST_NAMED, ids.size())));
        return ids.size() <= MOST_NAMED ? some : some + " and " + (ids.size() - MOST_NAMED) + " more";
    }
}
