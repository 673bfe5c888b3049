package dev.dateline.enrich.place;

import dev.dateline.enrich.text.Passage;
import dev.dateline.enrich.text.Zone;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * How far an article is about a country: a logistic model of where, how often and how variously it is named, compared
 * with the other countries of the article. docs/tagging.md explains the features and how the weights were fitted.
 */
final class Aboutness {
    static final int FEATURES = 13;

    private static final int LEAD_REACH = 400;
    private static final int EARLY_REACH = 1200;

    /** Fitted; see docs/tagging.md. */
    private static final double[] WEIGHTS = {
        -2.93, // bias: most countries that an article names are not what it is about
        1.49, // headline
        1.02, // lead
        0.88, // early
        0.92, // late
        0.79, // share
        0.56, // share when there is no headline
        1.19, // first
        -0.54, // named at all, beyond hints
        0.66, // number of other countries: makes up for the share that they take
        1.60, // country of the dateline
        2.50, // country of the dateline, times its share of the text
        2.78, // country of the dateline, and no other is named
    };

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
        int firstPosition = Integer.MAX_VALUE;
        final List<Mention> mentions = new ArrayList<>();

        double mass() {
            return 3 * headline + 2 * lead + early + 0.6 * late + hint;
        }

        /** True when more than hints speak for the country. */
        boolean isNamed() {
            return headline + lead + early + late > 0;
        }

        private void add(Mention mention) {
            mentions.add(mention);
            Passage passage = mention.passage();
            double weight = mention.kind().weight;
            int position = passage.offset + mention.start();
            firstPosition = Math.min(firstPosition, passage.zone == Zone.HEADLINE ? 0 : position);
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
        int othersNamed = 0;
        for (Profile profile : all.values()) {
            total += profile.mass();
            othersNamed += profile != own && profile.isNamed() ? 1 : 0;
        }
        double share = total == 0 ? 0 : own.mass() / total;
        double[] x = new double[FEATURES];
        x[0] = 1;
        x[1] = Math.min(own.headline, 1.6);
        x[2] = Math.min(own.lead, 3);
        x[3] = Math.log1p(own.early);
        x[4] = Math.log1p(own.late);
        x[5] = share;
        x[6] = hasHeadline ? 0 : share;
        x[7] = 1 / (1 + own.firstPosition / 200.0);
        x[8] = own.isNamed() ? 1 : 0;
        x[9] = Math.log1p(othersNamed);
        x[10] = isDateline ? 1 : 0;
        x[11] = isDateline ? share : 0;
        x[12] = isDateline && othersNamed == 0 ? 1 : 0;
        return x;
    }
}
