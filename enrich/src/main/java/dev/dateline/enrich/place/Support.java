package dev.dateline.enrich.place;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What an article names beyond doubt, by country and by state: it decides what the doubtful names mean. */
final class Support {
    private final Map<String, Double> byCode = new HashMap<>();

    /** @param datelineCountry counts like one mention; may be null */
    Support(List<Found> found, String datelineCountry) {
        for (Found one : found) {
            if (one.isSure()) {
                Mention mention = one.first();
                byCode.merge(mention.code(), mention.kind().weight, Double::sum);
                if (mention.kind() == Kind.REGION) {
                    byCode.merge(mention.name().locality().code(), mention.kind().weight, Double::sum);
                }
            }
        }
        if (datelineCountry != null) {
            byCode.merge(datelineCountry, 1.0, Double::sum);
        }
    }

    /** The reading that the rest of the article speaks for; null when it is better to believe in none. */
    Mention decide(Found found) {
        if (found.readings().size() == 1 && !found.first().weak()) {
            return found.first();
        }
        Mention best = supported(found);
        if (best == null) {
            best = surest(found);
        }
        return best == null && found.locative() ? largest(found) : best;
    }

    private Mention supported(Found found) {
        Mention best = null;
        double most = 0;
        for (Mention reading : found.readings()) {
            double own = of(reading);
            boolean isMore = own > most || (own > 0 && own == most && thousands(reading) > thousands(best));
            if (isMore && (!reading.guarded() || (found.locative() && isStateNamed(reading)))) {
                best = reading;
                most = own;
            }
        }
        return best;
    }

    private double of(Mention reading) {
        double country = byCode.getOrDefault(reading.code(), 0.0);
        return country + (isStateNamed(reading) ? byCode.get(reading.locality().state()) : 0);
    }

    private boolean isStateNamed(Mention reading) {
        return reading.locality() != null
                && byCode.containsKey(reading.locality().state());
    }

    private static Mention surest(Found found) {
        Mention best = null;
        for (Mention reading : found.readings()) {
            if (!reading.weak() && (best == null || isSurer(reading, best))) {
                best = reading;
            }
        }
        return best;
    }

    private static boolean isSurer(Mention one, Mention other) {
        int order = one.kind().compareTo(other.kind());
        return order < 0 || (order == 0 && thousands(one) > thousands(other));
    }

    private static Mention largest(Found found) {
        Mention best = null;
        for (Mention reading : found.readings()) {
            if (!reading.guarded() && (best == null || thousands(reading) > thousands(best))) {
                best = reading;
            }
        }
        return best;
    }

    private static int thousands(Mention mention) {
        return mention == null || mention.locality() == null
                ? 0
                : mention.locality().thousands();
    }
}
