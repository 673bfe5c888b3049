package dev.dateline.ingest.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import org.jsoup.nodes.Element;

/** The headline of a page among what its parts call the title. */
final class Headlines {
    private static final String SEPARATORS = "|│–—-:»«·•/›~";
    private static final int SHORTEST = 3;
    private static final int LONGEST = 400;

    private final List<String> sites;
    private final List<String> headings;

    /**
     * @param sites names of the site and its host
     * @param headings the page's h1 elements
     */
    Headlines(List<String> sites, List<Element> headings) {
        this.sites = Stream.concat(
                        sites.stream(),
                        headings.stream().filter(Headlines::leadsHome).map(heading -> Text.of(heading, LONGEST)))
                .map(Headlines::letters)
                .filter(name -> name.length() > 1)
                .toList();
        this.headings = headings.stream()
                .filter(heading -> !leadsHome(heading))
                .map(heading -> Text.of(heading, LONGEST + 1))
                .filter(this::isTitle)
                .toList();
    }

    /**
     * The headline, or null.
     *
     * @param declared titles by trust, nulls among them
     * @param title the page's title element, or null
     */
    String of(List<String> declared, String title) {
        List<String> titles = declared.stream()
                .filter(Objects::nonNull)
                .map(this::withoutSite)
                .filter(this::isTitle)
                .toList();
        String page = title == null ? null : withoutSite(title);
        String best = Stream.of(titles.stream(), Stream.ofNullable(heading(titles, page)), Stream.ofNullable(page))
                .flatMap(one -> one)
                .filter(this::isTitle)
                .findFirst()
                .orElse(null);
        if (best == null) {
            return Stream.concat(declared.stream(), Stream.ofNullable(title))
                    .map(Text::orNull)
                    .filter(Objects::nonNull)
                    .findFirst()
                    .orElse(null);
        }
        return whole(best, titles);
    }

    /** The name of the site is a heading on many pages, and a link to the first page. */
    private static boolean leadsHome(Element heading) {
        Element link = Markup.find(heading, element -> element.hasAttr("href"));
        link = link == null
                        && heading.parent() != null
                        && heading.parent().normalName().equals("a")
                ? heading.parent()
                : link;
        if (link == null) {
            return false;
        }
        String href = link.attr("href").strip();
        href = href.substring(Math.max(0, href.lastIndexOf("http"))); // archives put theirs before it
        return link.attr("rel").equals("home")
                || href.equals("/")
                || href.matches("https?://[^/]+/?(?:[a-z]{2}/?)?|/(?:index\\.\\w+)?");
    }

    /** What was cut to a length, in full where another part of the page has it. */
    private String whole(String best, List<String> titles) {
        String stem = best.replaceAll("(?:\\.{3}|…)$", "").strip();
        if (stem.length() == best.length() && best.length() < 100) {
            return best;
        }
        return Stream.concat(headings.stream(), titles.stream())
                .filter(other -> other.length() > stem.length()
                        && letters(other).startsWith(letters(stem))
                        && !other.endsWith("…")
                        && !other.endsWith("..."))
                .findFirst()
                .orElse(best);
    }

    /** The heading that says the same as a title; the only one when there are no titles. */
    private String heading(List<String> titles, String page) {
        List<String> known = new ArrayList<>(titles);
        if (page != null) {
            known.add(page);
        }
        for (String heading : headings) {
            if (known.stream()
                    .anyMatch(title -> letters(title).contains(letters(heading))
                            || letters(heading).contains(letters(title)))) {
                return heading;
            }
        }
        return headings.size() == 1 || known.isEmpty() && !headings.isEmpty() ? headings.get(0) : null;
    }

    private boolean isTitle(String text) {
        return text != null && text.length() >= SHORTEST && text.length() <= LONGEST && !sites.contains(letters(text));
    }

    /** A title without the site's name behind or before it, where the name or a repeated heading proves that it is one. */
    String withoutSite(String title) {
        String text = Text.clean(title.length() > 2 * LONGEST ? title.substring(0, 2 * LONGEST) : title);
        for (String heading : headings) {
            boolean begins = heading.length() >= 8 && text.startsWith(heading) && isSeparated(text, heading.length());
            boolean ends = heading.length() >= 15 && text.endsWith(heading) && isSeparated(text, heading);
            if (begins || ends) {
                return heading;
            }
        }
        for (int i = text.length() - 1; i > 0; i--) {
            if (isSeparator(text, i) && isSite(text.substring(i + 1))) {
                return withoutSite(text.substring(0, i));
            }
        }
        for (int i = 1; i < text.length(); i++) {
            if (isSeparator(text, i) && isSite(text.substring(0, i))) {
                return withoutSite(text.substring(i + 1));
            }
        }
        return text;
    }

    private static boolean isSeparated(String text, int from) {
        int at = from;
        while (at < text.length() && text.charAt(at) == ' ') {
            at++;
        }
        return at < text.length() && SEPARATORS.indexOf(text.charAt(at)) >= 0 && (at > from || text.charAt(at) == '|');
    }

    /** Whether a separator stands before what a text ends with. */
    private static boolean isSeparated(String text, String end) {
        String before = text.substring(0, text.length() - end.length()).stripTrailing();
        return !before.isEmpty() && SEPARATORS.indexOf(before.charAt(before.length() - 1)) >= 0;
    }

    private static boolean isSeparator(String text, int at) {
        char c = text.charAt(at);
        boolean spaced = text.charAt(at - 1) == ' ' && at + 1 < text.length() && text.charAt(at + 1) == ' ';
        return SEPARATORS.indexOf(c) >= 0
                && (spaced || c == '|' || c == '»' || c == ':' && at + 1 < text.length() && text.charAt(at + 1) == ' ');
    }

    private boolean isSite(String part) {
        String name = letters(part);
        return !name.isEmpty() && sites.contains(name);
    }

    /** Letters and digits alone, in small letters: names are written with and without spaces and dots. */
    static String letters(String text) {
        StringBuilder out = new StringBuilder(text.length());
        String lower = text.toLowerCase(Locale.ROOT);
        for (int i = 0; i < lower.length(); i++) {
            if (Character.isLetterOrDigit(lower.charAt(i))) {
                out.append(lower.charAt(i));
            }
        }
        return out.toString();
    }
}
