package dev.dateline.ingest.page;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;

/** Who wrote the article, from the first part of a page that tells. */
final class Authors {
    private static final int LONGEST = 120;
    private static final int MOST = 20;
    private static final Pattern LABEL = Pattern.compile(
            "(?i)^(?:(?:posted|written|published|reported|words|text|geschrieben|verfasst|veröffentlicht|gepostet|erstellt|publicado|pubblicato|ein beitrag|artikel|publié|écrit|escrito|"
                    + "author|autorin|autor|auteur|autore|skribent|tekst)\\b:?\\h*)?(?:by|von|par|por|di|door|av|af|:)?\\b:?\\h+");
    /** A line that begins so names its writers, where it stands at the head of the text. */
    private static final Pattern BY = Pattern.compile("(?:By|BY|Von|VON|Par|PAR|Por|POR|Door|Av|Af)\\h+(?=\\p{Lu})");

    /** What follows a name in the same line: a date, a role, a count. */
    private static final Pattern BEHIND =
            Pattern.compile("\\h*(?:[|•·–—/(]|\\h-\\h|,?\\h(?:am|on|le|el|il|updated|published)\\h|\\d).*$");

    private static final Pattern NAME = Pattern.compile(
            "\\p{Lu}[\\p{L}.'’-]*(?:,?\\h(?:\\p{Lu}[\\p{L}.'’-]*|and|und|et|y|e|og|och|en|&|de|del|van|von|der|den|du|la|le|al|el|bin|da|dos|di)){0,8}");

    private Authors() {}

    /**
     * The names, as sent.
     *
     * @param site name of the site, which many systems put where the author belongs; may be null
     * @param around lines above and at the beginning of the text, for pages that mark no author
     */
    static List<String> of(JsonNode article, Markup markup, String site, List<String> around) {
        List<String> found = List.of();
        for (List<String> sent : List.of(
                Values.names(article, "author"),
                markup.metas("parsely-author", "sailthru.author", "byl", "cxenseparse:author"),
                markup.metas("author"),
                markup.metas("article:author", "dc.creator", "dcterms.creator"),
                markup.properties("author").stream()
                        .filter(Markup::isInside)
                        .map(Authors::named)
                        .toList(),
                markup.authors.stream()
                        .filter(Markup::isInside)
                        .map(Authors::inLine)
                        .filter(name -> !name.isEmpty())
                        .limit(1)
                        .toList(),
                Values.names(article, "creator"),
                around.stream()
                        .filter(line ->
                                line.length() <= LONGEST && BY.matcher(line).lookingAt())
                        .map(Authors::inLine)
                        .filter(name -> !name.isEmpty())
                        .limit(1)
                        .toList())) {
            List<String> names = usable(sent);
            boolean isSite = names.size() == 1
                    && site != null
                    && Headlines.letters(names.get(0)).equals(Headlines.letters(site));
            if (!names.isEmpty() && !isSite) {
                return names;
            }
            found = found.isEmpty() ? names : found;
        }
        return found;
    }

    /** Names of persons and organisations; addresses of profiles are none. */
    private static List<String> usable(List<String> sent) {
        List<String> names = new ArrayList<>();
        for (String one : sent) {
            String name = Text.clean(one);
            if (!name.isEmpty()
                    && name.length() <= LONGEST
                    && !name.contains("://")
                    && name.indexOf('@') < 0
                    && !names.contains(name)
                    && names.size() < MOST
                    && hasLetter(name)) {
                names.add(name);
            }
        }
        return names;
    }

    private static boolean hasLetter(String text) {
        return text.codePoints().anyMatch(Character::isLetter);
    }

    private static String named(Element author) {
        Element name = Markup.find(author, element -> element.attr("itemprop").equals("name"));
        String text = Markup.value(name == null ? author : name);
        return text == null || text.length() > LONGEST ? "" : withoutLabel(text);
    }

    /** The name in a line that is marked as a byline; "" when it is none. */
    private static String inLine(Element line) {
        String text = Text.of(line, LONGEST + 1);
        if (text.length() > LONGEST) {
            return "";
        }
        String name = bare(text);
        boolean linked = line.attr("rel").equals("author") && name.length() >= 3;
        return linked ? name : inLine(text);
    }

    private static String inLine(String text) {
        String name = bare(text);
        return name.indexOf(' ') > 0 && NAME.matcher(name).matches() ? name : "";
    }

    private static String bare(String text) {
        return BEHIND.matcher(withoutLabel(text)).replaceFirst("").strip();
    }

    private static String withoutLabel(String text) {
        return LABEL.matcher(text).replaceFirst("").strip();
    }
}
