package dev.dateline.enrich.gate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dateline.model.Evidence;
import dev.dateline.model.Tag;
import java.util.List;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificRecord;
import org.junit.jupiter.api.Test;

class TagsDigestTest {

    @Test
    void equalTagsHaveTheSameDigest() {
        assertThat(TagsDigest.of(List.of(tag()))).isEqualTo(TagsDigest.of(List.of(tag())));
        assertThat(TagsDigest.of(List.of())).isNotEqualTo(TagsDigest.of(List.of(tag())));
    }

    @Test
    void everyFieldOfATagCounts() {
        for (Schema.Field field : Tag.getClassSchema().getFields()) {
            Tag other = tag();
            change(other, field);
            assertThat(TagsDigest.of(List.of(other)))
                    .as("with another %s", field.name())
                    .isNotEqualTo(TagsDigest.of(List.of(tag())));
        }
    }

    @Test
    void everyFieldOfItsEvidenceCounts() {
        for (Schema.Field field : Evidence.getClassSchema().getFields()) {
            Tag other = tag();
            change(other.getEvidence().get(0), field);
            assertThat(TagsDigest.of(List.of(other)))
                    .as("with another %s", field.name())
                    .isNotEqualTo(TagsDigest.of(List.of(tag())));
        }
    }

    @Test
    void absentIsNotEmpty() {
        Tag nameless = Tag.newBuilder(tag()).setName(null).build();
        Tag empty = Tag.newBuilder(tag()).setName("").build();

        assertThat(TagsDigest.of(List.of(nameless))).isNotEqualTo(TagsDigest.of(List.of(empty)));
    }

    private static void change(SpecificRecord record, Schema.Field field) {
        Object value = record.get(field.pos());
        Object other = value + "x";
        if (value instanceof Integer number) {
            other = number + 1;
        } else if (value instanceof Double number) {
            other = number / 2;
        } else if (value instanceof List<?>) {
            other = List.of();
        }
        record.put(field.pos(), other);
    }

    private static Tag tag() {
        return new Tag(
                "country",
                "GB",
                "United Kingdom",
                0.9,
                "gazetteer",
                List.of(new Evidence("headline", 3, 10, "British")));
    }
}
