package dev.dateline.enrich.entity;

import dev.dateline.enrich.place.Gazetteer;
import dev.dateline.enrich.text.Words;
import java.util.List;

/** All that is needed to read names; shared by all articles. */
public record NameRules(Cues cues, KnownBodies bodies, Gazetteer gazetteer) {
    /** The shipped rules, and more organisations. All other shipped words must have their numbers by now. */
    public static NameRules load(Words words, Gazetteer gazetteer, List<BodyName> more) {
        Cues cues = Cues.load(words);
        return new NameRules(cues, KnownBodies.load(words, cues, more), gazetteer);
    }
}
