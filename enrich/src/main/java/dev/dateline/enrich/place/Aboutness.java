package dev.dateline.enrich.place;

import java.util.Collection;

/**
 * How far an article is about a country: a logistic model of where, how often and how variously it is named, compared
 * with the other countries of the article. docs/tagging.md explains the features and how the weights were fitted.
 */
final class Aboutness {
    static final int FEATURES = 13;

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

    /** Features of one country; the order is that of the weights. */
    static double[] features(Profile own, Collection<Profile> others, boolean hasHeadline, boolean isDateline) {
        double total = own.mass();
        int othersNamed = 0;
        for (Profile other : others) {
            total += other.mass();
            othersNamed += other.isNamed() ? 1 : 0;
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
