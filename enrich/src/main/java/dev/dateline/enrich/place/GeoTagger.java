package dev.dateline.enrich.place;

import dev.dateline.enrich.language.LanguageTagger;
import dev.dateline.enrich.tag.Tagger;
import dev.dateline.enrich.text.ArticleText;
import dev.dateline.model.Tag;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Countries and places, from one reading of the text. */
public final class GeoTagger implements Tagger {
    private final MentionFinder finder;
    private final DatelineReader datelines;
    private final CountryTagger countries;
    private final PlaceTagger places;

    public GeoTagger(MentionFinder finder, DatelineReader datelines) {
        this.finder = finder;
        this.datelines = datelines;
        this.countries = new CountryTagger(datelines);
        this.places = new PlaceTagger(datelines);
    }

    @Override
    public List<Tag> tag(ArticleText text, List<Tag> soFar) {
        String dateline = datelines.country(text);
        List<Mention> mentions = finder.find(text, language(text, soFar), dateline);
        int[] lists = Lists.sizes(mentions);
        Map<String, Profile> profiles = Profile.of(mentions, lists, Mention::code);
        List<Tag> tags = new ArrayList<>(countries.tags(text, profiles, dateline));
        tags.addAll(places.tags(text, Profile.of(mentions, lists, PlaceTagger::code), profiles, tags, dateline));
        return tags;
    }

    /** As declared: tables and lists of names are easily taken for another language. As detected where nothing is declared. */
    private static String language(ArticleText text, List<Tag> soFar) {
        return text.isLanguageDeclared() ? text.language() : LanguageTagger.language(text, soFar);
    }
}
