package dev.dateline.ingest.parse;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dateline.ingest.syndication.Feed;
import dev.dateline.ingest.syndication.FeedItem;
import dev.dateline.ingest.syndication.Feeds;
import dev.dateline.ingest.syndication.NotAFeedException;
import dev.dateline.model.SharedData;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Real documents, damaged at random: nothing throws and nothing hangs. */
class MutationTest {
    private static final Logger LOG = LoggerFactory.getLogger(MutationTest.class);
    private static final int DOCUMENTS = Integer.getInteger("mutation.documents", 20_000);

    @Test
    void damagedDocumentsNeverThrowNorHang() throws IOException {
        List<Path> files = new ArrayList<>(SharedData.files("wire-formats"));
        files.addAll(SharedData.files("seed"));
        parseDamaged(files, DOCUMENTS);
    }

    @Test
    void damagedFeedsNeverThrowNorHang() throws IOException {
        List<Path> files = SharedData.files("feeds").stream()
                .filter(file -> file.toString().endsWith(".xml"))
                .toList();
        parseDamaged(files, DOCUMENTS / 20); // each has dozens of items
    }

    @Test
    void pollersOfDamagedFeedsGetItemsOrAReason() throws IOException {
        List<Path> files = SharedData.files("feeds").stream()
                .filter(file -> file.toString().endsWith(".xml"))
                .toList();
        Random random = new Random(Long.getLong("mutation.seed", new Random().nextLong()));
        int items = 0;
        for (int i = 0; i < DOCUMENTS / 40; i++) {
            byte[] damaged = damage(Files.readAllBytes(files.get(random.nextInt(files.size()))), random);
            try {
                Feed feed = Feeds.read(damaged, null, "https://news.example/feed");
                items += feed.items().size();
                for (FeedItem item :
                        feed.items().subList(0, Math.min(2, feed.items().size()))) {
                    Feed again = Feeds.read(item.document(), null, null);
                    assertThat(again.problems()).isEmpty();
                    assertThat(again.items()).extracting(FeedItem::fingerprint).containsExactly(item.fingerprint());
                }
            } catch (NotAFeedException e) {
                assertThat(e.getMessage()).isNotBlank().doesNotContain("\n");
            }
        }
        assertThat(items).isPositive();
    }

    private static void parseDamaged(List<Path> files, int documents) throws IOException {
        long seed = Long.getLong("mutation.seed", new Random().nextLong());
        LOG.info("repeat with -Dmutation.seed={}", seed);
        Random random = new Random(seed);
        int accepted = 0;
        for (int i = 0; i < documents; i++) {
            Path file = files.get(random.nextInt(files.size()));
            byte[] damaged = damage(Files.readAllBytes(file), random);
            List<Parsed> parsed = Assertions.assertTimeout(
                    Duration.ofSeconds(10), () -> Samples.parse(damaged), () -> file + " with seed " + seed);
            assertThat(parsed).as("%s with seed %s", file, seed).isNotEmpty().allSatisfy(one -> {
                if (one instanceof Parsed.Rejected rejected) {
                    assertThat(rejected.reason())
                            .isNotBlank()
                            .doesNotContain("\n")
                            .doesNotContain("reading failed");
                } else {
                    assertThat(((Parsed.Accepted) one).article().getArticleId()).startsWith("acme/");
                }
            });
            accepted += parsed.get(0) instanceof Parsed.Accepted ? 1 : 0;
        }
        LOG.info("{} of {} damaged documents still hold an article", accepted, documents);
        assertThat(accepted).isPositive();
    }

    private static byte[] damage(byte[] bytes, Random random) {
        byte[] damaged = bytes.clone();
        int times = 1 + random.nextInt(4);
        for (int i = 0; i < times && damaged.length > 10; i++) {
            int at = random.nextInt(damaged.length);
            int length = 1 + random.nextInt(Math.min(200, damaged.length - at));
            switch (random.nextInt(7)) {
                case 0 -> damaged[at] = (byte) random.nextInt(256);
                case 1 -> damaged = Arrays.copyOf(damaged, at);
                case 2 -> damaged = joined(damaged, 0, at, damaged, at + length);
                case 3 -> damaged = joined(damaged, 0, at + length, damaged, at);
                case 4 -> {
                    byte[] noise = new byte[length];
                    random.nextBytes(noise);
                    System.arraycopy(noise, 0, damaged, at, length);
                }
                case 5 -> Arrays.fill(damaged, at, at + length, (byte) "<>\"&{}[] 0\n".charAt(random.nextInt(11)));
                default -> damaged[at] = (byte) "<>\"'&;:{}[]/=-\u0000".charAt(random.nextInt(15));
            }
        }
        return damaged;
    }

    private static byte[] joined(byte[] head, int from, int to, byte[] tail, int tailFrom) {
        byte[] joined = Arrays.copyOfRange(head, from, to + tail.length - tailFrom);
        System.arraycopy(tail, tailFrom, joined, to - from, tail.length - tailFrom);
        return joined;
    }
}
