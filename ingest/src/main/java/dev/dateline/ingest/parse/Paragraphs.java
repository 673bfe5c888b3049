package dev.dateline.ingest.parse;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** The paragraphs of marked-up text (XHTML, HTML, NITF and what agencies make of them) as plain text. */
final class Paragraphs {
    private static final Set<String> BLOCKS = Set.of(
            ("html|body|article|section|main|div|p|h1|h2|h3|h4|h5|h6|hl1|hl2|ul|ol|li|dl|dt|dd|table|tbody|thead|tfoot|tr|"
                            + "blockquote|pre|address|center|nitf|body.head|body.content|body.end|block|bq|fn|hr|"
                            + "text|brodtext|ingress|citat|mellis|tagline|headline|aside|details|summary|form|fieldset")
                    .split("\\|"));
    /** What stands between their children is layout. */
    private static final Set<String> ROWS = Set.of("table", "thead", "tbody", "tfoot", "tr");

    private static final Set<String> NO_TEXT = Set.of(
            ("head|title|script|style|noscript|template|figure|figcaption|img|picture|media|object|iframe|svg|video|"
                            + "audio|header|footer|nav|button|caption|docdata|byline|dateline|distributor|hedline|"
                            + "rubrik|dat|bild|note|time")
                    .split("\\|"));

    private static final int SHORT_LINE = 45;
    private static final int LEAST_IN_COLUMNS = 3;

    private final Set<String> skip;
    private final List<String> out = new ArrayList<>();
    private StringBuilder line = new StringBuilder();

    private Paragraphs(Set<String> skip) {
        this.skip = skip;
    }

    /** @param skip names of elements, or "." and a class, that are no part of the text */
    static List<String> of(XmlElement element, Set<String> skip) {
        Paragraphs paragraphs = new Paragraphs(skip);
        paragraphs.walk(element);
        paragraphs.end();
        return paragraphs.out;
    }

    /** Paragraphs of plain text: separated by blank lines, or, where there are none, by lines or by indentation. */
    static List<String> ofPlainText(String text) {
        String lines = text.replace("\r\n", "\n").replace('\r', '\n');
        List<String> blocks = blocks(lines);
        if (blocks.size() > 1) {
            return blocks.stream().flatMap(block -> splitPlain(block).stream()).toList();
        }
        List<String> indented = split(lines);
        return indented.size() > 1 || lines.strip().indexOf('\n') < 0 || isWrapped(lines)
                ? indented
                : Arrays.stream(lines.split("\n"))
                        .map(PlainText::clean)
                        .filter(line -> !line.isEmpty())
                        .toList();
    }

    /** What blank lines separate. */
    private static List<String> blocks(String lines) {
        List<String> blocks = new ArrayList<>();
        int start = -1;
        int end = 0;
        for (int line = 0; line < lines.length(); ) {
            int next = lines.indexOf('\n', line);
            next = next < 0 ? lines.length() : next;
            if (!isBlank(lines, line, next)) {
                start = start < 0 ? line : start;
                end = next;
            } else if (start >= 0) {
                blocks.add(lines.substring(start, end));
                start = -1;
            }
            line = next + 1;
        }
        if (start >= 0) {
            blocks.add(lines.substring(start, end));
        }
        return blocks;
    }

    private static boolean isBlank(String text, int from, int to) {
        for (int i = from; i < to; i++) {
            if (!Character.isSpaceChar(text.charAt(i)) && text.charAt(i) != '\t') {
                return false;
            }
        }
        return true;
    }

    /** Lines broken at a margin are one paragraph; long lines of unequal length are paragraphs of their own. */
    private static boolean isWrapped(String lines) {
        int longest = Arrays.stream(lines.strip().split("\n"))
                .mapToInt(String::length)
                .max()
                .orElse(0);
        return longest <= 100;
    }

