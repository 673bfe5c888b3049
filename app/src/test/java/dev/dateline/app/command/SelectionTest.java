package dev.dateline.app.command;

import static dev.dateline.model.TestArticles.NOON;
import static dev.dateline.model.TestArticles.article;
import static org.assertj.core.api.Assertions.assertThat;

import dev.dateline.model.Article;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

class SelectionTest {
    private static final Article AT_NOON = article("a").build();

    @Command
    private static final class Selecting {
        @Mixin
        private Selection selection;
    }

    @Test
    void withoutOptionsEveryArticleIsMeant() {
        Selection all = of();

        assertThat(all.mayMean("testwire/a")).isTrue();
        assertThat(all.spans(AT_NOON)).isTrue();
        assertThat(all.notFound()).isEmpty();
    }

    @Test
    void fromIsIncludedAndToIsNot() {
        assertThat(of("--from", "2026-03-02T12:00:00Z").spans(AT_NOON)).isTrue();
        assertThat(of("--from", "2026-03-02T12:00:01Z").spans(AT_NOON)).isFalse();
        assertThat(of("--to", "2026-03-02T12:00:00Z").spans(AT_NOON)).isFalse();
        assertThat(of("--to", "2026-03-02T12:00:01Z").spans(AT_NOON)).isTrue();
        assertThat(of("--from", "2026-03-02", "--to", "2026-03-03").spans(AT_NOON))
                .isTrue();
    }

    @Test
    void anArticleWithoutVersionCreatedGoesByItsReception() {
        Article undated = article("a")
                .setVersionCreated(null)
                .setReceivedAt(NOON.plus(Duration.ofDays(1)))
                .build();

        assertThat(of("--from", "2026-03-03").spans(undated)).isTrue();
        assertThat(of("--to", "2026-03-03").spans(undated)).isFalse();
    }

    @Test
    void aProviderIsMeantWholeAndNotByItsBeginning() {
        Selection two = of("--provider", "test", "--provider", "other");

        assertThat(two.mayMean("test/a")).isTrue();
        assertThat(two.mayMean("other/a")).isTrue();
        assertThat(two.mayMean("testwire/a")).isFalse();
    }

    @Test
    void idsThatNeverComeUpAreNotFound() {
        Selection two = of("--id", "testwire/a", "--id", "testwire/b");

        assertThat(two.mayMean("testwire/a")).isTrue();
        assertThat(two.mayMean("testwire/c")).isFalse();
        assertThat(two.notFound()).containsExactly("testwire/b");
    }

    private static Selection of(String... options) {
        Selecting command = CommandLine.populateCommand(new Selecting(), options);
        command.selection.check();
        return command.selection;
    }
}
