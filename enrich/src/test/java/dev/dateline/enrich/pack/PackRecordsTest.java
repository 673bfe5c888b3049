package dev.dateline.enrich.pack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.dateline.model.RulePack;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class PackRecordsTest {
    private static final PackReader READER = PackReader.forShipped();
    private static final String YAML = "pack: desk\nversion: 3\nnotPlaces: [Jordan Peele]\n";

    @Test
    void recordHoldsThePackAsItWasWritten() {
        RulePack record = record();
        assertThat(record.getYaml()).isEqualTo(YAML);
        assertThat(record.getSha256()).matches("[0-9a-f]{64}");
        assertThat(PackRecords.read(READER, "desk", record)).isEqualTo(read(YAML));
    }

    @Test
    void recordThatIsNotWhatItSaysIsRefused() {
        RulePack changed = record();
        changed.setYaml(YAML.replace("Peele", "Price"));
        assertThatExceptionOfType(PackException.class)
                .isThrownBy(() -> PackRecords.read(READER, "desk", changed))
                .withMessageContaining("SHA-256");

        RulePack renumbered = record();
        renumbered.setVersion(4);
        assertThatExceptionOfType(PackException.class)
                .isThrownBy(() -> PackRecords.read(READER, "desk", renumbered))
                .withMessageContaining("holds desk@3");

        assertThatExceptionOfType(PackException.class)
                .isThrownBy(() -> PackRecords.read(READER, "sports", record()))
                .withMessageContaining("under the key sports");
    }

    @Test
    void twoPacksCannotMakeTheSameTopic() {
        Pack desk = read("pack: desk\nversion: 1\ntopics: [{code: x, name: X, broader: \"15000000\"}]\n");
        Pack other = read("pack: other\nversion: 1\n\ntopics: [{code: x, name: X, broader: \"11000000\"}]\n");
        Packs packs = Packs.NONE.with("desk.yaml", desk);
        assertThatExceptionOfType(PackException.class)
                .isThrownBy(() -> packs.with("other.yaml", other))
                .withMessageStartingWith("other.yaml:4: desk@1 makes x already");
        assertThat(packs.with("desk.yaml", desk).all()).containsExactly(desk);
    }

    @Test
    void versionNamesThePacksThatChangeSomething() {
        Packs packs = Packs.NONE
                .with("z", read("pack: zone\nversion: 2\nnotPlaces: [A B]\n"))
                .with("d", read(YAML))
                .with("e", read("pack: empty\nversion: 9\n"));
        assertThat(packs.suffix()).isEqualTo("+desk@3+zone@2");
        assertThat(packs.without("desk").suffix()).isEqualTo("+zone@2");
    }

    private static RulePack record() {
        return PackRecords.of(read(YAML), YAML, Instant.EPOCH);
    }

    private static Pack read(String yaml) {
        return READER.read("desk", yaml.getBytes(StandardCharsets.UTF_8));
    }
}
