package dev.dateline.enrich.holds;

import dev.dateline.enrich.gate.SlugEntry;
import dev.dateline.model.Article;
import dev.dateline.model.Hold;
import java.util.List;

/**
 * What follows from a notice.
 *
 * @param entry what is to be remembered of the slug, or null when nothing is
 * @param kills kills of the articles that are meant, without text
 * @param holds holds that are new or have changed
 */
public record Resolution(SlugEntry entry, List<Article> kills, List<Hold> holds) {
    public Resolution {
        kills = List.copyOf(kills);
        holds = List.copyOf(holds);
    }
}
