package dev.dateline.enrich.topology;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dateline.enrich.gate.GateEntry;
import dev.dateline.model.Article;
import dev.dateline.model.TestArticles;
import dev.dateline.model.Topics;
import dev.dateline.model.UnreadableStateException;
import java.io.IOException;
import java.util.HexFormat;
import java.util.List;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericDatumReader;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.io.DecoderFactory;
import org.apache.avro.message.BinaryMessageEncoder;
import org.apache.avro.message.RawMessageEncoder;
import org.junit.jupiter.api.Test;

class StateSerdesTest {
    private final Article article = TestArticles.article("a").build();

    @Test
    void anArticleComesBackAsItWas() {
        byte[] bytes = StateSerdes.articles().serializer().serialize("embargoes", article);

        assertThat(StateSerdes.articles().deserializer().deserialize("embargoes", bytes))
                .isEqualTo(article);
    }

    @Test
    void whatAnEarlierReleaseKeptIsReadWithTheHistoryOfTheSchema() throws IOException {
        Schema older = without("links", Topics.ARTICLES.publishedSchema());
        byte[] bytes = asWrittenWith(older);

        assertThat(StateSerdes.articles(List.of(older)).deserializer().deserialize("embargoes", bytes))
                .isEqualTo(article);
        assertThatThrownBy(() -> StateSerdes.articles(List.of()).deserializer().deserialize("embargoes", bytes))
                .isInstanceOf(UnreadableStateException.class)
                .hasMessageContaining("cannot read state of embargoes");
    }

    @Test
    void whatTheGateRememberedBeforeItRememberedTagsIsRead() {
        byte[] bytes = HexFormat.of()
                .parseHex(
                        "c301fbdd2646530ebec10604000002000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f"
                                + "00010280d292ea9567");

        GateEntry entry = StateSerdes.gateEntries().deserializer().deserialize("gate", bytes);

        assertThat(entry.getRevision()).isEqualTo(3);
        assertThat(entry.getNumber()).isEqualTo(2);
        assertThat(entry.getParser()).isEqualTo(1);
        assertThat(entry.getDigest().bytes()).startsWith(0, 1, 2).endsWith(30, 31);
        assertThat(entry.getKilled()).isFalse();
        assertThat(entry.getInPublic()).isTrue();
        assertThat(entry.getDue()).isEqualTo(1_772_456_400_000L);
        assertThat(entry.getTaggedBy()).isNull();
        assertThat(entry.getTags()).isNull();
    }

    private byte[] asWrittenWith(Schema older) throws IOException {
        byte[] now = new RawMessageEncoder<>(article.getSpecificData(), Article.getClassSchema())
                .encode(article)
                .array();
        GenericRecord then = new GenericDatumReader<GenericRecord>(Article.getClassSchema(), older)
                .read(null, DecoderFactory.get().binaryDecoder(now, null));
        return new BinaryMessageEncoder<GenericRecord>(GenericData.get(), older)
                .encode(then)
                .array();
    }

    private static Schema without(String name, Schema schema) {
        List<Schema.Field> fields = schema.getFields().stream()
                .filter(field -> !field.name().equals(name))
                .map(field -> new Schema.Field(field, field.schema()))
                .toList();
        return Schema.createRecord(schema.getName(), schema.getDoc(), schema.getNamespace(), false, fields);
    }
}
