package dev.dateline.enrich.holds;

import dev.dateline.enrich.gate.SlugArticle;
import dev.dateline.enrich.gate.SlugEntry;
import dev.dateline.enrich.gate.SlugKill;
import dev.dateline.model.Article;
import dev.dateline.model.Hold;
import dev.dateline.model.HoldCandidate;
import dev.dateline.model.HoldState;
import dev.dateline.model.SlugNotice;
import dev.dateline.model.SlugNoticeKind;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Decides which article a kill under a new id means: the only one under its slug that is not newer than the kill and at
 * most three days older. Several are held for the operator, none makes the kill wait; nothing is ever guessed.
 */
public final class KillResolver {
    /** How much older than its kill an article may be: desks kill what is on the wire, not what is in the archive. */
    public static final Duration WINDOW = Duration.ofDays(3);

    private final List<SlugArticle> articles;
    private final List<SlugKill> open;
    private final List<String> done;
    private final List<Article> kills = new ArrayList<>();
    private final List<Hold> holds = new ArrayList<>();
    private final SlugNotice notice;
    private final long newest;

    private KillResolver(SlugEntry entry, SlugNotice notice) {
        this.notice = notice;
        this.newest =
                Math.max(entry == null ? 0 : entry.getNewest(), notice.getAt().toEpochMilli());
        this.articles = new ArrayList<>(entry == null ? List.of() : entry.getArticles());
        this.open = new ArrayList<>(entry == null ? List.of() : entry.getKills());
        this.done = new ArrayList<>(entry == null ? List.of() : entry.getDone());
    }

    /** @param entry what is remembered of the slug, or null */
    public static Resolution resolve(SlugEntry entry, SlugNotice notice) {
        return new KillResolver(entry, notice).resolution();
    }

    /** Whether an entry is of no more use at a time. */
    public static boolean isOver(SlugEntry entry, Instant now) {
        return entry.getKills().isEmpty()
                && entry.getNewest() < now.minus(WINDOW.multipliedBy(2)).toEpochMilli();
    }

    private Resolution resolution() {
        switch (notice.getKind()) {
            case ARTICLE -> addArticle();
            case KILL -> addKill();
            case CONFIRM -> take().ifPresent(this::confirm);
            case REJECT ->
                take().ifPresent(kill -> close(kill, HoldState.REJECTED, List.of(), "rejected by an operator"));
            default -> {
                // written by a later release; it has not changed anything yet
            }
        }
        long oldest = newest - WINDOW.multipliedBy(2).toMillis();
        if (open.isEmpty()) {
            articles.removeIf(article -> article.getAt() < oldest);
        }
        boolean empty = articles.isEmpty() && open.isEmpty() && done.isEmpty();
        return new Resolution(empty ? null : new SlugEntry(articles, open, done, newest), kills, holds);
    }

    private void addArticle() {
        SlugArticle article = new SlugArticle(
                notice.getArticleId(), notice.getHeadline(), notice.getAt().toEpochMilli());
        boolean known = articles.stream().anyMatch(one -> one.getArticleId().equals(article.getArticleId()));
        if (known || done.contains(article.getArticleId())) {
            // the first version counts: a later one of an article that is meant is not newer news
            return;
        }
        articles.add(article);
        for (SlugKill kill : List.copyOf(open)) {
            if (isMeantBy(article, kill) || article.getArticleId().equals(kill.getHoldId())) {
                decide(kill);
            }
        }
    }

    private void addKill() {
        boolean known = open.stream().anyMatch(kill -> kill.getHoldId().equals(notice.getArticleId()));
        if (!known && !done.contains(notice.getArticleId()) && notice.getKill() != null) {
            SlugKill kill =
                    new SlugKill(notice.getArticleId(), notice.getAt().toEpochMilli(), Encoded.of(notice.getKill()));
            open.add(kill);
            decide(kill);
        }
    }

