package dev.dateline.ingest.parse;

import dev.dateline.model.PubStatus;
import java.util.Locale;

/** Publishing status by the words of the NewsCodes scheme "stat"; the standard's default is usable. */
final class PubStatuses {
    private static final String SCHEME = "stat:";

    private PubStatuses() {}

    static PubStatus of(String word) {
        if (word == null) {
            return PubStatus.USABLE;
        }
        String status = word.strip().toLowerCase(Locale.ROOT);
        return switch (status.startsWith(SCHEME) ? status.substring(SCHEME.length()) : status) {
            case "usable" -> PubStatus.USABLE;
            case "withheld" -> PubStatus.WITHHELD;
            case "canceled", "cancelled" -> PubStatus.CANCELED;
            default -> PubStatus.UNKNOWN;
        };
    }
}
