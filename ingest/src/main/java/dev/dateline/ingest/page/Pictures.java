package dev.dateline.ingest.page;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;

/** The pictures of an article: those of its figures, and the ones that the page's head names. */
final class Pictures {
    private static final int MOST = 30;
    /** Elements around a figure at which is looked. */
    private static final int AROUND = 60;

    private static final int LONGEST = 2_000;
    private static final List<String> SOURCES =
            List.of("src", "data-src", "data-original", "data-lazy-src", "data-url", "srcset", "data-srcset");
    private static final Pattern CREDIT = Pattern.compile(
            "(?i)^(.*?)[\\s.]*[(\\[|]?\\b(?:(?:photo(?:graph)?|picture|image|foto|fotos|bild|bilder|crédit(?: photo)?s?|credits?|quelle|bildquelle|imagen)\\h?(?:credit|by|von)?\\h?[:/©]|©)\\h*([^()\\[\\]]{2,120}?)[)\\]]?\\.?$");

    private final String base;
    private final List<Page.Image> images = new ArrayList<>();

    private Pictures(String base) {
        this.base = base;
    }

    /** @param base address against which relative ones are resolved; may be null */
    static List<Page.Image> of(JsonNode article, Markup markup, Element text, String base) {
        Pictures pictures = new Pictures(base);
        Values.each(article.path("image")).forEach(pictures::add);
        String shared = markup.meta(
                "og:image",
                "og:image:url",
                "twitter:image",
                "twitter:image:src",
                "parsely-image-url",
                "sailthru.image.full");
        if (pictures.images.isEmpty() && shared != null) {
            pictures.add(shared, null, null);
        }
        for (Element figure : markup.figures) {
            if (text == null || isWithin(figure, text)) {
                pictures.addFigure(figure);
            }
        }
        return List.copyOf(pictures.images);
    }

    private static boolean isWithin(Element figure, Element text) {
        Element one = figure;
        for (int i = 0; i < AROUND && one != null; i++, one = one.parent()) {
            if (one == text) {
                return true;
            }
        }
        return false;
    }

    private static boolean isCredit(Element element) {
        String names = (element.className() + " " + element.attr("itemprop")).toLowerCase(Locale.ROOT);
        return element.normalName().equals("cite")
                || element.normalName().equals("small")
                || names.contains("credit")
                || names.contains("copyright")
                || names.contains("source");
    }

    private void add(JsonNode image) {
        if (image.isObject()) {
            add(
                    Values.text(image, "url", "contentUrl", "@id"),
                    Values.text(image, "caption", "description"),
                    Values.text(image, "creditText", "creator", "author", "copyrightHolder", "copyrightNotice"));
        } else {
            add(image.asText(), null, null);
        }
    }

    private void addFigure(Element figure) {
        Element image = Markup.find(figure, element -> element.normalName().endsWith("img"));
        Element caption = Markup.find(figure, element -> element.normalName().equals("figcaption"));
        if (image == null) {
            return;
        }
        String href = SOURCES.stream()
                .map(image::attr)
                .filter(one -> !one.isBlank() && !one.startsWith("data:"))
                .findFirst()
                .orElse(null);
        String text = caption == null ? null : Text.orNull(Text.of(caption, LONGEST));
        Element marked = caption == null ? null : Markup.find(caption, Pictures::isCredit);
        String credit = marked == null ? null : Text.orNull(Text.of(marked, LONGEST));
        if (credit != null && text != null) {
            text = Text.orNull(text.replace(credit, ""));
        } else if (text != null && text.length() < LONGEST) {
            Matcher found = CREDIT.matcher(text);
            if (found.matches()) {
                text = Text.orNull(found.group(1));
                credit = found.group(2);
            }
        }
        add(href == null ? null : href.strip().split("[,\\s]+", 2)[0], text, credit);
    }

    /** One picture is named in several sizes and places: the same file name is the same picture. */
    private void add(String reference, String caption, String credit) {
        String href = reference == null || reference.length() > LONGEST ? null : Addresses.absolute(reference, base);
        if (href == null || images.size() >= MOST) {
            return;
        }
        for (int i = 0; i < images.size(); i++) {
            Page.Image known = images.get(i);
            if (file(known.href()).equals(file(href))) {
                images.set(
                        i,
                        new Page.Image(
                                known.href(),
                                known.caption() == null ? caption : known.caption(),
                                known.credit() == null ? credit : known.credit()));
                return;
            }
        }
        images.add(new Page.Image(href, caption, credit));
    }

    private static String file(String href) {
        int query = href.indexOf('?');
        String path = query < 0 ? href : href.substring(0, query);
        return path.substring(path.lastIndexOf('/') + 1).replaceAll("-\\d{2,4}x\\d{2,4}(?=\\.)", "");
    }
}
