package dev.dateline.enrich.taggers;

import dev.dateline.enrich.tag.Tagger;
import dev.dateline.enrich.tag.Tags;
import dev.dateline.enrich.text.ArticleText;
import dev.dateline.model.Tag;
import java.util.List;
import java.util.Locale;

/** Genre as the article declares it. */
final class GenreTagger implements Tagger {
    @Override
    public List<Tag> tag(ArticleText text, List<Tag> soFar) {
        String genre = text.article().getGenre();
        if (genre == null || genre.isBlank()) {
            return List.of();
        }
        String name = genre.trim();
        return List.of(Tags.of("genre", name.toLowerCase(Locale.ROOT), name, 1, Tags.GIVEN, List.of()));
    }
}
