package dev.dateline.enrich.place;

import dev.dateline.enrich.text.ArticleText;
import dev.dateline.enrich.text.Passage;

/**
 * How far an article is about a country or place: a logistic model of where, how often and how it is named, compared with
 * the other countries of the article. docs/tagging.md explains the features and how the weights were fitted.
 */
final class Aboutness {
    static final int FEATURES = 22;

    /** Brings the surest scores apart, which would all be 1 when rounded; what has 0.5 keeps it. */
    private static final double SPREAD = 1.5;

    /** Fitted; see docs/tagging.md. */
    private static final double[] WEIGHTS = {
        -1.19, // bias: most countries that an article names are not what it is about
        0.68, // headline
        1.79, // share of all that is named
        -4.04, // root of the share
        1.99, // beside the strongest other
        0.79, // the same when there is no headline
        -2.24, // named at all, beyond hints
        1.29, // by its name or that of its people, not by cities alone
        1.35, // how much, wherever it stands
        0.89, // lead
        1.60, // named at the very beginning
        -0.74, // hints
        0.08, // number of other countries
        0.28, // the same, for one that is named: makes up for the share that they take
        0.11, // share of the strongest of all
        -0.26, // length of the longest list of countries that it stands in
        0.50, // the same, the nearer the beginning the more
        0.34, // the same, the longer the text the more
        1.60, // country of the dateline
        2.50, // country of the dateline, times its share of the text
        2.78, // country of the dateline, and no other is named
        1.50, // country of the dateline, and number of others: makes up for the share that they take
    };

    private final boolean hasHeadline;
    private final double length;

    Aboutness(ArticleText text) {
        hasHeadline = text.article().getHeadline() != null;
        int characters = 0;
        for (Passage passage : text.passages()) {
            characters += passage.text.length();
        }
        length = Math.log1p(characters / 1000.0);
    }

    /** From 0 to 1; 0.5 or more reads "it is about it". */
    double score(Profile own, Rivals rivals, boolean isDateline) {
        double[] features = features(own, rivals, isDateline);
        double sum = 0;
        for (int i = 0; i < FEATURES; i++) {
            sum += WEIGHTS[i] * features[i];
        }
        return 1 / (1 + Math.exp(-sum / SPREAD));
    }

    /** The order is that of the weights. */
    double[] features(Profile own, Rivals rivals, boolean isDateline) {
        double mass = own.mass();
        double share = ratio(mass, rivals.mass());
        double beside = ratio(mass, rivals.largest());
        double named = own.isNamed() ? 1 : 0;
        double others = Math.log1p(rivals.named());
        double list = named * Math.log(own.longestList);
        double first = 1 / (1 + own.firstPosition / 200.0);
        double dateline = isDateline ? 1 : 0;
        double strongest = Math.max(mass, rivals.largest());
        return new double[] {
            1,
            Math.min(own.headline, 1.6),
            share,
            Math.sqrt(share),
            beside,
            hasHeadline ? 0 : beside,
            named,
            own.isByName ? 1 : 0,
            Math.log1p(own.headline + own.lead + own.early + own.late),
            Math.log1p(own.lead),
            first * first,
            Math.log1p(own.hint),
            others,
            named * others,
            strongest == 0 ? 0 : named * strongest / (mass + rivals.mass()),
            list,
            list * first,
            list * length,
            dateline,
            dateline * share,
            rivals.named() == 0 ? dateline : 0,
            dateline * others,
        };
    }

    private static double ratio(double own, double others) {
        return own == 0 ? 0 : own / (own + others);
    }
}
