package dev.dateline.enrich.gate;

import dev.dateline.model.Article;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/**
 * Tells a repeat from another version of the same rank: the content hash, and the signal and dates that it leaves out but
 * that readers and stores go by. Of two copies that differ by those alone the same one wins whichever came first.
 */
final class VersionDigest {
    private VersionDigest() {}

    static byte[] of(Article article) {
        String text = String.join(
                "\n",
                article.getContentHash(),
                article.getPubStatus().name(),
                article.getSignal().name(),
                String.valueOf(article.getEmbargoedUntil()),
                String.valueOf(article.getEmbargoedIndefinitely()),
                String.valueOf(article.getExpires()));
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
