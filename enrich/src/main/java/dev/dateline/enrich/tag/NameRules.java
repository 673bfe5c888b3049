package dev.dateline.enrich.tag;

/** All that is needed to read names; shared by all articles. */
record NameRules(
        Cues cues,
        KnownBodies bodies,
        Gazetteer gazetteer,
        OrganisationNames organisations,
        PersonNames people,
        Surroundings surroundings) {
    static NameRules load(Words words, Gazetteer gazetteer) {
        Cues cues = Cues.load(words);
        KnownBodies bodies = KnownBodies.load(words, cues);
        OrganisationNames organisations = new OrganisationNames(cues);
        return new NameRules(
                cues, bodies, gazetteer, organisations, new PersonNames(cues), new Surroundings(cues, organisations));
    }
}
