package dev.dateline.ingest.parse;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads strings, numbers, tuples, lists and dictionaries in Python's notation: as String, Double, List and Map. */
final class PythonLiteral {
    private final String text;
    private int at;

    private PythonLiteral(String text) {
        this.text = text;
    }

    /** @throws IllegalArgumentException for anything else */
    static Object parse(String text) {
        PythonLiteral literal = new PythonLiteral(text.strip());
        try {
            Object value = literal.value();
            literal.space();
            if (literal.at < literal.text.length()) {
                throw new IllegalArgumentException("more than a literal: " + text);
            }
            return value;
        } catch (StringIndexOutOfBoundsException | NumberFormatException e) {
            throw new IllegalArgumentException("no literal: " + text, e);
        }
    }

    private Object value() {
        space();
        char c = text.charAt(at);
        boolean prefixed = "uUbr".indexOf(c) >= 0 && at + 1 < text.length() && "'\"".indexOf(text.charAt(at + 1)) >= 0;
        if (prefixed) {
            at++;
            c = text.charAt(at);
        }
        return switch (c) {
            case '\'', '"' -> strings();
            case '(' -> sequence(')');
            case '[' -> sequence(']');
            case '{' -> map();
            default -> number();
        };
    }

    /** Literals side by side are one. */
    private String strings() {
        StringBuilder all = new StringBuilder();
        do {
            string(all);
            space();
        } while (at < text.length() && "'\"".indexOf(text.charAt(at)) >= 0);
        return all.toString();
    }

    private void string(StringBuilder out) {
        char quote = text.charAt(at++);
        while (text.charAt(at) != quote) {
            char c = text.charAt(at++);
            if (c != '\\') {
                out.append(c);
                continue;
            }
            char escape = text.charAt(at++);
            switch (escape) {
                case 'n' -> out.append('\n');
                case 't' -> out.append('\t');
                case 'r' -> out.append('\r');
                case 'x' -> out.append(code(2));
                case 'u' -> out.append(code(4));
                case 'U' -> out.append(code(8));
                default -> out.append(escape);
            }
        }
        at++;
    }

    private String code(int digits) {
        int code = Integer.parseInt(text.substring(at, at + digits), 16);
        at += digits;
        return Character.toString(code);
    }

    private List<Object> sequence(char end) {
        List<Object> all = new ArrayList<>();
        at++;
        for (space(); text.charAt(at) != end; space()) {
            all.add(value());
            space();
            at += text.charAt(at) == ',' ? 1 : 0;
        }
        at++;
        return all;
    }

    private Map<Object, Object> map() {
        Map<Object, Object> all = new LinkedHashMap<>();
        at++;
        for (space(); text.charAt(at) != '}'; space()) {
            Object key = value();
            space();
            at++;
            all.put(key, value());
            space();
            at += text.charAt(at) == ',' ? 1 : 0;
        }
        at++;
        return all;
    }

    private Double number() {
        int from = at;
        while (at < text.length() && "+-.0123456789eE".indexOf(text.charAt(at)) >= 0) {
            at++;
        }
        return Double.valueOf(text.substring(from, at));
    }

    private void space() {
        while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
            at++;
        }
    }
}
