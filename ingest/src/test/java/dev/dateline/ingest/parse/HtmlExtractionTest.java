package dev.dateline.ingest.parse;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dateline.ingest.page.Page;
import dev.dateline.ingest.page.Pages;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;

/**
 * How well pages are read, by the measures of three public benchmarks, on pages that were looked at while the rules were
 * made and on every third, which nobody looked at. Floors are a little below what was reached.
 */
class HtmlExtractionTest {
    private static final String[] PARTS = {"looked at", "kept aside"};

    @Test
    void textsAgreeWithThoseThatPeopleMarked() {
        for (String part : PARTS) {
            List<double[]> pages = new ArrayList<>();
            for (HtmlExtraction.Whole page : HtmlExtraction.whole()) {
                if (isOf(part, page.name())) {
                    Page read = Pages.read(page.html(), page.url());
                    pages.add(HtmlExtraction.shingles(page.text(), String.join("\n", read.body())));
                }
            }
            HtmlExtraction.Score score = HtmlExtraction.score(pages);
            print(
                    "scrapinghub, %s: %d pages, F1 %.4f, precision %.4f, recall %.4f",
                    part, pages.size(), score.f1(), score.precision(), score.recall());
            assertThat(score.f1()).as(part).isGreaterThan(0.965);
        }
    }

    @Test
    void wantedPassagesAreKeptAndUnwantedOnesLeftOut() {
        for (String part : PARTS) {
            int kept = 0;
            int wanted = 0;
            int leftOut = 0;
            int unwanted = 0;
            for (HtmlExtraction.Passages page : HtmlExtraction.passages()) {
                if (isOf(part, page.name())) {
                    String text = text(Pages.read(page.html(), null));
                    wanted += page.with().size();
                    unwanted += page.without().size();
                    kept += (int) page.with().stream()
                            .filter(passage -> text.contains(PlainText.clean(passage)))
                            .count();
                    leftOut += (int) page.without().stream()
                            .filter(passage -> !text.contains(PlainText.clean(passage)))
                            .count();
                }
            }
            double precision = kept / (double) (kept + unwanted - leftOut);
            HtmlExtraction.Score score = new HtmlExtraction.Score(precision, kept / (double) wanted);
            print(
                    "trafilatura, %s: %d of %d kept, %d of %d left out, F %.4f, precision %.4f, recall %.4f",
                    part, kept, wanted, leftOut, unwanted, score.f1(), precision, score.recall());
            assertThat(score.f1()).as(part).isGreaterThan(0.92);
        }
    }

    @Test
    void headlinesAndDaysAreThoseThatPeopleNoted() {
        Tally titles = new Tally();
        Tally authors = new Tally();
        Tally days = new Tally();
        int articles = 0;
        List<HtmlExtraction.Passages> pages = HtmlExtraction.passages();
        for (HtmlExtraction.Passages page : pages) {
            Page read = Pages.read(page.html(), page.name());
            articles += read.isArticle() ? 1 : 0;
            titles.count(page.known().path("title").asText(""), read.headline());
            authors.count(page.known().path("author").asText(""), String.join(" ", Bylines.of(read.bylines())));
            days.count(
                    page.known().path("date").asText(""),
                    read.published().stream()
                            .map(HtmlExtractionTest::day)
                            .filter(Objects::nonNull)
                            .findFirst()
                            .orElse(null));
        }
        print(
                "trafilatura: headlines %s, authors %s, days %s, recognised as articles %d of %d",
                titles, authors, days, articles, pages.size());
        assertThat(titles.share()).isGreaterThan(0.79);
        assertThat(days.share()).isGreaterThan(0.79);
    }

    @Test
    void pagesOfReadabilityAreReadAlike() {
        Tally titles = new Tally();
        Tally bylines = new Tally();
        Tally times = new Tally();
        Tally languages = new Tally();
        List<double[]> texts = new ArrayList<>();
        for (HtmlExtraction.Readable page : HtmlExtraction.readable()) {
            Page read = Pages.read(page.html(), "http://fakehost/test/page.html");
            titles.count(page.known().path("title").asText(""), read.headline());
            bylines.count(page.known().path("byline").asText(""), String.join(" ", read.bylines()));
            languages.count(page.known().path("lang").asText(""), read.language());
            String time = page.known().path("publishedTime").asText("");
            times.count(
                    time,
                    read.published().stream()
                            .map(Page.Stamp::text)
                            .filter(time::equals)
                            .findFirst()
                            .orElse(null));
            texts.add(HtmlExtraction.shingles(Jsoup.parse(page.text()).text(), String.join("\n", read.body())));
        }
        HtmlExtraction.Score score = HtmlExtraction.score(texts);
        print(
                "readability: titles %s, bylines %s, times %s, languages %s, text F1 %.4f, precision %.4f, recall %.4f",
                titles, bylines, times, languages, score.f1(), score.precision(), score.recall());
        assertThat(languages.share()).isGreaterThan(0.95);
        assertThat(times.share()).isGreaterThan(0.95);
        assertThat(score.f1()).isGreaterThan(0.92);
    }

    @Test
    void pagesAreReadByTheHundredsInASecond() {
        List<HtmlExtraction.Whole> pages = HtmlExtraction.whole();
        double best = 0;
        for (int round = 0; round < 5; round++) {
            long start = System.nanoTime();
            long read = pages.stream()
                    .filter(page -> Pages.read(page.html(), page.url()).isArticle())
                    .count();
            best = Math.max(best, pages.size() / ((System.nanoTime() - start) / 1e9));
            assertThat(read).isGreaterThan(85);
        }
        print(
                "scrapinghub: %.0f pages/s on one thread, %d kB each",
                best, pages.stream().mapToInt(page -> page.html().length()).sum() / pages.size() / 1000);
    }

    private static boolean isOf(String part, String name) {
        return part.equals(PARTS[1]) == HtmlExtraction.isKeptAside(name);
    }

    private static String text(Page page) {
        return String.join(
                "\n",
                Stream.concat(Stream.ofNullable(page.standfirst()), page.body().stream())
                        .toList());
    }

    private static String day(Page.Stamp stamp) {
        return WireTime.parse(stamp.text(), java.time.ZoneOffset.UTC).isPresent()
                        && stamp.text().length() >= 10
                        && stamp.text().charAt(4) == '-'
                ? stamp.text().substring(0, 10)
                : stamp.day().orElse(null);
    }

    private static void print(String format, Object... values) {
        System.out.println(String.format(Locale.ROOT, format, values));
    }

    /** Right answers among those that are known; letters and digits alone count. */
    private static final class Tally {
        private int known;
        private int right;

        void count(String expected, String found) {
            if (!expected.isBlank() && !expected.equals("null")) {
                known++;
                right += letters(expected).equals(letters(found == null ? "" : found)) ? 1 : 0;
            }
        }

        double share() {
            return right / (double) known;
        }

        private static String letters(String text) {
            return text.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]", "");
        }

        @Override
        public String toString() {
            return right + " of " + known;
        }
    }
}
