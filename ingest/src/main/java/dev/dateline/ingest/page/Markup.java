package dev.dateline.ingest.page;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.select.NodeFilter.FilterResult;
import org.jsoup.select.NodeTraversor;

/** Everything in a page that may say something of its article outside the text, gathered in one walk. */
final class Markup {
    private static final int MOST = 500;
    private static final int LONGEST = 5_000;
    /** Elements around another at which is looked. */
    private static final int AROUND = 12;

    /** Values of meta elements by name, property or itemprop in small letters. */
    private final Map<String, List<String>> metas = new HashMap<>();
    /** Elements by itemprop in small letters. */
    private final Map<String, List<Element>> properties = new HashMap<>();

    final List<String> scripts = new ArrayList<>();
    final List<Element> times = new ArrayList<>();
    final List<Element> headings = new ArrayList<>();
    final List<Element> authors = new ArrayList<>();
    final List<Element> figures = new ArrayList<>();
    final List<Element> licences = new ArrayList<>();
    String canonical;
    String base;
    String language;
    String title;
    /** Whether there is a field for a password. */
    boolean asksForPassword;

    private Markup() {}

    static Markup of(Document page) {
        Markup markup = new Markup();
        NodeTraversor.traverse((node, depth) -> markup.take(node), page);
        return markup;
    }

    /** The first value of the first of these names that has one; null when none has. */
    String meta(String... names) {
        for (String name : names) {
            List<String> values = metas.get(name);
            if (values != null) {
                return values.get(0);
            }
        }
        return null;
    }

    /** All values of the first of these names that has any. */
    List<String> metas(String... names) {
        for (String name : names) {
            List<String> values = metas.get(name);
            if (values != null) {
                return values;
            }
        }
        return List.of();
    }

    /** The value of the first element with a property: its content, time or text; null when there is none. */
    String property(String name) {
        for (Element element : properties.getOrDefault(name, List.of())) {
            String value = value(element);
            if (value != null) {
                return value;
            }
        }
        return null;
    }

    List<Element> properties(String name) {
        return properties.getOrDefault(name, List.of());
    }

    /** Whether an element is part of what the page is about: not of comments or of other articles. */
    static boolean isInside(Element element) {
        Element one = element;
        for (int i = 0; i < AROUND && one != null; i++, one = one.parent()) {
            if (Vocabulary.isOfOthers(one)) {
                return false;
            }
        }
        return true;
    }

    /** The first element below another that fits, among those that come first; null when there is none. */
    static Element find(Element root, Predicate<Element> fits) {
        Element[] found = new Element[1];
        int[] seen = new int[1];
        NodeTraversor.filter(
                (node, depth) -> {
                    if (depth > 0 && node instanceof Element element && fits.test(element)) {
                        found[0] = element;
                    }
                    return found[0] != null || ++seen[0] > MOST ? FilterResult.STOP : FilterResult.CONTINUE;
                },
                root);
        return found[0];
    }

    static String value(Element element) {
        for (String attribute : List.of("content", "datetime", "title")) {
            boolean meant = !attribute.equals("title") || element.normalName().equals("abbr");
            String value = meant ? Text.orNull(element.attr(attribute)) : null;
            if (value != null) {
                return value;
            }
        }
        return Text.orNull(Text.of(element, LONGEST));
    }

    private void take(Node node) {
        if (!(node instanceof Element element)) {
            return;
        }
        switch (element.normalName()) {
            case "meta" -> takeMeta(element);
            case "link" -> takeLink(element);
            case "base" -> base = base == null ? Text.orNull(element.attr("href")) : base;
            case "html" ->
                language =
                        Text.orNull(element.attr("lang").isBlank() ? element.attr("xml:lang") : element.attr("lang"));
            case "title" -> title = title == null ? Text.orNull(Text.of(element, LONGEST)) : title;
            case "script" -> takeScript(element);
            case "time" -> add(times, element);
            case "h1" -> add(headings, element);
            case "figure" -> add(figures, element);
            case "input" -> asksForPassword |= element.attr("type").equals("password");
            default -> {
                // only its attributes tell
            }
        }
        if (element.attributesSize() > 0) {
            takeAttributes(element);
        }
    }

    private static void add(List<Element> elements, Element element) {
        if (elements.size() < MOST) {
            elements.add(element);
        }
    }

    private void takeMeta(Element meta) {
        String value = Text.orNull(cut(meta.attr("content")));
        if (value != null) {
            for (String attribute : List.of("name", "property", "itemprop", "http-equiv")) {
                String name = meta.attr(attribute).strip().toLowerCase(Locale.ROOT);
                if (!name.isEmpty()) {
                    List<String> values = metas.computeIfAbsent(name, key -> new ArrayList<>(1));
                    if (values.size() < MOST) {
                        values.add(value);
                    }
                }
            }
        }
    }

    private static String cut(String text) {
        return text.length() > LONGEST ? text.substring(0, LONGEST) : text;
    }

    private void takeLink(Element link) {
        String rel = link.attr("rel").toLowerCase(Locale.ROOT);
        if (rel.equals("canonical") && canonical == null) {
            canonical = Text.orNull(link.attr("href"));
        } else if (rel.equals("license")) {
            add(licences, link);
        }
    }

    private void takeScript(Element script) {
        if (scripts.size() < MOST
                && script.attr("type").toLowerCase(Locale.ROOT).contains("ld+json")) {
            scripts.add(script.data());
        }
    }

    private void takeAttributes(Element element) {
        String property = element.attr("itemprop");
        if (!property.isEmpty() && !element.normalName().equals("meta")) {
            for (String name : property.toLowerCase(Locale.ROOT).split("\\s+")) {
                add(properties.computeIfAbsent(name, key -> new ArrayList<>(1)), element);
            }
        }
        String rel = element.attr("rel").toLowerCase(Locale.ROOT);
        if (rel.contains("license") && !element.normalName().equals("link")) {
            add(licences, element);
        }
        if (rel.equals("author") || isByline(element.className()) || property.equals("author")) {
            add(authors, element);
        }
    }

    private static boolean isByline(String classes) {
        if (classes.isEmpty() || classes.length() > 200) {
            return false;
        }
        String lower = classes.toLowerCase(Locale.ROOT);
        return lower.contains("byline") || lower.contains("author") || lower.contains("autor");
    }
}
