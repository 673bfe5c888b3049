package dev.dateline.enrich.place;

import dev.dateline.enrich.tag.Tagger;
import dev.dateline.enrich.tag.Tags;
import dev.dateline.enrich.text.ArticleText;
import dev.dateline.model.Tag;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** UN M49 regions of the countries found so far; a region is as sure as its surest country. */
public final class RegionTagger implements Tagger {
    static final String SCHEME = "region";

    @Override
    public List<Tag> tag(ArticleText text, List<Tag> soFar) {
        Map<String, Tag> best = new LinkedHashMap<>();
        for (Tag country : soFar) {
            if (country.getScheme().equals(CountryTagger.SCHEME)) {
                for (String region : Countries.regions(country.getCode())) {
                    best.merge(region, country, (a, b) -> a.getScore() >= b.getScore() ? a : b);
                }
            }
        }
        List<Tag> tags = new ArrayList<>();
        best.forEach((region, country) -> tags.add(Tags.of(
                SCHEME,
                region,
                Countries.regionName(region),
                country.getScore(),
                Tags.CONTAINMENT,
                country.getEvidence())));
        return tags;
    }
}
