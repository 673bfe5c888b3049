package dev.dateline.app.command;

import dev.dateline.app.pipeline.CurrentArticles.Current;
import dev.dateline.app.pipeline.FormerReadings.Reading;
import dev.dateline.app.pipeline.KeptDocument;
import dev.dateline.enrich.gate.Decision;
import dev.dateline.enrich.gate.Gate;
import dev.dateline.enrich.gate.GateEntry;
import dev.dateline.ingest.fork.ForkRule;
import dev.dateline.ingest.fork.Forks;
import dev.dateline.ingest.parse.Parsed;
import dev.dateline.ingest.parse.Parsers;
import dev.dateline.model.Article;
import dev.dateline.model.ArticleState;
import dev.dateline.model.Document;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reads documents here and tells what that would change of the current articles, by the gate's own decision. Documents
 * come first: what is remembered of their articles is their best version's rank, some 500 bytes each.
 */
final class Reread {
    /** What another reading is to the current article. */
    enum Verdict {
        /** Newer by the gate's rules, with other content. */
        NEWER("newer", "newer reading, other text"),
        /** No such article is known. */
        NEW("new", "new article"),
        /** The same content, ranked higher because later parsers read it: another revision. */
        RERANKED("reranked", "same text by later parsers, one revision more"),
        /** Other content of the very document that is current, of the same rank, and the tie goes to what is there. */
        LOSES_TIE("losesTie", "other text of the same rank that loses the tie"),
        /** The very same. */
        UNCHANGED("unchanged", "unchanged"),
        /** The current version is newer than all in these documents. */
        OLDER("older", "older than the current version"),
        /** The article is killed, and stays so. */
        KILLED("killed", "killed, stays so");

        private final String key;
        private final String words;

        Verdict(String key, String words) {
            this.key = key;
            this.words = words;
        }

        /** Its name in JSON. */
        String key() {
            return key;
        }

        /** Its name for a person. */
        String words() {
            return words;
        }
    }

    /** The best version of an article in the documents. */
    private record Best(GateEntry entry, String contentHash, String documentId) {}

    private static final int MOST_EXAMPLES = 5;

    private final Parsers parsers;
    private final Instant now;
    private final Map<String, Best> pending = new HashMap<>();
    private final Map<String, Forks> forks = new HashMap<>();
    private final Map<Verdict, Long> counts = new EnumMap<>(Verdict.class);
    private final Map<Verdict, List<String>> examples = new EnumMap<>(Verdict.class);
    private final List<String> nowAccepted = new ArrayList<>();
    private final List<String> nowRejected = new ArrayList<>();
    private long documents;
    private long versions;
    private long rejected;
    private long unknownBefore;

    Reread(Parsers parsers, Instant now) {
        this.parsers = parsers;
        this.now = now;
    }

    /** Reads a document; all of them before the first article is compared. */
    void read(KeptDocument kept, Reading former) {
        documents++;
        Optional<Document> document = kept.document();
        boolean refused = document.isEmpty();
        for (Parsed parsed : document.map(parsers::parse).orElse(List.of())) {
            if (parsed instanceof Parsed.Accepted accepted) {
                versions++;
                add(accepted.article());
            } else {
                refused = true;
            }
        }
        rejected += refused ? 1 : 0;
        unknownBefore += former == Reading.UNKNOWN ? 1 : 0;
        if (former == Reading.REJECTED && !refused) {
            nowAccepted.add(kept.id());
        }
        if (former == Reading.ACCEPTED && refused) {
            nowRejected.add(kept.id());
        }
    }

    private void add(Article parsed) {
        // the id that the parse application gives it, where the documents come in the order in which that read them
        Article version = ForkRule.placed(parsed, forks::get, forks::put, now);
        Best best = pending.get(version.getArticleId());
        Decision decision = Gate.decide(best == null ? null : best.entry(), version, "", now);
        if (decision.change() != null) {
            pending.put(
                    version.getArticleId(),
                    new Best(
                            decision.entry(),
                            version.getContentHash(),
                            version.getProvenance().getDocumentId()));
        }
    }

    /** Whether the documents hold an article of this id. */
    boolean holds(String articleId) {
        return pending.containsKey(articleId);
    }

    /** Compares the current state of an article that the documents hold. */
    void compare(Current current) {
        Best best = pending.remove(current.id());
        if (best != null) {
            count(verdict(best, current), current.id());
        }
    }

    private Verdict verdict(Best best, Current current) {
        Article article = current.article().getArticle();
        boolean same = best.contentHash().equals(article.getContentHash());
        if (current.article().getState() == ArticleState.KILLED) {
            return Verdict.KILLED;
        }
        // The order of arrival decides nothing, so the current version may be judged after those of the documents.
        return switch (Gate.decide(best.entry(), article, "", now).outcome()) {
            case REPEAT, RETAGGED -> Verdict.UNCHANGED;
            case STALE -> same ? Verdict.RERANKED : Verdict.NEWER;
            case KILLED -> Verdict.NEWER;
            default ->
                !same && best.documentId().equals(article.getProvenance().getDocumentId())
                        ? Verdict.LOSES_TIE
                        : Verdict.OLDER;
        };
    }

    private void count(Verdict verdict, String articleId) {
        counts.merge(verdict, 1L, Long::sum);
        List<String> some = examples.computeIfAbsent(verdict, none -> new ArrayList<>());
        if (some.size() < MOST_EXAMPLES) {
            some.add(articleId);
        }
    }

    /** To be called once, when all current articles were compared: the rest are new. */
    void end() {
        pending.keySet().forEach(id -> count(Verdict.NEW, id));
        pending.clear();
    }

    long count(Verdict verdict) {
        return counts.getOrDefault(verdict, 0L);
    }

    /** Ids of some articles of the verdict. */
    List<String> examples(Verdict verdict) {
        return examples.getOrDefault(verdict, List.of());
    }

    long documents() {
        return documents;
    }

    /** Versions of articles in the documents. */
    long versions() {
        return versions;
    }

    /** Documents that are refused here, wholly or in part. */
    long rejected() {
        return rejected;
    }

    /** Documents that were refused, wholly or in part, and are not here. */
    List<String> nowAccepted() {
        return nowAccepted;
    }

    /** Documents that were not refused and are here, wholly or in part. */
    List<String> nowRejected() {
        return nowRejected;
    }

    /** Documents of which it is not known whether they were refused. */
    long unknownBefore() {
        return unknownBefore;
    }
}
