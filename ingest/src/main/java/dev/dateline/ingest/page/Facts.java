package dev.dateline.ingest.page;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

/** What a page's markup says of its article: of each fact the first source that has it. */
final class Facts {
    private static final int MOST_KEYWORDS = 100;
    private static final Map<String, String> GENRES = Map.of(
            "opinionnewsarticle", "Opinion",
            "analysisnewsarticle", "Analysis",
            "backgroundnewsarticle", "Background",
            "reviewnewsarticle", "Review",
            "reportagenewsarticle", "Reportage",
            "liveblogposting", "Live blog",
            "satiricalarticle", "Satire",
            "advertisercontentarticle", "Advertorial");

    private final Markup markup;
    private final JsonNode article;

    Facts(Markup markup, JsonNode article) {
        this.markup = markup;
        this.article = article;
    }

    /** What its parts call the title, by trust; nulls among them. */
    List<String> titles() {
        return Stream.of(
                        Values.text(article, "headline"),
                        markup.meta("og:title"),
                        markup.property("headline"),
                        Values.text(article, "name", "alternativeHeadline"),
                        markup.meta(
                                "twitter:title",
                                "dc.title",
                                "dcterms.title",
                                "parsely-title",
                                "sailthru.title",
                                "title"))
                .map(title -> title == null ? null : Values.plain(title))
                .toList();
    }

    /** The description of the page, unless the text begins with it. */
    String description(List<String> paragraphs) {
        String description = Text.first(
                Values.text(article, "description", "abstract"),
                markup.meta("og:description", "description", "twitter:description", "dc.description"));
        String plain = description == null ? null : Values.plain(description);
        if (plain == null || paragraphs.isEmpty()) {
            return plain;
        }
        String begin = Headlines.letters(String.join(" ", paragraphs.subList(0, Math.min(3, paragraphs.size()))));
        String letters = Headlines.letters(plain);
        return begin.contains(letters.substring(0, Math.min(letters.length(), 60))) ? null : plain;
    }

    String section() {
        String section = Text.first(
                Values.text(article, "articleSection"),
                markup.meta(
                        "article:section", "og:article:section", "parsely-section", "section", "cxenseparse:section"),
                markup.property("articlesection"));
        return section == null || section.contains("://") || section.length() > 100 ? null : Values.plain(section);
    }

    List<String> keywords() {
        List<String> sent = Values.names(article, "keywords");
        if (sent.isEmpty()) {
            sent = markup.metas(
                    "news_keywords", "article:tag", "og:article:tag", "parsely-tags", "sailthru.tags", "keywords");
        }
        return sent.stream()
                .flatMap(one -> Stream.of(one.split(one.indexOf(';') >= 0 && one.indexOf(',') < 0 ? ";" : ",")))
                .map(Values::plain)
                .filter(word -> word != null && word.length() <= 100)
                .distinct()
                .limit(MOST_KEYWORDS)
                .toList();
    }

    String language() {
        String language = Text.first(
                Values.text(article, "inLanguage"),
                markup.language,
                markup.meta("og:locale", "content-language", "dc.language", "dcterms.language", "language"));
        if (language == null) {
            return null;
        }
        String tag = Locale.forLanguageTag(language.split("[,;]")[0].strip().replace('_', '-'))
                .toLanguageTag();
        return tag.equals("und") ? null : tag;
    }

    Page.Rights rights() {
        String terms = Text.first(
                Values.text(article, "license", "usageInfo"),
                markup.licences.stream()
                        .map(link -> Text.orNull(link.attr("href")))
                        .filter(Objects::nonNull)
                        .findFirst()
                        .orElse(null),
                markup.meta("dcterms.license", "dc.rights.license"));
        Page.Rights rights = new Page.Rights(
                Text.first(
                        Values.text(article, "copyrightHolder"),
                        markup.meta("dcterms.rightsholder", "dc.rightsholder")),
                Text.first(
                        Values.text(article, "copyrightNotice"),
                        markup.meta("copyright", "dc.rights", "dcterms.rights", "rights")),
                terms,
                markup.meta("tdm-reservation"));
        return rights.equals(new Page.Rights(null, null, null, null)) ? null : rights;
    }

    boolean isFree() {
        String free = Text.first(
                Values.text(article, "isAccessibleForFree"),
                markup.property("isaccessibleforfree"),
                markup.meta("article:content_tier"));
        return free == null || !Set.of("false", "no", "locked").contains(free.toLowerCase(Locale.ROOT));
    }

    /** Whether the page calls itself an article. */
    boolean isMarked() {
        String type = markup.meta("og:type");
        return !article.isMissingNode()
                || type != null && type.toLowerCase(Locale.ROOT).contains("article")
                || markup.meta("article:published_time") != null
                || !markup.properties("articlebody").isEmpty();
    }

    /** What the type of the article says of it, or null. */
    String genre() {
        return LinkedData.types(article).stream()
                .map(GENRES::get)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    String credit() {
        return Text.first(
                Values.text(article, "creditText", "sourceOrganization", "provider"),
                markup.meta("syndication-source", "original-source", "article:publisher_name"));
    }
}
