package dev.dateline.enrich.tag;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * How far an article is about a country: a logistic model of where, how often and how variously it is named, compared
 * with the other countries of the article. docs/tagging.md explains the features and how the weights were fitted.
 */
final class Aboutness {
    static final int FEATURES = 16;

    private static final int LEAD_REACH = 400;
    private static final int EARLY_REACH = 1200;

    /** Fitted; see docs/tagging.md. */
    private static final double[] WEIGHTS = {-3, 1.5, 0.7, 0.3, 0.1, 0.5, 3, 0.8, 0.1, 0.8, 1, 0, 0, 0, 0, 0};

    private Aboutness() {}

    /** Probability that the article is about the country. */
    static double score(double[] features) {
        double sum = 0;
        for (int i = 0; i < FEATURES; i++) {
            sum += WEIGHTS[i] * features[i];
        }
        return 1 / (1 + Math.exp(-sum));
    }

    /** What the mentions of one country amount to. */
    static final class Profile {
        double headline;
        double lead;
        double early;
        double late;
        double hint;
        final Set<String> forms = new HashSet<>();
        final List<Mention> mentions = new ArrayList<>();

        double mass() {
            return 3 * headline + 2 * lead + early + 0.6 * late + hint;
        }

        private void add(Mention mention) {
            mentions.add(mention);
            forms.add(mention.form());
            Passage passage = mention.passage();
            double weight = mention.kind().weight;
            int position = passage.offset + mention.start();
            if (mention.kind().isHint()) {
                hint += weight;
            } else if (passage.zone == Zone.HEADLINE) {
                headline += weight;
            } else if (passage.zone != Zone.CAPTION && position < LEAD_REACH) {
                lead += weight;
            } else if (passage.zone != Zone.CAPTION && position < EARLY_REACH) {
                early += weight;
            } else {
                late += weight;
            }
        }
    }

    static Map<String, Profile> profiles(List<Mention> mentions) {
        Map<String, Profile> profiles = new LinkedHashMap<>();
        for (Mention mention : mentions) {
            profiles.computeIfAbsent(mention.code(), code -> new Profile()).add(mention);
        }
        return profiles;
    }

    /** Features of one country; the order is that of the weights. */
    static double[] features(Profile own, Map<String, Profile> all, boolean hasHeadline, boolean isDateline) {
        double total = 0;
        double most = 0;
        int named = 0;
        for (Profile profile : all.values()) {
            total += profile.mass();
            if (profile != own) {
                most = Math.max(most, profile.mass());
            }
            if (profile.mass() - profile.hint > 0) {
                named++;
            }
        }
        double mass = own.mass();
        double share = total == 0 ? 0 : mass / total;
        double[] x = new double[FEATURES];
        x[0] = 1;
        x[1] = Math.min(own.headline, 1.6);
        x[2] = Math.min(own.lead, 3);
        x[3] = Math.log1p(own.early);
        x[4] = Math.log1p(own.late);
        x[5] = Math.min(own.hint, 1.5);
        x[6] = share;
        x[7] = mass > most ? 1 : 0;
        x[8] = Math.min(own.forms.size(), 5);
        x[9] = isDateline && mass > 0 ? 1 : 0;
        x[10] = isDateline && named - (mass - own.hint > 0 ? 1 : 0) == 0 ? 1 : 0;
        x[11] = isDateline ? 1 : 0;
        x[12] = hasHeadline ? 0 : share;
        x[13] = Math.log(Math.max(1, named));
        x[14] = hasHeadline ? 0 : 1;
        x[15] = mass - own.hint > 0 ? 0 : 1;
        return x;
    }
}
