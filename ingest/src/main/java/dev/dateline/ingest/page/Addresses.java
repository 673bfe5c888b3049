package dev.dateline.ingest.page;

import com.fasterxml.jackson.databind.JsonNode;
import dev.dateline.ingest.web.Links;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

/** Where an article stands: its address and the site. */
final class Addresses {
    private final Markup markup;
    private final LinkedData data;
    private final JsonNode article;
    private final String uri;

    /** @param uri web address of the page, or null */
    Addresses(Markup markup, LinkedData data, JsonNode article, String uri) {
        this.markup = markup;
        this.data = data;
        this.article = article;
        this.uri = uri;
    }

    /** The canonical address, which some sites set to their front page on every page; then the page's own. */
    String canonical() {
        List<String> addresses = Stream.of(
                        Links.canonical(markup.canonical, base()),
                        Links.canonical(markup.meta("og:url"), base()),
                        Links.canonical(Values.text(article, "url"), base()),
                        Links.canonical(pageOf(article.path("mainEntityOfPage")), null),
                        Links.canonical(Values.text(article, "@id"), null))
                .filter(Objects::nonNull)
                .toList();
        String own = Links.canonical(uri, null);
        return Stream.concat(addresses.stream(), Stream.ofNullable(own))
                .filter(address -> !isFront(address))
                .findFirst()
                .orElse(own == null && !addresses.isEmpty() ? addresses.get(0) : own);
    }

    /** Whether the page comes from the front page's address. */
    boolean isFrontPage() {
        String own = Links.canonical(uri, null);
        return own != null && isFront(own);
    }

    private static boolean isFront(String address) {
        return address.indexOf('/', address.indexOf("://") + 3) == address.length() - 1;
    }

    /** What relative addresses are relative to: as the page declares, or its own address; null when neither is known. */
    String base() {
        String own = Stream.of(
                        uri, Links.canonical(markup.canonical, null), Links.canonical(markup.meta("og:url"), null))
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
        String declared = absolute(markup.base, own);
        return declared == null ? own : declared;
    }

    /** A reference as an absolute web address; null when it cannot be one. */
    static String absolute(String reference, String base) {
        String absolute = Links.resolve(reference, base);
        return absolute != null && Links.isWeb(absolute) ? absolute : null;
    }

    private static String pageOf(JsonNode page) {
        return page.isObject() ? Values.text(page, "@id", "url") : page.asText();
    }

    /** Name of the site or publisher, or null. */
    String site() {
        return Stream.of(
                        markup.meta("og:site_name"),
                        Values.text(article, "publisher"),
                        markup.meta("application-name", "dc.publisher", "dcterms.publisher"),
                        data.first("website")
                                .map(site -> Values.text(site, "name"))
                                .orElse(null))
                .filter(name -> name != null && !name.contains("://"))
                .findFirst()
                .orElse(null);
    }

    /** Every name by which the site may stand beside a headline. */
    List<String> names() {
        String site = site();
        String canonical = canonical();
        Set<String> names = new LinkedHashSet<>();
        Stream.of(
                        site,
                        Values.text(article, "publisher"),
                        markup.meta("application-name"),
                        markup.meta("apple-mobile-web-app-title"),
                        markup.meta("twitter:site"),
                        markup.meta("og:site_name"))
                .filter(Objects::nonNull)
                .forEach(names::add);
        if (canonical != null) {
            String host =
                    canonical.replaceFirst("^https?://(?:www\\d?\\.)?", "").replaceFirst("[/:?].*$", "");
            names.add(host);
            for (int dot = host.lastIndexOf('.'); dot > 0; dot = host.lastIndexOf('.', dot - 1)) {
                names.add(host.substring(0, dot));
                names.add(host.substring(host.lastIndexOf('.', dot - 1) + 1, dot));
            }
        }
        names.removeIf(name -> name.length() < 2);
        return List.copyOf(names);
    }
}