    /** A kill that names an article by its own id needs no help: the gate has done it. */
    private void decide(SlugKill kill) {
        if (articles.stream().anyMatch(article -> article.getArticleId().equals(kill.getHoldId()))) {
            boolean told = holds.isEmpty() && notice.getKind() != SlugNoticeKind.KILL;
            open.remove(kill);
            done.add(kill.getHoldId());
            if (told) {
                hold(kill, HoldState.RESOLVED, List.of(), "the article with the kill's own id has arrived");
            }
            return;
        }
        List<SlugArticle> meant = meantBy(kill);
        if (meant.size() == 1) {
            close(kill, HoldState.RESOLVED, meant, "the only article under the slug");
        } else if (meant.isEmpty()) {
            hold(kill, HoldState.WAITING, meant, "no article under the slug yet; it is killed when it arrives");
        } else {
            hold(
                    kill,
                    HoldState.HELD,
                    meant,
                    meant.size()
                            + " articles under the slug: say which with `dateline holds confirm`, or `dateline holds reject`");
        }
    }

    private void confirm(SlugKill kill) {
        List<SlugArticle> meant = notice.getTargets().isEmpty()
                ? meantBy(kill)
                : articles.stream()
                        .filter(article -> notice.getTargets().contains(article.getArticleId()))
                        .toList();
        if (meant.isEmpty()) {
            open.add(kill);
            hold(kill, HoldState.WAITING, meant, "confirmed, but no article under the slug is known yet");
        } else {
            close(kill, HoldState.CONFIRMED, meant, "confirmed by an operator");
        }
    }

    /** The open kill that an operator speaks of, taken off the list. */
    private Optional<SlugKill> take() {
        Optional<SlugKill> named = open.stream()
                .filter(kill -> kill.getHoldId().equals(notice.getArticleId()))
                .findFirst();
        named.ifPresent(open::remove);
        return named;
    }

    private void close(SlugKill kill, HoldState state, List<SlugArticle> meant, String reason) {
        open.remove(kill);
        done.add(kill.getHoldId());
        for (SlugArticle article : meant) {
            kills.add(killOf(article.getArticleId(), kill));
            done.add(article.getArticleId());
        }
        articles.removeAll(meant);
        hold(kill, state, meant, reason);
    }

    private List<SlugArticle> meantBy(SlugKill kill) {
        return articles.stream()
                .filter(article -> isMeantBy(article, kill))
                .sorted(Comparator.comparingLong(SlugArticle::getAt).thenComparing(SlugArticle::getArticleId))
                .toList();
    }

    private static boolean isMeantBy(SlugArticle article, SlugKill kill) {
        return article.getAt() <= kill.getAt() && article.getAt() >= kill.getAt() - WINDOW.toMillis();
    }

    /** The kill as if it had named the article itself. */
    private static Article killOf(String articleId, SlugKill kill) {
        Article article = Encoded.article(kill.getArticle());
        return Article.newBuilder(article)
                .setArticleId(articleId)
                .setGuid(articleId.substring(article.getProvider().length() + 1))
                .setSignalMarker(marker(article) + " in " + kill.getHoldId())
                .build();
    }

    private void hold(SlugKill kill, HoldState state, List<SlugArticle> meant, String reason) {
        boolean over = state != HoldState.HELD && state != HoldState.WAITING;
        holds.removeIf(one -> one.getHoldId().equals(kill.getHoldId()));
        holds.add(new Hold(
                kill.getHoldId(),
                notice.getProvider(),
                notice.getSlug(),
                state,
                meant.stream()
                        .map(article -> new HoldCandidate(
                                article.getArticleId(),
                                over ? null : article.getHeadline(),
                                Instant.ofEpochMilli(article.getAt())))
                        .toList(),
                marker(Encoded.article(kill.getArticle())),
                reason,
                Instant.ofEpochMilli(kill.getAt())));
    }

    private static String marker(Article kill) {
        return kill.getSignalMarker() == null ? "kill" : kill.getSignalMarker();
    }
}
