package dev.dateline.enrich.tag;

/** All that is needed to read names; shared by all articles. */
record NameRules(Cues cues, KnownBodies bodies, Gazetteer gazetteer) {
    static NameRules load(Words words, Gazetteer gazetteer) {
        Cues cues = Cues.load(words);
        return new NameRules(cues, KnownBodies.load(words, cues), gazetteer);
    }
}
