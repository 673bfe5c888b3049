package dev.dateline.ingest.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FileFilterTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                "a.xml                | -                 | -           | true",
                "sport/a.xml          | -                 | -           | true",
                ".a.xml               | -                 | -           | false",
                "a.xml.part           | -                 | -           | false",
                "a.TMP                | -                 | -           | false",
                "a.filepart           | -                 | -           | false",
                "sport/a.xml          | *.xml             | -           | true",
                "sport/a.json         | *.xml             | -           | false",
                "sport/a.json         | *.{xml,json}      | -           | true",
                "sport/a.json         | *.xml , *.json    | -           | true",
                "sport/tennis/a.json  | sport/**          | -           | true",
                "world/a.json         | sport/**          | -           | false",
                "sport/a.xml          | *.xml             | sport/**    | false",
                "read me.txt          | -                 | *.txt       | false",
                "sport/a.xml          | **                | -           | true",
                "part                 | -                 | -           | true",
            })
    void goesByTheName(String path, String include, String exclude, boolean taken) {
        assertThat(FileFilter.of(include == null ? "" : include, exclude == null ? "" : exclude)
                        .takes(Path.of(path)))
                .isEqualTo(taken);
    }
}
