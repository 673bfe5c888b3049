package dev.dateline.ingest.page;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jsoup.nodes.Element;

/** What names of elements, classes and ids of pages mean, in the languages in which pages are written. */
final class Vocabulary {
    private static final Set<String> OUTSIDE = words(
            "comment comments commentlist commentaire commentaires comentario comentarios kommentar kommentare commenti "
                    + "kommentarer komentarze komentare reacties disqus respond replies commentarea livefyre footer pagefooter sitefooter related relatedposts relatednews relacionadas relacionados relacionada outbrain taboola");
    private static final Set<String> FURNITURE = words("share sharing shares sharebar sharedaddy social "
            + "socialmedia teilen newsletter promo ad ads advert adverts advertisement advertising anzeige werbung "
            + "publicidad sponsor sponsored banner cookie cookies consent gdpr breadcrumb breadcrumbs pagination "
            + "pager nav navi navbar navigation menu popup modal overlay lightbox subscribe subscription "
            + "recommended recommendations recirc recirculation trending popular mostread "
            + "toolbar rating ratings login signup signin register registration readmore masthead "
            + "jp-relatedposts ticker weather poll quiz donate donation donations optin cta shariff addthis "
            + "addtoany tagcloud sidebar rail interstitial");
    private static final Set<String> OTHERS = words(
            "comment comments commentlist kommentar kommentare commentaires comentarios "
                    + "related recommended recommendations sidebar popular trending teaser teasers reference references citation");
    private static final Set<String> DETAIL = words(
            "caption captions bildunterschrift bildtext legende credit credits copyright bildquelle author authors autor "
                    + "autore auteur bio byline profile meta metadata postmeta tag tags category categories date time "
                    + "datum timestamp gallery slideshow slider carousel video infobox tools print tooltip prev previous next form search "
                    + "follow app apps notice taglist keywords topics toc stats widget widgets");
    private static final Set<String> ASIDE = words(
            "aside info box about top bottom head header links link more also see count button buttons btn icon icons "
                    + "message player thumb thumbnail image img photo media footnotes references sources kicker read "
                    + "teaser teasers");
    private static final Set<String> LEAD = words(
            "lead lede intro introduction standfirst deck dek subtitle subheadline subhead subline perex chapo chapeau "
                    + "sommario abstract excerpt ingress vorspann bajada copete entradilla sapo untertitel untertitle anleser "
                    + "dachzeile introtext leadtext manchet");
    private static final Set<String> BODY = words(
            "articlebody articletext articlecontent entrycontent postcontent storybody storytext storycontent postbody "
                    + "newsbody newstext artikeltext artikelbody contentbody bodytext bodycopy mainbody maintext "
                    + "fulltext articlecontainer copy entrybody blogpost postentry textbody contenttext articlemain "
                    + "articledetail articlecopy postarea contentarticle bodycontent bodyarticle textarticle");
    private static final Set<String> ARTICLE =
            words("article artikel articolo articulo story post entry news nota content hentry");
    /** A word behind one of these says how the page is laid out and not what the element is. */
    private static final Set<String> LAYOUT = words("no has with without not is label if");
    /** Classes that hide what they are given to. */
    private static final Set<String> HIDDEN = Set.of(
            "hidden",
            "invisible",
            "visually-hidden",
            "visuallyhidden",
            "sr-only",
            "screen-reader-text",
            "screen-reader",
            "d-none",
            "printonly",
            "print-only",
            "hide");

    /** Longer lists of names are made by programs for programs. */
    private static final int LONGEST = 2_000;

    private final Map<String, Role> known = new HashMap<>();

    /** Whether an element's names say that it is of readers, or of other articles. */
    static boolean isOfOthers(Element element) {
        String names = element.className() + " " + element.id();
        if (names.length() > 1 && names.length() <= LONGEST) {
            for (String word : split(names)) {
                if (OTHERS.contains(word)) {
                    return true;
                }
            }
        }
        return false;
    }

    static boolean isHidden(Element element) {
        if (element.attributesSize() == 0) {
            return false;
        }
        if (element.hasAttr("hidden")) {
            return true;
        }
        String style = element.attr("style");
        return !style.isEmpty() && isInvisible(style.toLowerCase(Locale.ROOT).replace(" ", ""));
    }

