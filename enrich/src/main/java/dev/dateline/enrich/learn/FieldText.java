package dev.dateline.enrich.learn;

import dev.dateline.model.Article;
import dev.dateline.model.Media;
import java.util.ArrayList;
import java.util.List;

/**
 * One field of an article with how often each of its words counts.
 *
 * @param field name of the field as evidence gives it
 */
record FieldText(String field, String text, float weight) {
    private static final float HEADLINE = 2;
    private static final float REST = 1;

    /** What a model reads: all that the reader sees, in order. */
    static List<FieldText> of(Article article) {
        List<FieldText> fields = new ArrayList<>();
        add(fields, "headline", article.getHeadline(), HEADLINE);
        add(fields, "standfirst", article.getStandfirst(), REST);
        for (int i = 0; i < article.getBody().size(); i++) {
            add(fields, "body[" + i + "]", article.getBody().get(i), REST);
        }
        for (int i = 0; i < article.getMedia().size(); i++) {
            Media media = article.getMedia().get(i);
            add(fields, "media[" + i + "].caption", media.getCaption(), REST);
        }
        return fields;
    }

    private static void add(List<FieldText> to, String field, String text, float weight) {
        if (text != null && !text.isBlank()) {
            to.add(new FieldText(field, text, weight));
        }
    }
}
