package dev.dateline.ingest.syndication;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * What a namespace is called here, whatever prefix a feed gives it. Feeds write the addresses with and without a slash at
 * the end, with https, in other cases; some bind a usual prefix to an address that nobody knows. The core formats have no
 * prefix, so that an atom:updated in RSS is an updated.
 */
final class Namespaces {
    private static final Pattern AROUND = Pattern.compile("^https?://(?:www\\.)?|[/#\\s]+$");

    private static final Map<String, String> PREFIX_BY_URI = new HashMap<>();
    private static final Map<String, String> URI_BY_PREFIX = new HashMap<>();

    static {
        // the core formats
        core("http://backend.userland.com/rss");
        core("http://backend.userland.com/rss2");
        core("http://backend.userland.com/rss091");
        core("http://backend.userland.com/rss092");
        core("http://blogs.law.harvard.edu/tech/rss");
        core("http://cyber.law.harvard.edu/rss");
        core("http://my.netscape.com/rdf/simple/0.9/");
        core("http://channel.netscape.com/rdf/simple/0.9/");
        core("http://my.netscape.com/publish/formats/rss-0.91.dtd");
        core("http://purl.org/rss/1.0/");
        core("http://purl.org/net/rss1.1#");
        core("http://purl.org/rss/2.0/");
        core("http://www.w3.org/2005/Atom");
        core("http://purl.org/atom/ns#");
        core("http://purl.org/net/atom#");
        core("http://example.com/newformat#");
        core("http://www.sitemaps.org/schemas/sitemap/0.9");
        core("http://www.google.com/schemas/sitemap/0.84");
        core("http://www.google.com/schemas/sitemap/0.9");
        // the extensions
        known("xml", "http://www.w3.org/XML/1998/namespace");
        known("rdf", "http://www.w3.org/1999/02/22-rdf-syntax-ns#");
        known("xhtml", "http://www.w3.org/1999/xhtml");
        known("dateline", AttachedPage.NAMESPACE);
        known("dc", "http://purl.org/dc/elements/1.1/");
        known("dc", "http://purl.org/dc/elements/1.0/");
        known("dc", "http://purl.org/metadata/dublin_core#");
        known("dcterms", "http://purl.org/dc/terms/");
        known("content", "http://purl.org/rss/1.0/modules/content/");
        known("sy", "http://purl.org/rss/1.0/modules/syndication/");
        known("slash", "http://purl.org/rss/1.0/modules/slash/");
        known("wfw", "http://wellformedweb.org/CommentAPI/");
        known("media", "http://search.yahoo.com/mrss/");
        known("media", "http://video.search.yahoo.com/mrss");
        known("media", "http://search.yahoo.com/rss");
        known("media", "http://www.rssboard.org/media-rss");
        known("georss", "http://www.georss.org/georss");
        known("geo", "http://www.w3.org/2003/01/geo/wgs84_pos#");
        known("gml", "http://www.opengis.net/gml");
        known("itunes", "http://www.itunes.com/dtds/podcast-1.0.dtd");
        known("itunes", "http://example.com/dtds/podcast-1.0.dtd");
        known("feedburner", "http://rssnamespace.org/feedburner/ext/1.0");
        known("cc", "http://web.resource.org/cc/");
        known("cc", "http://creativecommons.org/ns#");
        known("cc", "http://backend.userland.com/creativeCommonsRssModule");
        known("cc", "http://cyber.law.harvard.edu/rss/creativeCommonsRssModule.html");
        known("prism", "http://prismstandard.org/namespaces/basic/2.0/");
        known("prism", "http://prismstandard.org/namespaces/1.2/basic/");
        known("news", "http://www.google.com/schemas/sitemap-news/0.9");
        known("news", "http://www.google.com/schemas/sitemap-news");
        known("image", "http://www.google.com/schemas/sitemap-image/1.1");
        known("video", "http://www.google.com/schemas/sitemap-video/1.1");
        known("at", "http://purl.org/atompub/tombstones/1.0");
        known("thr", "http://purl.org/syndication/thread/1.0");
        URI_BY_PREFIX.put("creativecommons", "http://backend.userland.com/creativeCommonsRssModule");
        URI_BY_PREFIX.put("atom", "http://www.w3.org/2005/Atom");
        URI_BY_PREFIX.put("atom10", "http://www.w3.org/2005/Atom");
        URI_BY_PREFIX.put("a10", "http://www.w3.org/2005/Atom");
    }

    private Namespaces() {}

    /**
     * The usual prefix; "" for a core format.
     *
     * @param uri address of the namespace, or "" for none or one that is not declared
     * @param prefix prefix as sent, or ""
     */
    static String prefixOf(String uri, String prefix) {
        String known = PREFIX_BY_URI.get(plain(uri));
        if (known != null) {
            return known;
        }
        String sent = prefix.toLowerCase(Locale.ROOT);
        return sent.startsWith("atom") || sent.equals("a10") || sent.equals("rss")
                ? ""
                : sent.equals("creativecommons") ? "cc" : sent;
    }

    /** Address for a prefix that a feed uses and does not declare. */
    static String uriOf(String prefix) {
        String known = URI_BY_PREFIX.get(prefix.toLowerCase(Locale.ROOT));
        return known == null ? "urn:undeclared:" + prefix : known;
    }

    private static String plain(String uri) {
        return AROUND.matcher(uri.strip().toLowerCase(Locale.ROOT)).replaceAll("");
    }

    private static void core(String uri) {
        PREFIX_BY_URI.put(plain(uri), "");
    }

    private static void known(String prefix, String uri) {
        PREFIX_BY_URI.put(plain(uri), prefix);
        URI_BY_PREFIX.putIfAbsent(prefix, uri);
    }
}
