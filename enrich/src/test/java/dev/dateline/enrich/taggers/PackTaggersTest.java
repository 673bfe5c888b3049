package dev.dateline.enrich.taggers;

import static dev.dateline.enrich.taggers.Samples.TAGGERS;
import static dev.dateline.enrich.taggers.Samples.story;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.dateline.enrich.pack.PackReader;
import dev.dateline.enrich.pack.Packs;
import dev.dateline.enrich.tag.TagChange;
import dev.dateline.enrich.text.Stems;
import dev.dateline.model.Article;
import dev.dateline.model.SharedData;
import dev.dateline.model.Tag;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** A pack over the shipped rules changes what it says and nothing else. */
class PackTaggersTest {
    private static final PackReader READER = PackReader.forShipped();
    private static final Taggers DESK = with("""
            pack: desk
            version: 3
            places:
            - {country: UA, kind: city, names: [Kupiansk, ~Izium]}
            notPlaces: [Paris Hotel Group]
            hints:
            - {kind: given, words: [Thandiwe]}
            topics:
            - {code: "07000000", strong: [zirconial fever*]}
            - {code: "06000000", language: de, strong: [moorschnecke*]}
            - {code: "15000000", not: [hat-trick]}
            - {code: fever-desk, name: fever desk, broader: "07000000", strong: [quarant fever]}
            blocs:
            - {code: lake-league, name: Lake League, members: [UG, KE, TZ], names: [Lake Leaguers]}
            - {code: eu, names: [the Twenty-Seven]}
            organisations:
            - {name: Organisation for Blue Tides, names: [OBT, Blue Tides]}
            """);

    @Test
    void versionNamesShippedRulesAndPack() {
        assertThat(TAGGERS.id()).isEqualTo(Integer.toString(TAGGERS.rulesVersion()));
        assertThat(DESK.id()).isEqualTo(TAGGERS.rulesVersion() + "+desk@3");
        assertThat(DESK.rulesVersion()).isEqualTo(TAGGERS.rulesVersion());
        assertThat(DESK.ruleSet().id()).isEqualTo(DESK.id());
    }

    @Test
    void placesAreFound() {
        List<TagChange> changes = changes(story("Shells hit Kupiansk", "Shells hit Kupiansk and Izium on Monday."));
        assertThat(changes)
                .filteredOn(change -> change.scheme().equals("country"))
                .extracting(TagChange::code, TagChange::isAdded, TagChange::becomesAbout)
                .containsExactly(tuple("UA", true, true));
        assertThat(changes)
                .filteredOn(change -> change.scheme().equals("place"))
                .extracting(TagChange::code)
                .containsExactlyInAnyOrder("UA/kupiansk", "UA/izium");
        assertThat(changes).extracting(TagChange::scheme).containsOnly("country", "place", "region");
    }

    @Test
    void phrasesThatOnlyLookLikePlacesSayNothing() {
        assertThat(changes(story("Paris Hotel Group opens", "Paris Hotel Group opened a house on Monday.")))
                .filteredOn(change -> change.scheme().equals("country"))
                .singleElement()
                .matches(TagChange::isRemoved)
                .extracting(TagChange::code)
                .isEqualTo("FR");
    }

    @Test
    void hintsChangeHowANameIsRead() {
        assertThat(changes(story("Match report", "Thandiwe Jordan won the race.")))
                .filteredOn(change -> change.scheme().equals("country"))
                .extracting(TagChange::code, TagChange::isRemoved)
                .containsExactly(tuple("JO", true));
    }

    @Test
    void phrasesOfAShippedTopicCountInEveryFormAndLanguage() {
        for (String form : List.of("zirconial fever", "Zirconial fevers", "zirconial feverish")) {
            Article article = story("A case of " + form, "Nothing else is known.");
            assertThat(about(article, "medtop")).contains("07000000");
            article.setLanguage("nl");
            assertThat(about(article, "medtop")).contains("07000000");
        }
    }

    @Test
    void phrasesOfALanguageCountInThatLanguageAlone() {
        Article article = story("Moorschnecken", "Moorschnecken überall.");
        assertThat(about(article, "medtop")).doesNotContain("06000000");
        article.setLanguage("de");
        assertThat(about(article, "medtop")).contains("06000000");
    }

    @Test
    void packMayHavePhrasesInAnyNumberOfLanguages() {
        StringBuilder yaml = new StringBuilder("pack: polyglot\nversion: 1\ntopics:\n");
        for (String language : List.of("de", "nl", "sw", "pl", "cs", "sv", "da", "fi", "hu", "ro", "tr", "uk", "el")) {
            yaml.append(
                    "- {code: \"06000000\", language: \"" + language + "\", decisive: [zz" + language + "snail*]}\n");
        }
        Taggers polyglot = with(yaml.toString());
        for (String language : List.of("de", "nl", "sw")) {
            Article article = story("Zz" + language + "snail", "Zz" + language + "snails and nothing else.");
            article.setLanguage(language);
            assertThat(about(polyglot, article, "medtop")).contains("06000000");
        }
    }

