package dev.dateline.ingest.gateway;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Pattern;

/**
 * The file that says whose tokens are whose: a line {@code PROVIDER sha256:HEX} for each token, several for one provider
 * while a token is being replaced; blank lines and lines that begin with {@code #} do not count. It holds digests, so that
 * who reads it cannot push.
 */
final class TokenFile {
    static final String DIGEST = "sha256:";

    private static final long MAX_BYTES = 1 << 20;
    private static final Pattern HEX = Pattern.compile("[0-9a-f]{64}");

    private TokenFile() {}

    /** Whose token has which digest. */
    record Entry(String provider, byte[] digest) {}

    /** What the file says, and what is wrong with it. */
    private record Content(List<Entry> entries, List<String> problems) {}

    /** One line for each thing that is wrong; never with what stands in the place of a digest. */
    static List<String> problems(Path file) {
        return read(file).problems();
    }

    /**
     * The entries, in the order of the file.
     *
     * @throws IllegalArgumentException with every problem, if there is one
     */
    static List<Entry> entries(Path file) {
        Content content = read(file);
        if (!content.problems().isEmpty()) {
            throw new IllegalArgumentException(String.join("; ", content.problems()));
        }
        return content.entries();
    }

    private static Content read(Path file) {
        List<Entry> entries = new ArrayList<>();
        List<String> problems = new ArrayList<>();
        try {
            if (Files.size(file) > MAX_BYTES) {
                problems.add(file + " is larger than " + MAX_BYTES + " bytes, which no file of tokens is");
                return new Content(entries, problems);
            }
            int number = 0;
            for (String line : Files.readAllLines(file, StandardCharsets.UTF_8)) {
                number++;
                if (!line.isBlank() && !line.startsWith("#")) {
                    read(line.strip().split("\\s+"), file + " line " + number, entries, problems);
                }
            }
            if (entries.isEmpty() && problems.isEmpty()) {
                problems.add(file + " lets nobody in: add a line of `dateline gateway token PROVIDER`");
            }
        } catch (IOException e) {
            problems.add("cannot read the tokens file " + file + " ("
                    + e.getClass().getSimpleName() + "): see gateway.tokens.file");
        }
        return new Content(entries, problems);
    }

    private static void read(String[] words, String place, List<Entry> entries, List<String> problems) {
        if (words.length != 2 || !words[1].startsWith(DIGEST)) {
            problems.add(place + " is not PROVIDER sha256:HEX: take the line that `dateline gateway token` prints");
        } else if (!ProviderNames.isName(words[0])) {
            problems.add(place + " does not name a provider: " + ProviderNames.RULE);
        } else if (!HEX.matcher(words[1].substring(DIGEST.length())).matches()) {
            problems.add(place + " has a digest that is not 64 digits of lower-case hexadecimal");
        } else {
            entries.add(new Entry(words[0], HexFormat.of().parseHex(words[1].substring(DIGEST.length()))));
        }
    }
}
