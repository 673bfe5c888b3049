package dev.dateline.enrich.text;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Reads the rule files that ship with this module. */
public final class Resources {
    private Resources() {}

    /** Lines of a file without comments and blank lines. */
    public static List<String> lines(String path) {
        return text(path)
                .lines()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .toList();
    }

    /** Tab-separated rows of a file, each with the given number of columns. */
    public static List<String[]> rows(String path, int columns) {
        return lines(path).stream().map(line -> row(path, line, columns)).toList();
    }

    public static String text(String path) {
        try (InputStream in = Resources.class.getResourceAsStream(path)) {
            if (in == null) {
                throw new IllegalStateException(path + " is missing from the class path: rebuild dateline-enrich");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + path, e);
        }
    }

    private static String[] row(String path, String line, int columns) {
        String[] row = line.split("\t", -1);
        if (row.length != columns) {
            throw new IllegalStateException(path + ": expected " + columns + " columns separated by tabs, found "
                    + row.length + " in \"" + line + "\"");
        }
        return row;
    }
}
