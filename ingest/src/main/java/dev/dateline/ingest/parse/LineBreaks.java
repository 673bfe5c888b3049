package dev.dateline.ingest.parse;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Line breaks in marked-up text. Most separate paragraphs; some wires break every line at a margin, and there a break
 * means nothing.
 */
final class LineBreaks {
    /** Stands for a break while text is collected. */
    static final char BREAK = '\u2028';

    private static final int SHORTEST_WRAPPED = 40;
    private static final int LONGEST_WRAPPED = 95;
    private static final Pattern SENTENCE_END = Pattern.compile("[.!?:;…][\"'”’»)]*$");
    private static final Pattern CONTINUES = Pattern.compile("^[\\p{Ll}\\d].*", Pattern.DOTALL);

    private LineBreaks() {}

    /** The paragraphs that breaks make of a text; lines wrapped at a margin are joined. */
    static List<String> lines(String text) {
        if (text.indexOf(BREAK) < 0) {
            return List.of(text);
        }
        List<String> lines = List.of(text.split(String.valueOf(BREAK), -1));
        boolean wrapped = isWrapped(lines.stream().map(PlainText::clean).toList());
        List<String> paragraphs = new ArrayList<>();
        StringBuilder paragraph = new StringBuilder();
        for (String line : lines) {
            if ((!wrapped || line.isBlank()) && !paragraph.toString().isBlank()) {
                paragraphs.add(paragraph.toString());
                paragraph.setLength(0);
            }
            paragraph.append(paragraph.isEmpty() ? "" : " ").append(line);
        }
        paragraphs.add(paragraph.toString());
        return paragraphs;
    }

    private static boolean isWrapped(List<String> lines) {
        int breaks = 0;
        int inSentence = 0;
        boolean continued = false;
        for (int i = 0; i + 1 < lines.size(); i++) {
            String line = lines.get(i);
            String next = lines.get(i + 1);
            if (!line.isEmpty() && !next.isEmpty()) {
                breaks++;
                boolean mid = line.length() >= SHORTEST_WRAPPED
                        && line.length() <= LONGEST_WRAPPED
                        && !SENTENCE_END.matcher(line).find();
                inSentence += mid ? 1 : 0;
                continued |= mid && CONTINUES.matcher(next).matches();
            }
        }
        return continued && inSentence * 2 > breaks;
    }
}
