package dev.dateline.enrich.entity;

import dev.dateline.enrich.place.Gazetteer;
import dev.dateline.enrich.text.Words;

/** All that is needed to read names; shared by all articles. */
public record NameRules(Cues cues, KnownBodies bodies, Gazetteer gazetteer, SpeechWords speech) {
    public static NameRules load(Words words, Gazetteer gazetteer) {
        Cues cues = Cues.load(words);
        return new NameRules(cues, KnownBodies.load(words, cues), gazetteer, SpeechWords.load());
    }
}
