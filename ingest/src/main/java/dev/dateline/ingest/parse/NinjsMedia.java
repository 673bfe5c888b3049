package dev.dateline.ingest.parse;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.dateline.model.Link;
import dev.dateline.model.Media;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

/** Pictures, video and audio of ninjs: the item itself, or what is associated with it. */
final class NinjsMedia {
    private static final Set<String> TYPES = Set.of("picture", "graphic", "video", "audio", "animation");

    private final JsonNode node;
    private final Draft draft;
    private final Redaction redaction;

    NinjsMedia(JsonNode node, Draft draft, Redaction redaction) {
        this.node = node;
        this.draft = draft;
        this.redaction = redaction;
    }

    static boolean isMedia(JsonNode node) {
        return TYPES.contains(node.path("type").asText(""));
    }

    void read() {
        if (isMedia(node)) {
            draft.media.add(medium(node));
        }
        for (JsonNode associated : NinjsValues.elements(node.path("associations"))) {
            String headline = new NinjsTexts(associated, "headlines", "headline").main(Set.of(), redaction);
            if (isMedia(associated) || hasPicture(associated)) {
                draft.media.add(medium(associated));
            } else if (NinjsValues.text(associated, "uri") != null || headline != null) {
                draft.links.add(new Link("related", NinjsValues.text(associated, "uri"), headline, null, null, null));
            }
        }
    }

    private static boolean hasPicture(JsonNode associated) {
        return associated.has("renditions")
                && !associated.path("type").asText("").equals("text");
    }

    private Media medium(JsonNode medium) {
        NinjsTexts descriptions = new NinjsTexts(medium, "descriptions", "description");
        String caption = descriptions.ofRole("caption");
        String credit = Stream.of(
                        NinjsValues.text(medium, "creditline"),
                        descriptions.ofRole("creditline"),
                        NinjsValues.text(medium, "by"),
                        NinjsValues.text(medium, "byline"))
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
        JsonNode rendition = largest(NinjsValues.elements(medium.path("renditions")));
        String href = NinjsValues.text(rendition, "href");
        String type = NinjsValues.text(rendition, "contentType");
        return new Media(
                NinjsValues.text(medium, "type"),
                caption == null ? descriptions.main(Set.of("creditline"), redaction) : redaction.publicPart(caption),
                credit,
                href == null ? NinjsValues.text(medium, "uri") : href,
                type == null ? NinjsValues.text(rendition, "mimetype") : type);
    }

    private static JsonNode largest(List<JsonNode> renditions) {
        JsonNode best = MissingNode.getInstance();
        for (JsonNode rendition : renditions) {
            if (best.isMissingNode()
                    || rendition.path("width").asLong() > best.path("width").asLong()) {
                best = rendition;
            }
        }
        return best;
    }
}
