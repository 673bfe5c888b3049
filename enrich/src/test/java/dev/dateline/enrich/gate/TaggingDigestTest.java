package dev.dateline.enrich.gate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dateline.enrich.tag.Tagging;
import dev.dateline.model.Evidence;
import dev.dateline.model.Quote;
import dev.dateline.model.Tag;
import java.util.List;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificRecord;
import org.junit.jupiter.api.Test;

class TaggingDigestTest {

    @Test
    void equalTagsHaveTheSameDigest() {
        assertThat(digest(List.of(tag()))).isEqualTo(digest(List.of(tag())));
        assertThat(digest(List.of())).isNotEqualTo(digest(List.of(tag())));
    }

    @Test
    void everyFieldOfATagCounts() {
        for (Schema.Field field : Tag.getClassSchema().getFields()) {
            Tag other = tag();
            change(other, field);
            assertThat(digest(List.of(other)))
                    .as("with another %s", field.name())
                    .isNotEqualTo(digest(List.of(tag())));
        }
    }

    @Test
    void everyFieldOfItsEvidenceCounts() {
        for (Schema.Field field : Evidence.getClassSchema().getFields()) {
            Tag other = tag();
            change(other.getEvidence().get(0), field);
            assertThat(digest(List.of(other)))
                    .as("with another %s", field.name())
                    .isNotEqualTo(digest(List.of(tag())));
        }
    }

    @Test
    void absentIsNotEmpty() {
        Tag nameless = Tag.newBuilder(tag()).setName(null).build();
        Tag empty = Tag.newBuilder(tag()).setName("").build();

        assertThat(digest(List.of(nameless))).isNotEqualTo(digest(List.of(empty)));
    }

    @Test
    void everyFieldOfAQuoteCounts() {
        for (Schema.Field field : Quote.getClassSchema().getFields()) {
            Quote other = quote();
            change(other, field);
            assertThat(digest(List.of(), List.of(other)))
                    .as("with another %s", field.name())
                    .isNotEqualTo(digest(List.of(), List.of(quote())));
        }
    }

    private static ShortDigest digest(List<Tag> tags) {
        return digest(tags, List.of());
    }

    private static ShortDigest digest(List<Tag> tags, List<Quote> quotes) {
        return TaggingDigest.of(new Tagging(tags, quotes, List.of()));
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
        } else if (value instanceof Evidence) {
            other = null;
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

    private static Quote quote() {
        Evidence who = new Evidence("body[0]", 20, 25, "Rutte");
        Evidence cue = new Evidence("body[0]", 26, 30, "said");
        return new Quote("body[0]", 1, 17, "We will not pay.", "person", "rutte", "Rutte", who, cue, 0.9, "named");
    }
}
