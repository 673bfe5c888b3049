package dev.dateline.enrich.pack;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The packs in force, one of each id. Immutable. */
public final class Packs {
    public static final Packs NONE = new Packs(new TreeMap<>());

    private final SortedMap<String, Pack> byId;

    private Packs(SortedMap<String, Pack> byId) {
        this.byId = byId;
    }

    /**
     * These with a pack added, or in the place of the one with its id.
     *
     * @param file name of the pack's file, for messages
     * @throws PackException when it makes a topic or bloc that another makes, too
     */
    public Packs with(String file, Pack pack) {
        List<String> problems = new ArrayList<>();
        for (Pack other : byId.values()) {
            if (!other.id().equals(pack.id())) {
                pack.definitions().forEach((code, line) -> {
                    if (other.definitions().containsKey(code)) {
                        problems.add(file + ":" + line + ": " + other.label() + " makes " + code
                                + " already: choose another code, or put both into one pack");
                    }
                });
            }
        }
        if (!problems.isEmpty()) {
            throw new PackException(problems);
        }
        SortedMap<String, Pack> all = new TreeMap<>(byId);
        all.put(pack.id(), pack);
        return new Packs(all);
    }

    public Packs without(String id) {
        SortedMap<String, Pack> all = new TreeMap<>(byId);
        all.remove(id);
        return new Packs(all);
    }

    /** All of them by id. */
    public Collection<Pack> all() {
        return byId.values();
    }

    /** What is added to the version of the rules: {@code +desk@3+sports@1}; packs that change nothing are left out. */
    public String suffix() {
        return byId.values().stream()
                .filter(pack -> !pack.isEmpty())
                .map(pack -> "+" + pack.label())
                .collect(Collectors.joining());
    }
}
