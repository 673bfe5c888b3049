package dev.dateline.app.pipeline;

import dev.dateline.app.settings.Settings;
import dev.dateline.enrich.pack.Pack;
import dev.dateline.enrich.pack.PackException;
import dev.dateline.enrich.pack.PackReader;
import dev.dateline.enrich.pack.PackRecords;
import dev.dateline.enrich.pack.Packs;
import dev.dateline.model.RulePack;
import dev.dateline.model.Topics;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;

/** The rule packs that are published, and the publishing of others. */
public final class PackShelf {
    private static final Duration READ_LIMIT = Duration.ofSeconds(30);

    private final Settings settings;
    private final PackReader reader;

    public PackShelf(Settings settings, PackReader reader) {
        this.settings = settings;
        this.reader = reader;
    }

    /**
     * A published pack.
     *
     * @param record as it stands on the topic, or null when that cannot be decoded
     * @param pack what it says, or null when it cannot be used
     * @param problem why not, or null
     */
    public record Published(String id, RulePack record, Pack pack, String problem) {}

    /** The newest record of each pack, by id. */
    public List<Published> read() {
        Map<String, Published> byId = new TreeMap<>();
        try (PackFeed feed = new PackFeed(settings)) {
            for (PackFeed.Update update : feed.toEnd(READ_LIMIT)) {
                if (update.problem() == null && update.pack() == null) {
                    byId.remove(update.id());
                } else {
                    byId.put(update.id(), published(update));
                }
            }
        }
        List<Published> all = new ArrayList<>();
        byId.values().forEach(one -> all.add(besides(usable(all), one)));
        return all;
    }

    /** Those of them that can be used, together. */
    public static Packs usable(List<Published> published) {
        Packs packs = Packs.NONE;
        for (Published one : published) {
            if (one.pack() != null) {
                packs = packs.with(one.pack().label(), one.pack());
            }
        }
        return packs;
    }

    private static Published besides(Packs others, Published one) {
        try {
            if (one.pack() != null) {
                others.with(one.pack().label(), one.pack());
            }
            return one;
        } catch (PackException e) {
            return new Published(one.id(), one.record(), null, e.getMessage());
        }
    }

    private Published published(PackFeed.Update update) {
        if (update.pack() == null) {
            return new Published(update.id(), null, null, update.problem());
        }
        try {
            Pack pack = PackRecords.read(reader, update.id(), update.pack());
            return new Published(update.id(), update.pack(), pack, null);
        } catch (PackException e) {
            return new Published(update.id(), update.pack(), null, e.getMessage());
        }
    }

    /** Publishes a pack; returns when the brokers have it. */
    public void publish(RulePack pack) throws ExecutionException, InterruptedException {
        Announcement.publish(settings, Topics.RULES, pack.getPackId(), pack);
    }
}
