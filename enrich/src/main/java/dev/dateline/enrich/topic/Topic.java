package dev.dateline.enrich.topic;

/** One Media Topic; the parent is null for the 17 at the top. */
public record Topic(String code, String name, Topic parent) {
    Topic top() {
        Topic topic = this;
        while (topic.parent != null) {
            topic = topic.parent;
        }
        return topic;
    }
}
