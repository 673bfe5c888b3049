package dev.dateline.app.report;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Rows in aligned columns; the last column takes what is left of the width. */
public final class Table {
    private static final String GAP = "  ";

    private final List<String[]> rows = new ArrayList<>();

    public Table(String... header) {
        rows.add(header);
    }

    public void row(String... cells) {
        if (cells.length != rows.get(0).length) {
            throw new IllegalArgumentException(
                    "a row of " + cells.length + " cells in a table of " + rows.get(0).length);
        }
        rows.add(Arrays.stream(cells)
                .map(cell -> cell == null ? "" : cell.replaceAll("\\s+", " ").strip())
                .toArray(String[]::new));
    }

    public boolean isEmpty() {
        return rows.size() == 1;
    }

    /** The lines, the header first; longer than {@code width} is cut in the last column. */
    public List<String> lines(int width) {
        int[] widths = new int[rows.get(0).length];
        for (String[] row : rows) {
            for (int i = 0; i < row.length; i++) {
                widths[i] = Math.max(widths[i], length(row[i]));
            }
        }
        int before = Arrays.stream(widths, 0, widths.length - 1).sum() + GAP.length() * (widths.length - 1);
        int last = widths.length - 1;
        widths[last] = Math.max(20, Math.min(widths[last], width - before));
        return rows.stream().map(row -> line(row, widths)).toList();
    }

    private static String line(String[] row, int[] widths) {
        StringBuilder line = new StringBuilder();
        for (int i = 0; i < row.length; i++) {
            String cell = cut(row[i], widths[i]);
            line.append(cell);
            if (i < row.length - 1) {
                line.append(" ".repeat(widths[i] - length(cell))).append(GAP);
            }
        }
        return line.toString();
    }

    private static String cut(String text, int width) {
        return length(text) <= width ? text : text.substring(0, text.offsetByCodePoints(0, width - 1)) + "…";
    }

    private static int length(String text) {
        return text.codePointCount(0, text.length());
    }
}
