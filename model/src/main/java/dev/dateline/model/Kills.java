package dev.dateline.model;

/** What takes an article off the wire, by the sender's signal or by its status. */
public final class Kills {
    private Kills() {}

    public static boolean isKill(Article article) {
        return article.getSignal() == Signal.KILL || article.getPubStatus() == PubStatus.CANCELED;
    }
}
