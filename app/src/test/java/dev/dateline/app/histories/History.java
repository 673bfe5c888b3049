package dev.dateline.app.histories;

import static dev.dateline.model.TestArticles.NOON;

import dev.dateline.model.Article;
import dev.dateline.model.ArticleState;
import dev.dateline.model.PubStatus;
import dev.dateline.model.Signal;
import dev.dateline.model.TestArticles;
import dev.dateline.model.VersionOrder;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * What senders and operators say of one article, and the model of what must come of it: a plain computation over all that
 * was said, without any memory of the way there.
 */
final class History {
    /** When the last embargo is over, and the last article has expired. */
    static final Instant END = NOON.plusSeconds(300);

    private final List<Article> versions = new ArrayList<>();
    private final String guid;
    /** Version number up to which kills were lifted. */
    private long lifted;

    private boolean erased;

    private History(String guid) {
        this.guid = guid;
    }

    /** One with one to seven deliveries: versions, repeats, kills, embargoes, holds, expiry. */
    static History generated(int number, Random random) {
        History history = new History("h" + number);
        boolean kills = random.nextInt(4) == 0;
        int deliveries = 1 + random.nextInt(7);
        for (int i = 0; i < deliveries; i++) {
            history.versions.add(history.delivery(i, kills, random));
        }
        return history;
    }

    private Article delivery(int position, boolean kills, Random random) {
        int number = 1 + random.nextInt(5);
        if (position > 0 && random.nextInt(6) == 0) {
            return versions.get(random.nextInt(versions.size()));
        }
        String text = "Text " + random.nextInt(3) + " of " + guid;
        Article.Builder article = TestArticles.version(guid, number, text)
                .setBody(List.of("Paragraph. " + text))
                .setOrder(new VersionOrder((long) number, 0L, 0L, 1 + random.nextInt(2)));
        article.getProvenance().setDocumentId("test/" + guid + "#" + position);
        if (kills && random.nextInt(3) == 0) {
            return TestArticles.sealed(
                    random.nextBoolean() ? article.setSignal(Signal.KILL) : article.setPubStatus(PubStatus.CANCELED));
        }
        switch (random.nextInt(8)) {
            case 0 -> article.setPubStatus(PubStatus.WITHHELD);
            case 1 -> article.setSignal(Signal.CORRECTION);
            case 2 -> article.setSignal(Signal.HOLD);
            default -> article.setSignal(Signal.UPDATE);
        }
        if (random.nextInt(5) == 0) {
            article.setEmbargoedUntil(NOON.plusSeconds(random.nextInt(400) - 100));
        }
        if (random.nextInt(10) == 0) {
            article.setExpires(NOON.plusSeconds(random.nextInt(400) - 100));
        }
        return TestArticles.sealed(article);
    }

    String articleId() {
        return versions.get(0).getArticleId();
    }

    List<Article> deliveries() {
        return versions;
    }

    /** A ruling has lifted this kill and older ones. */
    void reinstated(Article kill) {
        lifted = Math.max(lifted, kill.getOrder().getNumber());
    }

    /** A ruling has erased the article. */
    void erase() {
        erased = true;
    }

    boolean isErased() {
        return erased;
    }

    boolean isKilled() {
        return versions.stream()
                .anyMatch(version -> isKill(version) && version.getOrder().getNumber() > lifted);
    }

    static boolean isKill(Article version) {
        return version.getSignal() == Signal.KILL || version.getPubStatus() == PubStatus.CANCELED;
    }

    /** The versions of which one must be current once all was delivered after the last ruling; of equals any. */
    List<Article> newest() {
        List<Article> texts =
                versions.stream().filter(version -> !isKill(version)).toList();
        long number = texts.stream()
                .mapToLong(version -> version.getOrder().getNumber())
                .max()
                .orElse(0);
        List<Article> latest = texts.stream()
                .filter(version -> version.getOrder().getNumber() == number)
                .toList();
        int parser = latest.stream()
                .mapToInt(version -> version.getOrder().getParser())
                .max()
                .orElse(0);
        return latest.stream()
                .filter(version -> version.getOrder().getParser() == parser)
                .toList();
    }

    /** What a version that is current is at {@link #END}. */
    static ArticleState stateInTheEnd(Article current) {
        if (current.getPubStatus() == PubStatus.WITHHELD || current.getSignal() == Signal.HOLD) {
            return ArticleState.WITHHELD;
        }
        return current.getExpires() == null ? ArticleState.CURRENT : ArticleState.EXPIRED;
    }
}
