package dev.dateline.enrich.quote;

/** Who is said to speak in the words before and after the quotations of one passage. */
final class Attributions {
    private final Scene scene;
    private final AttributionBefore before;
    private final AttributionAfter after;

    Attributions(Scene scene) {
        this.scene = scene;
        Subjects subjects = new Subjects(scene);
        Sayings sayings = new Sayings(scene, subjects);
        this.before = new AttributionBefore(scene, subjects, sayings);
        this.after = new AttributionAfter(scene, subjects, sayings);
    }

    /** What the sentence says of the quotation, or null. */
    Attribution of(int pair) {
        Attribution behind = scene.pairs.get(pair).isClosed() ? after.of(pair) : null;
        if (behind != null && behind.speaker().isSomebody()) {
            return behind;
        }
        Attribution ahead = before.of(pair);
        return ahead == null || (behind != null && !ahead.speaker().isSomebody()) ? behind : ahead;
    }

    /** What the sentence before a quotation that stands alone reports, or null. */
    Attribution reported(int pair) {
        return before.reported(pair);
    }
}
