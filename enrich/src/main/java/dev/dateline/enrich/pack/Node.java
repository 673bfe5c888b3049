package dev.dateline.enrich.pack;

import java.util.List;
import java.util.Map;

/** A part of a YAML document that knows its line, counted from 1. */
sealed interface Node {
    int line();

    /** A text, exactly as written: {@code NO} is Norway and {@code 04000000} a code. */
    record Text(int line, String value) implements Node {}

    record Items(int line, List<Node> all) implements Node {}

    /** @param fields values by key, in the order of the file */
    record Fields(int line, Map<Text, Node> fields) implements Node {}
}
