package dev.dateline.enrich.pack;

import dev.dateline.enrich.entity.BodyName;
import dev.dateline.enrich.place.BlocName;
import dev.dateline.enrich.place.Hints.HintWord;
import dev.dateline.enrich.place.PlaceForm;
import dev.dateline.enrich.topic.AddedTopic;
import java.util.List;
import java.util.Map;

/**
 * One rule pack: what it adds to the shipped rules.
 *
 * @param id its name, the same through all versions
 * @param version from 1, raised with each change
 * @param places forms that name countries, and phrases that look like a place and are none
 * @param hints words that change how a name beside them is read
 * @param topics phrases of topics, new topics among them
 * @param blocs names of blocs, new blocs among them
 * @param organisations names of organisations
 * @param definitions codes of the topics and blocs that it makes, each with its line in the file
 */
public record Pack(
        String id,
        int version,
        List<PlaceForm> places,
        List<HintWord> hints,
        List<AddedTopic> topics,
        List<BlocName> blocs,
        List<BodyName> organisations,
        Map<String, Integer> definitions) {
    /** Largest pack, in bytes. */
    public static final int MAX_BYTES = 1024 * 1024;

    public Pack {
        places = List.copyOf(places);
        hints = List.copyOf(hints);
        topics = List.copyOf(topics);
        blocs = List.copyOf(blocs);
        organisations = List.copyOf(organisations);
        definitions = Map.copyOf(definitions);
    }

    /** Id and version, as tags carry them: {@code desk@3}. */
    public String label() {
        return id + "@" + version;
    }

    /** True for a pack that changes nothing, such as one that was taken back. */
    public boolean isEmpty() {
        return places.isEmpty() && hints.isEmpty() && topics.isEmpty() && blocs.isEmpty() && organisations.isEmpty();
    }
}
