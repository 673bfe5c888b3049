package dev.dateline.model;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class EditorialOrderTest {
    private static final byte[] LESS = {0x10};
    private static final byte[] GREATER = {(byte) 0xF0};

    record Ranked(VersionOrder order, byte[] digest) {}

    @Test
    void fieldsCountInTheOrderNumberTimeSentParser() {
        assertThat(compare(order(2, 0, 0, 0), order(1, 9, 9, 9))).isPositive();
        assertThat(compare(order(1, 2, 0, 0), order(1, 1, 9, 9))).isPositive();
        assertThat(compare(order(1, 1, 2, 0), order(1, 1, 1, 9))).isPositive();
        assertThat(compare(order(1, 1, 1, 2), order(1, 1, 1, 1))).isPositive();
        assertThat(compare(order(1, 1, 1, 1), order(1, 1, 1, 1))).isZero();
    }

    @Test
    void timesBeforeTheEpochAreOlderThanNoTime() {
        assertThat(compare(order(0, -1, 0, 0), order(0, 0, 0, 0))).isNegative();
    }

    @Test
    void onATieTheSameContentIsARepeatAndOfDifferentOnesTheGreaterDigestWins() {
        VersionOrder tie = order(3, 0, 0, 1);

        assertThat(EditorialOrder.compare(tie, LESS, tie, LESS.clone())).isZero();
        assertThat(EditorialOrder.compare(tie, GREATER, tie, LESS)).isPositive();
        assertThat(EditorialOrder.compare(tie, LESS, tie, GREATER)).isNegative();
    }

    @Test
    void aNewerRankWinsWhateverTheContent() {
        assertThat(EditorialOrder.compare(order(2, 0, 0, 0), LESS, order(1, 0, 0, 0), GREATER))
                .isPositive();
    }

    @Property
    void theOrderIsTotal(@ForAll("ranked") Ranked a, @ForAll("ranked") Ranked b, @ForAll("ranked") Ranked c) {
        assertThat(Integer.signum(compare(a, b))).isEqualTo(-Integer.signum(compare(b, a)));
        if (compare(a, b) >= 0 && compare(b, c) >= 0) {
            assertThat(compare(a, c)).isNotNegative();
        }
        if (compare(a, b) == 0) {
            assertThat(Integer.signum(compare(a, c))).isEqualTo(Integer.signum(compare(b, c)));
        }
    }

    @Provide
    Arbitrary<Ranked> ranked() {
        // Few values, so that ties of every length come up.
        Arbitrary<Integer> few = Arbitraries.integers().between(-1, 1);
        Arbitrary<byte[]> digest =
                Arbitraries.bytes().array(byte[].class).ofSize(1).edgeCases(config -> config.add(LESS, GREATER));
        return Combinators.combine(few, few, few, few, digest)
                .as((number, time, sent, parser, bytes) -> new Ranked(order(number, time, sent, parser), bytes));
    }

    private static int compare(Ranked a, Ranked b) {
        return EditorialOrder.compare(a.order, a.digest, b.order, b.digest);
    }

    private static int compare(VersionOrder a, VersionOrder b) {
        return EditorialOrder.compare(a, b);
    }

    private static VersionOrder order(long number, long time, long sent, int parser) {
        return new VersionOrder(number, time, sent, parser);
    }
}
