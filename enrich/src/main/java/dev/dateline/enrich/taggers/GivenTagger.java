package dev.dateline.enrich.taggers;

import dev.dateline.enrich.place.Countries;
import dev.dateline.enrich.place.CountryTagger;
import dev.dateline.enrich.tag.Tagger;
import dev.dateline.enrich.tag.Tags;
import dev.dateline.enrich.text.ArticleText;
import dev.dateline.enrich.topic.Topic;
import dev.dateline.enrich.topic.TopicRules;
import dev.dateline.enrich.topic.TopicTagger;
import dev.dateline.model.Article;
import dev.dateline.model.Evidence;
import dev.dateline.model.Place;
import dev.dateline.model.Subject;
import dev.dateline.model.Tag;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Codes that the sender put on the article. An editor chose them, so they outrank what rules find. */
final class GivenTagger implements Tagger {
    private static final double TOPIC = 1;
    private static final double COUNTRY = 0.9;
    private static final double MENTIONED = 0.4;
    /** Where it was written, by the sender's word: some providers put the desk there. */
    private static final double LOCATED = 0.3;

    private static final Set<String> COUNTRY_SCHEMES = Set.of("iso3166-1a2", "iso3166-1a3", "isol", "country");

    private final TopicRules rules;

    GivenTagger(TopicRules rules) {
        this.rules = rules;
    }

    @Override
    public List<Tag> tag(ArticleText text, List<Tag> soFar) {
        return text.useGiven() ? declared(text) : List.of();
    }

    @Override
    public List<Tag> declared(ArticleText text) {
        Article article = text.article();
        List<Tag> tags = new ArrayList<>();
        for (Subject subject : article.getSubjects()) {
            addTopic(subject, tags);
            addCountry(subject, tags);
        }
        for (Place place : article.getPlaces()) {
            addCountry(place, tags);
        }
        return tags;
    }

    private void addTopic(Subject subject, List<Tag> tags) {
        String code = topicCode(subject);
        if (code == null) {
            return;
        }
        List<Evidence> evidence = evidence("subjects", subject.getName());
        Topic known = rules.topic(code);
        String name = known == null ? subject.getName() : known.name();
        tags.add(Tags.of(TopicTagger.SCHEME, code, name, TOPIC, Tags.GIVEN, evidence));
        for (Topic up = known == null ? null : known.parent(); up != null; up = up.parent()) {
            tags.add(Tags.of(TopicTagger.SCHEME, up.code(), up.name(), TOPIC, Tags.ANCESTOR, evidence));
        }
    }

    /** Media Topic of a subject: its own code, or for the older Subject Codes the one at the top with the same two digits. */
    private String topicCode(Subject subject) {
        String scheme = subject.getScheme() == null ? "" : subject.getScheme().toLowerCase(Locale.ROOT);
        String code = subject.getCode();
        if (code == null || !code.matches("\\d{8}")) {
            return null;
        }
        if (scheme.equals(TopicTagger.SCHEME)) {
            return code;
        }
        String top = code.substring(0, 2) + "000000";
        return scheme.equals("subj") && rules.topic(top) != null ? top : null;
    }

    private static void addCountry(Subject subject, List<Tag> tags) {
        String scheme = subject.getScheme() == null ? "" : subject.getScheme().toLowerCase(Locale.ROOT);
        String country = Countries.resolve(subject.getCode());
        boolean means = COUNTRY_SCHEMES.contains(scheme)
                || (country != null && Countries.englishName(country).equalsIgnoreCase(subject.getName()));
        if (country != null && means) {
            tags.add(country(country, weight(subject.getRel()), evidence("subjects", subject.getName())));
        }
    }

    private static void addCountry(Place place, List<Tag> tags) {
        String country = Countries.resolve(place.getCountry());
        if (country == null
                && place.getScheme() != null
                && COUNTRY_SCHEMES.contains(place.getScheme().toLowerCase(Locale.ROOT))) {
            country = Countries.resolve(place.getCode());
        }
        // parsers call it "office" where the provider's dialect does not trust "located"
        if (country != null && !"office".equals(place.getRel())) {
            tags.add(country(country, weight(place.getRel()), evidence("places", place.getName())));
        }
    }

    private static Tag country(String code, double score, List<Evidence> evidence) {
        return Tags.of(CountryTagger.SCHEME, code, Countries.englishName(code), score, Tags.GIVEN, evidence);
    }

    private static double weight(String rel) {
        return switch (rel == null ? "" : rel.toLowerCase(Locale.ROOT)) {
            case "located" -> LOCATED;
            case "mention", "mentions" -> MENTIONED;
            default -> COUNTRY;
        };
    }

    private static List<Evidence> evidence(String field, String name) {
        return name == null || name.isEmpty() ? List.of() : List.of(Tags.evidence(field, name, 0, name.length()));
    }
}