    @Test
    void phraseIsTakenBackFromItsTopic() {
        Article article = story("A hat-trick", "It was a hat-trick.");
        assertThat(Samples.codes(article, "medtop")).contains("15000000");
        assertThat(codes(article, "medtop")).doesNotContain("15000000");
    }

    @Test
    void newTopicBringsThoseAboveIt() {
        List<Tag> topics = DESK.tag(story("Quarant fever", "Quarant fever was seen."), false).tags().stream()
                .filter(tag -> tag.getScheme().equals("medtop"))
                .toList();
        assertThat(topics)
                .extracting(Tag::getCode, Tag::getName, Tag::getMethod)
                .containsExactlyInAnyOrder(
                        tuple("fever-desk", "fever desk", "rule"), tuple("07000000", "health", "ancestor"));
    }

    @Test
    void blocsAndTheirNewNamesAreFound() {
        assertThat(about(story("Lake Leaguers meet", "Lake League met the Twenty-Seven."), "bloc"))
                .contains("lake-league");
        assertThat(codes(story("Lake Leaguers meet", "Lake League met the Twenty-Seven."), "bloc"))
                .contains("eu");
    }

    @Test
    void organisationsAreKnownByEachOfTheirNames() {
        List<Tag> tags = DESK.tag(story("OBT warns", "OBT warned on Monday. Blue Tides said so."), false)
                .tags();
        assertThat(tags)
                .filteredOn(tag -> tag.getScheme().equals("organisation"))
                .extracting(Tag::getCode, Tag::getMethod)
                .containsExactly(tuple("organisation-for-blue-tides", "gazetteer"));
    }

    /** Where names are looked for, the words of packs are as strange as before: each is made one of a phrase here. */
    @Test
    void articlesThatHaveNoneOfItsPhrasesStayAsTheyAre() {
        List<Article> articles = Labelled.read(SharedData.path("labelled/bbc-topics.jsonl.gz")).stream()
                .map(Labelled::article)
                .limit(150)
                .toList();
        Set<String> words = new TreeSet<>();
        for (Article article : articles) {
            TAGGERS.tag(article, false).tags().stream()
                    .filter(tag -> tag.getScheme().equals("organisation"))
                    .forEach(tag ->
                            words.addAll(List.of(Stems.spelling(tag.getName()).split(" "))));
        }
        words.removeIf(word -> !word.matches("\\p{L}{4,}"));
        assertThat(words).hasSizeGreaterThan(200);
        Taggers crowded = with(words.stream()
                .map(word -> "qqq " + word + " qqq")
                .collect(Collectors.joining(
                        ", ", "pack: crowd\nversion: 1\ntopics:\n- {code: \"15000000\", strong: [", "]}\n")));
        for (Article article : articles) {
            assertThat(crowded.tag(article, false)).as(article.getHeadline()).isEqualTo(TAGGERS.tag(article, false));
        }
    }

    @Test
    void withoutThePackAllIsAsBefore() {
        Taggers none = Taggers.of(Packs.NONE.with("x", READER.read("x", bytes("pack: x\nversion: 1\n"))), null);
        Article article = story("Kenya raises tea prices", "Growers in Kenya will be paid more, the EU said.");
        assertThat(none.id()).isEqualTo(TAGGERS.id());
        assertThat(none.tag(article, false)).isEqualTo(TAGGERS.tag(article, false));
    }

    private static List<TagChange> changes(Article article) {
        return TagChange.between(
                TAGGERS.tag(article, false).tags(), DESK.tag(article, false).tags());
    }

    private static List<String> about(Article article, String scheme) {
        return about(DESK, article, scheme);
    }

    private static List<String> about(Taggers taggers, Article article, String scheme) {
        return taggers.tag(article, false).tags().stream()
                .filter(tag -> tag.getScheme().equals(scheme) && tag.getScore() >= 0.5)
                .map(Tag::getCode)
                .toList();
    }

    private static List<String> codes(Article article, String scheme) {
        return DESK.tag(article, false).tags().stream()
                .filter(tag -> tag.getScheme().equals(scheme))
                .map(Tag::getCode)
                .toList();
    }

    private static Taggers with(String yaml) {
        return Taggers.of(Packs.NONE.with("desk.yaml", READER.read("desk.yaml", bytes(yaml))), null);
    }

    private static byte[] bytes(String yaml) {
        return yaml.getBytes(StandardCharsets.UTF_8);
    }
}
