package dev.dateline.enrich.text;

import dev.dateline.model.Article;
import dev.dateline.model.Media;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * An article read once for all taggers.
 *
 * @param article the article, never changed
 * @param useGiven whether codes and places that the sender put on it count
 * @param passages its words, in reading order
 */
public record ArticleText(Article article, boolean useGiven, List<Passage> passages) {
    public static ArticleText read(Article article, boolean useGiven, Words words) {
        List<Passage> passages = new ArrayList<>();
        add(passages, "headline", article.getHeadline(), Zone.HEADLINE, 0, words);
        add(passages, "slugline", article.getSlugline(), Zone.LEAD, 0, words);
        int offset = add(passages, "standfirst", article.getStandfirst(), Zone.LEAD, 0, words);
        for (int i = 0; i < article.getBody().size(); i++) {
            Zone zone = i == 0 ? Zone.LEAD : Zone.BODY;
            offset += add(passages, "body[" + i + "]", article.getBody().get(i), zone, offset, words);
        }
        for (int i = 0; i < article.getMedia().size(); i++) {
            Media media = article.getMedia().get(i);
            add(passages, "media[" + i + "].caption", media.getCaption(), Zone.CAPTION, offset, words);
        }
        return new ArticleText(article, useGiven, List.copyOf(passages));
    }

    /** Language of the article as its primary subtag; "en" when the sender is silent. */
    public String language() {
        return isLanguageDeclared() ? primary(article.getLanguage()) : "en";
    }

    public boolean isLanguageDeclared() {
        return article.getLanguage() != null && !article.getLanguage().isBlank();
    }

    /** Primary subtag of a language tag in small letters; "nb" for Norwegian of any kind. */
    public static String primary(String tag) {
        int cut = tag.indexOf('-');
        String language = (cut < 0 ? tag : tag.substring(0, cut)).toLowerCase(Locale.ROOT);
        return language.equals("no") || language.equals("nn") ? "nb" : language;
    }

    private static int add(List<Passage> to, String field, String text, Zone zone, int offset, Words words) {
        if (text == null || text.isBlank()) {
            return 0;
        }
        to.add(new Passage(field, text, zone, offset, words));
        return text.length();
    }
}
