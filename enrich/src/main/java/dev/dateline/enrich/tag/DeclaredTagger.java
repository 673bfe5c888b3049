package dev.dateline.enrich.tag;

import com.ibm.icu.util.ULocale;
import dev.dateline.model.Article;
import dev.dateline.model.Tag;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Language and genre as the article declares them. */
final class DeclaredTagger implements Tagger {
    @Override
    public List<Tag> tag(ArticleText text, List<Tag> soFar) {
        Article article = text.article();
        List<Tag> tags = new ArrayList<>();
        String language = canonical(article.getLanguage());
        if (language != null) {
            tags.add(Tags.of(
                    "language",
                    language,
                    new ULocale(language).getDisplayName(ULocale.ENGLISH),
                    1,
                    Tags.GIVEN,
                    List.of()));
        }
        String genre = article.getGenre();
        if (genre != null && !genre.isBlank()) {
            String name = genre.trim();
            tags.add(Tags.of("genre", name.toLowerCase(Locale.ROOT), name, 1, Tags.GIVEN, List.of()));
        }
        return tags;
    }

    /** "EN_us" is "en-US"; null when it is no language tag. */
    private static String canonical(String declared) {
        if (declared == null || declared.isBlank()) {
            return null;
        }
        String tag = Locale.forLanguageTag(declared.trim().replace('_', '-')).toLanguageTag();
        return tag.equals("und") ? null : tag;
    }
}