    private static boolean isInvisible(String style) {
        return style.contains("display:none") || style.contains("visibility:hidden");
    }

    Role roleOf(Element element) {
        String name = element.normalName();
        switch (name) {
            case "html", "body", "blockquote", "p" -> {
                if (!name.equals("p")) {
                    return Role.NONE;
                }
            }
            case "nav", "footer" -> {
                return Role.OUTSIDE;
            }
            case "aside", "form" -> {
                return Role.FURNITURE;
            }
            default -> {
                // what its attributes say
            }
        }
        boolean main = name.equals("article") || name.equals("main");
        if (element.attributesSize() == 0) {
            return main ? Role.ARTICLE : Role.NONE;
        }
        String prop = element.attr("itemprop");
        if (prop.contains("articleBody") || prop.equals("text")) {
            return Role.BODY;
        }
        if (prop.equals("comment") || element.attr("itemtype").endsWith("/Comment")) {
            return Role.OUTSIDE;
        }
        String names = element.className() + " " + element.id();
        Role named = names.length() == 1 ? Role.NONE : known.computeIfAbsent(names, Vocabulary::ofNames);
        if (named != Role.NONE && !(main && (named == Role.ASIDE || named == Role.DETAIL || named == Role.LEAD))) {
            return named;
        }
        String role = element.attr("role");
        return main || role.equals("main")
                ? Role.ARTICLE
                : role.equals("navigation") || role.equals("complementary") || role.equals("dialog")
                        ? Role.FURNITURE
                        : Role.NONE;
    }

    /** The strongest meaning that a word of the names has. */
    private static Role ofNames(String names) {
        boolean post = false;
        Role strongest = Role.NONE;
        if (names.length() > LONGEST) {
            return strongest;
        }
        for (String name : names.strip().split("\\s+")) {
            if (HIDDEN.contains(name)) {
                strongest = stronger(strongest, Role.DETAIL);
            } else if (name.equals("hentry") || name.equals("type-post")) {
                post = true;
            } else if (!name.startsWith("tag-") && !name.startsWith("category-") && !name.startsWith("author-")) {
                strongest = stronger(strongest, ofName(name));
            }
        }
        return post ? Role.ARTICLE : strongest;
    }

    private static Role stronger(Role one, Role other) {
        return rank(one) >= rank(other) ? one : other;
    }

    private static int rank(Role role) {
        return switch (role) {
            case NONE -> 0;
            case ARTICLE -> 1;
            case ASIDE -> 2;
            case DETAIL -> 3;
            case LEAD -> 4;
            case BODY -> 5;
            case FURNITURE -> 6;
            case OUTSIDE -> 7;
        };
    }

    private static Role ofName(String name) {
        if (name.contains("embed")) {
            return Role.NONE; // a post of somebody that the article quotes
        }
        Role strongest = Role.NONE;
        String before = "";
        for (String word : split(name)) {
            if (!LAYOUT.contains(before)) {
                Role role = BODY.contains(word) || BODY.contains(before + word) ? Role.BODY : ofWord(word);
                strongest = stronger(strongest, role);
            }
            before = word;
        }
        return strongest;
    }

    private static Role ofWord(String word) {
        return OUTSIDE.contains(word)
                ? Role.OUTSIDE
                : FURNITURE.contains(word)
                        ? Role.FURNITURE
                        : LEAD.contains(word)
                                ? Role.LEAD
                                : DETAIL.contains(word)
                                        ? Role.DETAIL
                                        : ASIDE.contains(word)
                                                ? Role.ASIDE
                                                : ARTICLE.contains(word) ? Role.ARTICLE : Role.NONE;
    }

    /** Words of a class name or id: parted by signs, and where a capital follows a small letter. */
    private static String[] split(String names) {
        StringBuilder out = new StringBuilder(names.length() + 8);
        for (int i = 0; i < names.length(); i++) {
            char c = names.charAt(i);
            boolean hump = Character.isUpperCase(c) && i > 0 && Character.isLowerCase(names.charAt(i - 1));
            if (hump || !Character.isLetter(c)) {
                out.append(' ');
            }
            if (Character.isLetter(c)) {
                out.append(Character.toLowerCase(c));
            }
        }
        return out.toString().strip().split(" +");
    }

    private static Set<String> words(String words) {
        return Set.of(words.split(" "));
    }
}
