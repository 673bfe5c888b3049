package dev.dateline.enrich.entity;

import dev.dateline.enrich.tag.Tagger;
import dev.dateline.enrich.tag.Tags;
import dev.dateline.enrich.text.ArticleText;
import dev.dateline.enrich.text.Passage;
import dev.dateline.model.Evidence;
import dev.dateline.model.Tag;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** People and organisations by the shape of their names and the words around them. */
public final class EntityTagger implements Tagger {
    static final String PERSON = "person";
    static final String ORGANISATION = "organisation";

    /**
     * Names that are read of one article, and tags that are made of them, the strongest first: lists of members or of
     * results name thousands, which tell nothing and would outgrow the record.
     */
    private static final int MOST_NAMES = 2_000;

    private static final int MOST_TAGS = 100;

    private final NameRules rules;

    public EntityTagger(NameRules rules) {
        this.rules = rules;
    }

    @Override
    public List<Tag> tag(ArticleText text, List<Tag> soFar) {
        List<Tag> tags = new ArrayList<>();
        for (Entity entity : entities(text)) {
            tags.add(tag(entity));
        }
        if (tags.size() > MOST_TAGS) {
            tags.sort(Comparator.comparingDouble(Tag::getScore).reversed());
            return List.copyOf(tags.subList(0, MOST_TAGS));
        }
        return tags;
    }

    /** All that an article names, with every mention. */
    List<Entity> entities(ArticleText text) {
        String language = text.language();
        List<Find> finds = new ArrayList<>();
        List<Signs> loud = new ArrayList<>(2);
        for (Passage passage : text.passages()) {
            if (finds.size() >= MOST_NAMES) {
                break;
            }
            Signs signs = new Signs(passage, rules.cues());
            NameReader reader = new NameReader(rules, signs, language, finds);
            if (signs.capitalsTellNothing(language)) {
                loud.add(signs);
                reader.readKnown();
            } else {
                reader.read();
            }
        }
        List<Entity> entities = Cast.of(finds, language);
        for (Signs signs : loud) {
            Headlines.find(entities, signs);
        }
        return entities;
    }

    private Tag tag(Entity entity) {
        List<Evidence> evidence = new ArrayList<>(Tags.MOST_EVIDENCE);
        for (Span span : Prominence.strongest(entity)) {
            evidence.add(span.evidence());
        }
        return Tags.of(
                entity.isPerson ? PERSON : ORGANISATION,
                entity.code(),
                entity.name(),
                Prominence.score(entity),
                entity.body == null ? Tags.RULE : Tags.GAZETTEER,
                evidence);
    }
}
