package dev.dateline.model;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.avro.Schema;
import org.junit.jupiter.api.Test;

class SchemaDocTest {
    @Test
    void everyFieldAndTypeOfTheContractHasADoc() {
        Topics.ALL.stream().filter(topic -> topic.schema() != null).forEach(topic -> check(topic.schema()));
    }

    @Test
    void everyEnumFallsBackToUnknown() {
        assertThat(Topics.ALL.stream()
                        .filter(topic -> topic.schema() != null)
                        .map(topic -> topic.schema().toString())
                        .flatMap(json -> java.util.regex.Pattern.compile("\"type\":\"enum\".*?\\}")
                                .matcher(json)
                                .results()
                                .map(java.util.regex.MatchResult::group)))
                .isNotEmpty()
                .allMatch(json -> json.contains("\"default\":\"UNKNOWN\""));
    }

    private static void check(Schema schema) {
        switch (schema.getType()) {
            case RECORD -> {
                assertThat(schema.getDoc()).as(schema.getName()).isNotBlank();
                schema.getFields().forEach(field -> {
                    assertThat(field.doc())
                            .as(schema.getName() + "." + field.name())
                            .isNotBlank();
                    check(field.schema());
                });
            }
            case ENUM -> assertThat(schema.getDoc()).as(schema.getName()).isNotBlank();
            case ARRAY -> check(schema.getElementType());
            case UNION -> schema.getTypes().forEach(SchemaDocTest::check);
            default -> {}
        }
    }
}
