package dev.dateline.ingest.page;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/** Lines that stand in the text of an article and are none of it, told by how they begin or end. */
final class Cues {
    /** What a line with a cue is. */
    enum Cue {
        NONE,
        /** Points to other articles. */
        RELATED,
        /** Advertisement, credit, request to readers. */
        NOTICE
    }

    static final Cues SHIPPED = read("/pages/cues.txt");
    private static final int LONGEST = 220;
    private static final int FIRST = 3;

    /** A credit of a picture at the end of its caption. */
    private static final Pattern CREDITED = Pattern.compile(
            "(?i)[(\\[|/]\\h?(?:(?:file |ap |courtesy )?(?:photo|image|picture|foto|bild|imagen|credit|crédit|getty|reuters|afp|dpa|epa|imago)\\b)[^()\\[\\]|]{0,60}[)\\]]?\\.?$"
                    + "|\\b(?:getty images|shutterstock|istock(?:photo)?|picture alliance|afp via getty|ap photo)\\)?\\.?$");

    /** Cues by their first characters. */
    private final Map<String, Map<String, Cue>> cues = new HashMap<>();

    private Cues() {}

    Cue of(Block block) {
        String text = block.text();
        if (text.length() > LONGEST) {
            return Cue.NONE;
        }
        String lower = text.toLowerCase(Locale.ROOT);
        int start = 0;
        while (start < lower.length() && ">»›•|*→►▶-–—[( #".indexOf(lower.charAt(start)) >= 0) {
            start++;
        }
        lower = lower.substring(start);
        if (lower.length() >= FIRST) {
            for (Map.Entry<String, Cue> cue :
                    cues.getOrDefault(lower.substring(0, FIRST), Map.of()).entrySet()) {
                if (begins(lower, cue.getKey()) && isAlone(block, lower, cue.getKey())) {
                    return cue.getValue();
                }
            }
        } else if (cues.getOrDefault(lower, Map.of()).containsKey(lower)) {
            return cues.get(lower).get(lower);
        }
        return text.length() < LONGEST && CREDITED.matcher(text).find() ? Cue.NOTICE : Cue.NONE;
    }

    private static boolean begins(String lower, String cue) {
        return lower.startsWith(cue)
                && (lower.length() == cue.length()
                        || !Character.isLetter(cue.charAt(cue.length() - 1))
                        || !Character.isLetterOrDigit(lower.charAt(cue.length())));
    }

    /** A sentence of the article may begin with the same words: then it goes on without a colon, a link or an end. */
    private static boolean isAlone(Block block, String lower, String cue) {
        if (lower.length() <= cue.length() + 4) {
            return true;
        }
        String rest = lower.substring(cue.length()).stripLeading();
        boolean marked = cue.endsWith(":") || rest.startsWith(":") || cue.equals("©");
        return marked
                || block.linkDensity() > 0.3
                || !block.isProse()
                || block.text().length() < 60 && cue.indexOf(' ') > 0;
    }

    private static Cues read(String resource) {
        Cues cues = new Cues();
        try (InputStream in = Cues.class.getResourceAsStream(resource)) {
            Cue kind = Cue.NONE;
            List<String> lines = new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
            for (String line : lines) {
                if (line.startsWith("[")) {
                    kind = Cue.valueOf(line.substring(1, line.length() - 1).toUpperCase(Locale.ROOT));
                } else if (!line.startsWith("#") && !line.isBlank()) {
                    String start = line.length() < FIRST ? line : line.substring(0, FIRST);
                    cues.cues.computeIfAbsent(start, key -> new HashMap<>()).put(line, kind);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return cues;
    }
}
