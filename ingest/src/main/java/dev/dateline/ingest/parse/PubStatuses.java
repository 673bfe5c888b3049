package dev.dateline.ingest.parse;

import dev.dateline.model.PubStatus;
import java.util.Locale;

/** Publishing status by the words of the NewsCodes scheme "stat"; the standard's default is usable. */
final class PubStatuses {
    private PubStatuses() {}

    static PubStatus of(String word) {
        if (word == null) {
            return PubStatus.USABLE;
        }
        return switch (word.strip().toLowerCase(Locale.ROOT).replaceFirst("^stat:", "")) {
            case "usable" -> PubStatus.USABLE;
            case "withheld" -> PubStatus.WITHHELD;
            case "canceled", "cancelled" -> PubStatus.CANCELED;
            default -> PubStatus.UNKNOWN;
        };
    }
}
