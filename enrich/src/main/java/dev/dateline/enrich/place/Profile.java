package dev.dateline.enrich.place;

import dev.dateline.enrich.tag.Strongest;
import dev.dateline.enrich.tag.Tags;
import dev.dateline.enrich.text.Passage;
import dev.dateline.enrich.text.Zone;
import dev.dateline.model.Evidence;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** What the mentions of one country or place amount to: their weights, by where they stand. */
final class Profile {
    private static final int LEAD_REACH = 400;
    private static final int EARLY_REACH = 1200;

    private static final Comparator<Mention> STRONGEST = Comparator.comparingDouble(
                    (Mention mention) -> -mention.kind().weight * reach(mention))
            .thenComparingInt(mention -> mention.passage().offset + mention.start());

    double headline;
    double lead;
    double early;
    double late;
    double hint;
    int firstPosition = Integer.MAX_VALUE;
    /** Whether its own name or that of its people is among the mentions, not only those of cities and the like. */
    boolean isByName;
    /** Countries in the longest list of countries that it stands in. */
    int longestList = 1;

    final List<Mention> mentions = new ArrayList<>();

    /**
     * Profiles by what a mention is counted for, in reading order; those for which that is null are left out.
     *
     * @param lists for each mention the number of countries in the list that it stands in
     */
    static Map<String, Profile> of(List<Mention> mentions, int[] lists, Function<Mention, String> code) {
        Map<String, Profile> profiles = new LinkedHashMap<>();
        for (int i = 0; i < lists.length; i++) {
            String counted = code.apply(mentions.get(i));
            if (counted != null) {
                profiles.computeIfAbsent(counted, key -> new Profile()).add(mentions.get(i), lists[i]);
            }
        }
        return profiles;
    }

    double mass() {
        return 3 * headline + 2 * lead + early + 0.6 * late + hint;
    }

    /** True when more than hints speak for it. */
    boolean isNamed() {
        return headline + lead + early + late > 0;
    }

    /** The strongest mentions, each with the surest of its kind first, then in reading order. */
    List<Evidence> evidence() {
        List<Evidence> evidence = new ArrayList<>(Tags.MOST_EVIDENCE);
        for (Mention mention : Strongest.of(mentions, Tags.MOST_EVIDENCE, STRONGEST)) {
            evidence.add(mention.evidence());
        }
        return evidence;
    }

    private void add(Mention mention, int list) {
        mentions.add(mention);
        longestList = Math.max(longestList, list);
        isByName |= mention.kind() == Kind.NAME || mention.kind() == Kind.DEMONYM;
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

    private static double reach(Mention mention) {
        return switch (mention.passage().zone) {
            case HEADLINE -> 3;
            case LEAD -> 2;
            case BODY, CAPTION -> 1;
        };
    }
}
