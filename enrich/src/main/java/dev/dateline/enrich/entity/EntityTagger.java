package dev.dateline.enrich.entity;

import dev.dateline.enrich.tag.Tagger;
import dev.dateline.enrich.tag.Tags;
import dev.dateline.enrich.text.ArticleText;
import dev.dateline.enrich.text.Passage;
import dev.dateline.model.Evidence;
import dev.dateline.model.Tag;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

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
        return List.copyOf(named(text).tags().values());
    }

    /** The strongest tags, each with its entity. */
    private static Map<Entity, Tag> tags(List<Entity> entities) {
        Map<Entity, Tag> tags = new LinkedHashMap<>();
        for (Entity entity : entities) {
            tags.put(entity, tag(entity));
        }
        if (tags.size() > MOST_TAGS) {
            List<Entity> weakest = new ArrayList<>(entities);
            weakest.sort(Comparator.comparingDouble(
                            (Entity entity) -> tags.get(entity).getScore())
                    .reversed());
            weakest.subList(MOST_TAGS, weakest.size()).forEach(tags::remove);
        }
        return tags;
    }

    /**
     * Who and what an article names.
     *
     * @param passages those that were read
     * @param entities with every mention
     * @param tags of the strongest of them
     */
    public record Named(List<Signs> passages, List<Entity> entities, Map<Entity, Tag> tags) {}

    /** Reads an article for names. */
    public Named named(ArticleText text) {
        String language = text.language();
        List<Find> finds = new ArrayList<>();
        List<Signs> passages = new ArrayList<>(text.passages().size());
        List<Signs> loud = new ArrayList<>(2);
        for (Passage passage : text.passages()) {
            if (finds.size() >= MOST_NAMES) {
                break;
            }
            Signs signs = new Signs(passage, rules.cues());
            passages.add(signs);
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
        return new Named(passages, entities, tags(entities));
    }

    private static Tag tag(Entity entity) {
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
