package dev.dateline.enrich.pack;

import dev.dateline.model.RulePack;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;

/** Packs as records of the rules topic, which hold the file as it was written. */
public final class PackRecords {
    private PackRecords() {}

    /** The record of a pack that was read from the given text. */
    public static RulePack of(Pack pack, String yaml, Instant publishedAt) {
        return RulePack.newBuilder()
                .setPackId(pack.id())
                .setVersion(pack.version())
                .setSha256(sha256(yaml))
                .setYaml(yaml)
                .setPublishedAt(publishedAt)
                .build();
    }

    /**
     * Reads the pack in a record, and believes nothing but its text.
     *
     * @throws PackException when it is no pack, or not the one that the record says
     */
    public static Pack read(PackReader reader, String key, RulePack record) {
        String name = record.getPackId() + "@" + record.getVersion();
        if (!record.getSha256().equals(sha256(record.getYaml()))) {
            throw new PackException(List.of(name + ": its text is not the one that was published, by its SHA-256"));
        }
        Pack pack = reader.read(name, record.getYaml().getBytes(StandardCharsets.UTF_8));
        if (!pack.label().equals(name) || !pack.id().equals(key)) {
            throw new PackException(
                    List.of(name + ": holds " + pack.label() + " under the key " + key + ", which must be one pack"));
        }
        return pack;
    }

    public static String sha256(String yaml) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(yaml.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
