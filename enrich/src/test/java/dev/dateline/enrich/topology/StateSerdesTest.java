package dev.dateline.enrich.topology;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dateline.model.Article;
import dev.dateline.model.TestArticles;
import dev.dateline.model.Topics;
import java.io.IOException;
import java.util.List;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericDatumReader;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.io.DecoderFactory;
import org.apache.avro.message.BinaryMessageEncoder;
import org.apache.avro.message.RawMessageEncoder;
import org.apache.kafka.streams.errors.ProcessorStateException;
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
                .isInstanceOf(ProcessorStateException.class)
                .hasMessageContaining("cannot read state of embargoes");
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
