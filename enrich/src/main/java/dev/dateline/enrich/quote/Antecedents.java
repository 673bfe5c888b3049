package dev.dateline.enrich.quote;

import dev.dateline.enrich.entity.Entity;
import dev.dateline.enrich.entity.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Whom "he" means: the only person named shortly before, or the one who spoke last and was named last. Names within
 * quotations do not count.
 */
final class Antecedents {
    /** Characters of running text. */
    private static final int REACH = 600;

    private static final int MOST_ASKED = 40;
    private static final Set<String> MEN = Set.of("mr", "herr", "herrn", "señor", "sir", "lord", "senhor", "signor");
    private static final Set<String> WOMEN =
            Set.of("mrs", "ms", "miss", "mme", "frau", "madame", "señora", "lady", "dame", "baroness", "signora");

    /** Somebody named, or said to speak, at a place of the running text; null is somebody without a name. */
    private record Named(Entity entity, int at, boolean speaks) {}

    private final List<Named> named = new ArrayList<>();

    void names(Entity entity, int at) {
        named.add(new Named(entity, at, false));
    }

    void namesNobody(int at) {
        named.add(new Named(null, at, false));
    }

    void speaks(Entity entity, int at) {
        named.add(new Named(entity, at, true));
    }

    /** The person whom a pronoun means, or null when several may be meant. */
    Entity of(boolean isWoman, int at) {
        Entity last = null;
        boolean lastSpoke = false;
        boolean isOnly = true;
        for (int i = named.size() - 1; i >= Math.max(0, named.size() - MOST_ASKED); i--) {
            Named one = named.get(i);
            if (at - one.at() > REACH) {
                break;
            }
            if (one.entity() == null && last == null) {
                return null;
            }
            if (one.entity() != null && !mayBe(one.entity(), isWoman)) {
                continue;
            }
            if (last == null) {
                last = one.entity();
            }
            isOnly &= one.entity() == last;
            lastSpoke |= isOnly && one.speaks();
        }
        return isOnly || lastSpoke ? last : null;
    }

    /** False for "Mr Smith" as "she". */
    private static boolean mayBe(Entity entity, boolean isWoman) {
        Set<String> others = isWoman ? MEN : WOMEN;
        for (int i = 0; i < Math.min(entity.spans.size(), 4); i++) {
            Span span = entity.spans.get(i);
            if (span.first() > 0) {
                String before = span.passage()
                        .text
                        .substring(
                                span.passage().start(span.first() - 1),
                                span.passage().end(span.first() - 1));
                if (others.contains(before.toLowerCase(Locale.ROOT))) {
                    return false;
                }
            }
        }
        return true;
    }
}
