package dev.dateline.enrich.topic;

import dev.dateline.enrich.tag.Tags;
import dev.dateline.enrich.text.Passage;
import dev.dateline.model.Evidence;
import java.util.ArrayList;
import java.util.List;

/** What speaks for one topic in an article: the weight of all that was found, and the heaviest of it. */
final class Support {
    final Topic topic;
    private final Hit[] heaviest = new Hit[Tags.MOST_EVIDENCE];
    private int kept;
    private double mass;
    private boolean own;

    Support(Topic topic) {
        this.topic = topic;
    }

    /** Words of a phrase and what they weigh here. */
    record Hit(Passage passage, int first, int last, double weight) {}

    double mass() {
        return mass;
    }

    /**
     * Adds to the weight; of equal ones the first found goes first.
     *
     * @param isOwn true for a phrase of the topic itself and not of one below it
     */
    void add(Hit hit, boolean isOwn) {
        mass += hit.weight();
        own |= isOwn;
        int place = kept;
        while (place > 0 && heaviest[place - 1].weight() < hit.weight()) {
            place--;
        }
        if (place < heaviest.length) {
            System.arraycopy(heaviest, place, heaviest, place + 1, Math.min(kept, heaviest.length - 1) - place);
            heaviest[place] = hit;
            kept = Math.min(kept + 1, heaviest.length);
        }
    }

    String method() {
        return own ? Tags.RULE : Tags.ANCESTOR;
    }

    List<Evidence> evidence() {
        List<Evidence> evidence = new ArrayList<>(kept);
        for (int i = 0; i < kept; i++) {
            evidence.add(Tags.evidence(heaviest[i].passage(), heaviest[i].first(), heaviest[i].last()));
        }
        return evidence;
    }
}
