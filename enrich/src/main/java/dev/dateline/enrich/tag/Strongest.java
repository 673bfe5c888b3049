package dev.dateline.enrich.tag;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** The first few of many in some order, without sorting them all. */
public final class Strongest {
    private Strongest() {}

    /** At most {@code most} of them, in order; equal ones stay as they were. */
    public static <T> List<T> of(List<T> all, int most, Comparator<T> order) {
        if (all.size() == 1) {
            return all;
        }
        List<T> strongest = new ArrayList<>(most + 1);
        for (T one : all) {
            int place = strongest.size();
            while (place > 0 && order.compare(one, strongest.get(place - 1)) < 0) {
                place--;
            }
            if (place < most) {
                strongest.add(place, one);
            }
            if (strongest.size() > most) {
                strongest.remove(most);
            }
        }
        return strongest;
    }
}
