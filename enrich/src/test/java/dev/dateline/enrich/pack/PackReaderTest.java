package dev.dateline.enrich.pack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.dateline.enrich.place.BlocName;
import dev.dateline.enrich.place.Hints.Hint;
import dev.dateline.enrich.place.Hints.HintWord;
import java.nio.charset.StandardCharsets;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.From;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PackReaderTest {
    private static final PackReader READER = PackReader.forShipped();
    private static final String HEAD = "pack: desk\nversion: 3\n";

    @Test
    void readsEverySection() {
        Pack pack = read(HEAD + """
                places:
                - {country: UA, kind: city, names: [Kupiansk, ~Izium]}
                - {country: NO, kind: demonym, language: de, names: [norwegisch*x]}
                notPlaces: [Jordan Peele]
                hints:
                - {kind: given, words: [Ngozi]}
                topics:
                - {code: "15000000", strong: [fantasy league*], not: [ballpark figure]}
                - {code: rugby-desk, name: rugby desk, broader: "15000000", weak: [scrum]}
                - {code: rugby-desk, language: fr, normal: [mêlée]}
                blocs:
                - {code: six-nations, name: Six Nations, members: [GB, FR, IE, IT]}
                - {code: eu, names: [the 27]}
                organisations:
                - {name: Rugby Football Union, names: [RFU], source: true}
                """.replace("norwegisch*x", "norwegisch"));

        assertThat(pack.label()).isEqualTo("desk@3");
        assertThat(pack.places())
                .extracting(form -> form.form() + " " + form.name().code() + " "
                        + form.name().weak() + " " + form.name().language())
                .containsExactly(
                        "Kupiansk UA false null",
                        "Izium UA true null",
                        "norwegisch NO false de",
                        "Jordan Peele null false null");
        assertThat(pack.hints()).containsExactly(new HintWord(Hint.GIVEN, "Ngozi"));
        assertThat(pack.topics())
                .extracting(topic -> topic.code() + " " + topic.name() + " " + topic.broader() + " " + topic.language())
                .containsExactly(
                        "15000000 null null null", "rugby-desk rugby desk 15000000 null", "rugby-desk null null fr");
        assertThat(pack.topics().get(0).vetoes()).containsExactly("ballpark figure");
        assertThat(pack.blocs()).extracting(BlocName::form).containsExactly("Six Nations", "the 27");
        assertThat(pack.organisations())
                .extracting(name -> name.form() + " " + name.isSource())
                .containsExactly("Rugby Football Union true", "RFU true");
        assertThat(pack.definitions()).containsOnlyKeys("rugby-desk", "six-nations");
    }

    @Test
    void packWithNothingInItIsEmpty() {
        assertThat(read(HEAD).isEmpty()).isTrue();
        assertThat(read(HEAD + "topics:\nplaces: []\n").isEmpty()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "3: unknown key 'plces'                     | plces: []",
                "3: places is a list                        | places: {country: UA}",
                "3: a place is a mapping                    | places: [UA]",
                "3: a place needs the key country           | places: [{kind: city, names: [A]}]",
                "3: a place needs the key names             | places: [{country: UA, kind: city}]",
                "3: \"XY\" is no ISO 3166-1 alpha-2 code    | places: [{country: XY, kind: city, names: [A]}]",
                "3: \"town\" is no kind of name             | places: [{country: UA, kind: town, names: [A]}]",
                "3: \"exchange\" is no kind of name         | places: [{country: UA, kind: exchange, names: [A]}]",
                "3: \"Kupi*\" * stands for endings          | places: [{country: UA, kind: city, names: [Kupi*]}]",
                "3: \"no\" is no ISO 639 code               | places: [{country: UA, kind: city, names: [A], language: no}]",
                "3: names is a list of texts                | places: [{country: UA, kind: city, names: [[A]]}]",
                "3: \"…\" has no word                       | notPlaces: […]",
                "3: \"pet name\" is no kind of hint         | hints: [{kind: pet name, words: [Bob]}]",
                "3: there is no topic 99999999              | topics: [{code: \"99999999\", strong: [a b]}]",
                "3: there is no topic 1: broader is         | topics: [{code: x, name: X, broader: \"1\"}]",
                "3: a topic needs the key broader           | topics: [{code: x, name: X}]",
                "3: \"X Y\" is no code of a topic           | topics: [{code: X Y, name: X, broader: \"15000000\"}]",
                "3: topic 15000000 ships with the name \"sport\" | topics: [{code: \"15000000\", name: sports}]",
                "3: \"a*\" needs 2 letters or more          | topics: [{code: \"15000000\", strong: [a*]}]",
                "3: \"fo*t\" * is the last character        | topics: [{code: \"15000000\", strong: [fo*t]}]",
                "3: \"aa* bb* cc*\" has more than 2 words   | topics: [{code: \"15000000\", strong: [aa* bb* cc*]}]",
                "3: \"co* pro*\" stands for                 | topics: [{code: \"15000000\", strong: [co* pro*]}]",
                "3: \"Goal\" stands for topic 15000000 in line 3 already | topics: [{code: \"15000000\", strong: [goal], not: [Goal]}]",
                "3: there is no bloc eu27                   | blocs: [{code: eu27, names: [the 27]}]",
                "3: bloc eu is known, as \"European Union\" | blocs: [{code: eu, name: Europe}]",
                "3: \"EU27\" is no code of a bloc           | blocs: [{code: EU27, name: The 27}]",
                "3: \"ZZ\" is no ISO 3166-1 alpha-2 code    | blocs: [{code: x, name: X, members: [ZZ]}]",
                "3: source is true or false                 | organisations: [{name: Foo, source: maybe}]",
                "3: a text that begins with * is an alias   | notPlaces: [*goal]",
                "3: is not YAML: while parsing a flow       | places: [{country: UA",
                "4: a second document begins                | ---"
            })
    void everyFaultIsToldWithItsLine(String example) {
        String[] parts = example.split("\\s+\\| ", 2);
        assertThatExceptionOfType(PackException.class)
                .isThrownBy(() -> read(HEAD + parts[1] + "\n"))
                .withMessageStartingWith("desk.yaml:" + parts[0]);
    }

    @Test
    void allFaultsAreToldAtOnceInTheOrderOfTheFile() {
        assertThatExceptionOfType(PackException.class)
                .isThrownBy(() -> read("""
                        pack: The Desk
                        version: 0
                        topics:
                        - code: "99999999"
                          strong:
                          - good phrase
                          - b*
                        version: 2
                        places:
                        - {country: XY, kind: city, names: [A]}
                        """))
                .satisfies(refusal -> assertThat(refusal.getMessage().lines())
                        .extracting(line -> line.split(":")[1])
                        .containsExactly("1", "2", "4", "7", "8", "10"));
    }

    @Test
    void idAndVersionAreNeeded() {
        assertThatExceptionOfType(PackException.class)
                .isThrownBy(() -> read("notPlaces: []\n"))
                .withMessage("desk.yaml:1: a pack needs the key pack\ndesk.yaml:1: a pack needs the key version");
        assertThatExceptionOfType(PackException.class)
                .isThrownBy(() -> read("pack: model\nversion: 1\n"))
                .withMessageContaining("not \"model\"");
        assertThatExceptionOfType(PackException.class)
                .isThrownBy(() -> read(""))
                .withMessageContaining("desk.yaml:1: holds nothing");
    }

    @Test
    void sizeIsBounded() {
        assertThatExceptionOfType(PackException.class)
                .isThrownBy(() -> read(HEAD + "# " + "x".repeat(Pack.MAX_BYTES)))
                .withMessageContaining("at most 1,048,576");
        assertThatExceptionOfType(PackException.class)
                .isThrownBy(() -> read(HEAD + "notPlaces: [" + "a b,".repeat(3) + "[".repeat(40)))
                .withMessageStartingWith("desk.yaml:3: is not YAML");
    }

    @Test
    void otherEncodingsAreRefusedWithTheLine() {
        byte[] latin = (HEAD + "notPlaces: [Übersee]\n").getBytes(StandardCharsets.ISO_8859_1);
        assertThatExceptionOfType(PackException.class)
                .isThrownBy(() -> READER.read("desk.yaml", latin))
                .withMessage("desk.yaml:3: is not UTF-8: save it as such");
    }

    /** Whatever stands in a file, it is a pack or it is refused with a line. */
    @Property(tries = 500)
    void anyTextIsReadOrRefused(@ForAll @Size(max = 12) List<@From("fragments") String> fragments) {
        String text = HEAD + String.join("", fragments);
        try {
            assertThat(READER.read("p", text.getBytes(StandardCharsets.UTF_8)).version())
                    .isEqualTo(3);
        } catch (PackException refusal) {
            assertThat(List.of(refusal.getMessage().split("\n"))).allMatch(line -> line.matches("p:\\d+: .+"));
        }
    }

    @Provide
    Arbitrary<String> fragments() {
        return Arbitraries.of(
                "\n",
                "places:",
                "topics:",
                "blocs:",
                "- ",
                " {",
                "}",
                "[",
                "]",
                ", ",
                "code: ",
                "\"15000000\"",
                "eu",
                "names: ",
                "name: ",
                "broader: ",
                "country: ",
                "UA",
                "kind: city",
                "strong: ",
                "not: ",
                "goal",
                "go*",
                "*",
                "&",
                "~",
                "  ",
                "'",
                ":",
                "#",
                "\t",
                "é",
                "\u0000",
                "null",
                "!!str",
                "? ",
                "|",
                "---");
    }

    private static Pack read(String yaml) {
        return READER.read("desk.yaml", yaml.getBytes(StandardCharsets.UTF_8));
    }
}
