package dev.dateline.enrich.topology;

import static dev.dateline.model.TestArticles.NOON;

import dev.dateline.model.Article;
import dev.dateline.model.ArticleState;
import dev.dateline.model.PubStatus;
import dev.dateline.model.Signal;
import dev.dateline.model.TestArticles;
import dev.dateline.model.VersionOrder;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;

/**
 * A version as a generated wire sends it. There is one article for each kind of editorial order.
 *
 * @param step rank within the article: number, time of the version or time of reception
 * @param sent sent time, counted under OPAQUE order alone
 * @param text which text it has
 * @param delay minutes until it was received, which count under OBSERVED order alone
 */
record Wired(Ranking ranking, Kind kind, int step, int sent, int parser, int text, Limits limits, int delay) {
    static final Duration LAST_EMBARGO = Duration.ofMinutes(4);

    enum Ranking {
        SEQUENTIAL,
        OPAQUE,
        OBSERVED
    }

    enum Kind {
        USABLE(PubStatus.USABLE, Signal.UPDATE, true),
        CORRECTED(PubStatus.USABLE, Signal.CORRECTION, true),
        WITHHELD(PubStatus.WITHHELD, Signal.UPDATE, false),
        HELD(PubStatus.USABLE, Signal.HOLD, false),
        ADVISORY(PubStatus.USABLE, Signal.ADVISORY, false),
        KILLED(PubStatus.USABLE, Signal.KILL, false),
        CANCELED(PubStatus.CANCELED, Signal.UPDATE, false);

        final PubStatus status;
        final Signal signal;
        final boolean publishable;

        Kind(PubStatus status, Signal signal, boolean publishable) {
            this.status = status;
            this.signal = signal;
            this.publishable = publishable;
        }

        static Kind of(Article article) {
            for (Kind kind : values()) {
                if (kind.status == article.getPubStatus() && kind.signal == article.getSignal()) {
                    return kind;
                }
            }
            throw new AssertionError("not sent: " + article.getPubStatus() + " " + article.getSignal());
        }
    }

    enum Embargo {
        NONE,
        ENDED,
        SHORT,
        LONG,
        WITHOUT_END;

        Instant until() {
            return switch (this) {
                case NONE, WITHOUT_END -> null;
                case ENDED -> NOON.minusSeconds(60);
                case SHORT -> NOON.plusSeconds(90);
                case LONG -> NOON.plus(LAST_EMBARGO);
            };
        }
    }

    /** When it may be published, and until when. */
    record Limits(Embargo embargo, Expiry expiry) {}

    enum Expiry {
        NONE,
        PAST,
        SHORT,
        LONG;

        Instant at() {
            return switch (this) {
                case NONE -> null;
                case PAST -> NOON.minusSeconds(30);
                case SHORT -> NOON.plusSeconds(60);
                case LONG -> NOON.plusSeconds(200);
            };
        }
    }

    String articleId() {
        return article().getArticleId();
    }

    boolean isKill() {
        return kind == Kind.KILLED || kind == Kind.CANCELED;
    }

    /** What counts for order, the most significant first. */
    List<Long> rank() {
        return switch (ranking) {
            case SEQUENTIAL -> List.of((long) step, 0L, 0L, (long) parser);
            case OPAQUE -> List.of(0L, versionCreated().toEpochMilli(), (long) sent, (long) parser);
            case OBSERVED -> List.of(0L, receivedAt().toEpochMilli(), 0L, (long) parser);
        };
    }

    ArticleState stateInTheEnd() {
        if (isKill()) {
            return ArticleState.KILLED;
        }
        if (kind == Kind.WITHHELD || kind == Kind.HELD) {
            return ArticleState.WITHHELD;
        }
        if (limits.expiry != Expiry.NONE) {
            return ArticleState.EXPIRED;
        }
        return limits.embargo == Embargo.WITHOUT_END ? ArticleState.EMBARGOED : ArticleState.CURRENT;
    }

    boolean publishableInTheEnd() {
        return kind.publishable && limits.embargo != Embargo.WITHOUT_END && limits.expiry == Expiry.NONE;
    }

    Article article() {
        List<Long> rank = rank();
        return TestArticles.sealed(TestArticles.version(ranking.name(), step, "Text " + text)
                .setBody(List.of("Paragraph of text " + text))
                .setOrder(new VersionOrder(
                        rank.get(0), rank.get(1), rank.get(2), rank.get(3).intValue()))
                // Not counted under OBSERVED order, where a sender gives neither.
                .setVersion(ranking == Ranking.OBSERVED ? null : Integer.toString(step))
                .setVersionCreated(ranking == Ranking.OBSERVED ? null : versionCreated())
                .setReceivedAt(receivedAt())
                .setPubStatus(kind.status)
                .setSignal(kind.signal)
                .setEmbargoedUntil(limits.embargo.until())
                .setExpires(limits.expiry.at())
                .setEmbargoedIndefinitely(limits.embargo == Embargo.WITHOUT_END));
    }

    private Instant versionCreated() {
        return NOON.minus(Duration.ofHours(10 - step));
    }

    private Instant receivedAt() {
        return NOON.minus(Duration.ofMinutes(10L - delay));
    }

    /** Few values everywhere, so that repeats, ties, kills of killed articles and embargoed corrections all come up. */
    static Arbitrary<List<Wired>> wires() {
        Arbitrary<Limits> limits = Combinators.combine(
                        Arbitraries.of(Embargo.values()),
                        Arbitraries.frequencyOf(
                                Tuple.of(3, Arbitraries.just(Expiry.NONE)),
                                Tuple.of(1, Arbitraries.of(Expiry.values()))))
                .as(Limits::new);
        Arbitrary<Wired> wired = Combinators.combine(
                        Arbitraries.of(Ranking.values()),
                        Arbitraries.frequencyOf(
                                Tuple.of(6, Arbitraries.just(Kind.USABLE)), Tuple.of(3, Arbitraries.of(Kind.values()))),
                        Arbitraries.integers().between(1, 4),
                        Arbitraries.integers().between(0, 1),
                        Arbitraries.integers().between(1, 2),
                        Arbitraries.integers().between(0, 2),
                        limits,
                        Arbitraries.integers().between(0, 3))
                .as(Wired::new);
        return wired.list().ofMinSize(1).ofMaxSize(16);
    }
}