    private void walk(XmlElement element) {
        String name = element.name().toLowerCase(Locale.ROOT);
        if (NO_TEXT.contains(name) || isSkipped(element, name)) {
            return;
        }
        if (name.equals("br")) {
            line.append(LineBreaks.BREAK);
            return;
        }
        boolean block = BLOCKS.contains(name);
        if (block) {
            end();
        }
        if (name.equals("td") || name.equals("th")) {
            cell(element);
            return;
        }
        boolean rows = ROWS.contains(name);
        for (Object part : element.content()) {
            if (part instanceof XmlElement child) {
                walk(child);
            } else if (!rows) {
                line.append(part);
            }
        }
        if (block) {
            end();
        }
    }

    private void cell(XmlElement cell) {
        String text = PlainText.clean(cell.rawText());
        if (!text.isEmpty()) {
            line.append(line.toString().isBlank() ? "" : " | ").append(text);
        }
    }

    private boolean isSkipped(XmlElement element, String name) {
        if (skip.isEmpty()) {
            return false;
        }
        String classes = element.attribute("class");
        return skip.contains(name)
                || (classes != null && Arrays.stream(classes.split(" ")).anyMatch(style -> skip.contains("." + style)));
    }

    private void end() {
        if (line.length() > 0) {
            String text = line.toString();
            if (!text.isBlank()) { // layout between the blocks is, and there is more of it than of text
                LineBreaks.lines(text).forEach(one -> out.addAll(split(one)));
            }
            line = new StringBuilder();
        }
    }

    /**
     * Splits what stands in one element. Wires put a whole story into one: there a line that is indented more than the
     * rest begins a paragraph, a blank line ends one, and lines set in columns stay lines.
     */
    private static List<String> split(String text) {
        if (text.indexOf('\n') < 0) {
            String clean = PlainText.clean(text);
            return clean.isEmpty() ? List.of() : List.of(clean);
        }
        String[] lines = text.split("\n");
        int margin = Integer.MAX_VALUE;
        int inColumns = 0;
        for (int i = 0; i < lines.length; i++) { // every paragraph of XML comes here, so no streams
            if (i > 0 && margin > 0 && !lines[i].isBlank()) {
                margin = Math.min(margin, indent(lines[i]));
            }
            inColumns += lines[i].indexOf("  ", indent(lines[i])) >= 0
                            && lines[i].strip().contains("  ")
                    ? 1
                    : 0;
        }
        boolean columns = inColumns >= LEAST_IN_COLUMNS;
        List<String> paragraphs = new ArrayList<>();
        StringBuilder paragraph = new StringBuilder();
        for (int i = 0; i < lines.length; i++) {
            boolean begins = columns || lines[i].isBlank() || (i > 0 && indent(lines[i]) > margin);
            if (begins) {
                add(paragraph, paragraphs);
            }
            paragraph.append(lines[i]).append('\n');
        }
        add(paragraph, paragraphs);
        return paragraphs;
    }

    private static List<String> splitPlain(String block) {
        if (block.indexOf('\n') < 0) {
            return split(block);
        }
        String[] lines = block.split("\n");
        return isList(lines)
                ? Arrays.stream(lines)
                        .map(PlainText::clean)
                        .filter(line -> !line.isEmpty())
                        .toList()
                : split(block);
    }

    /** Lines that end far from any margin are a list; of copy only the last line of a paragraph does. */
    private static boolean isList(String[] lines) {
        int[] lengths = Arrays.stream(lines)
                .mapToInt(line -> line.strip().length())
                .filter(length -> length > 0)
                .sorted()
                .toArray();
        return lengths.length >= 3 && lengths[lengths.length / 2] <= SHORT_LINE;
    }

    private static void add(StringBuilder paragraph, List<String> paragraphs) {
        String clean = PlainText.clean(paragraph.toString());
        if (!clean.isEmpty()) {
            paragraphs.add(clean);
        }
        paragraph.setLength(0);
    }

    private static int indent(String line) {
        int indent = 0;
        while (indent < line.length()
                && (line.charAt(indent) == ' ' || line.charAt(indent) == '\t' || line.charAt(indent) == '\u00a0')) {
            indent++;
        }
        return indent;
    }
}
