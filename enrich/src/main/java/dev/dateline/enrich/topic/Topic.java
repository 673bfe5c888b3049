package dev.dateline.enrich.topic;

/**
 * One Media Topic.
 *
 * @param number its place among those that have rules, from 0, behind that of its parent
 * @param parent null for the 17 at the top
 */
public record Topic(int number, String code, String name, Topic parent) {
    Topic top() {
        Topic topic = this;
        while (topic.parent != null) {
            topic = topic.parent;
        }
        return topic;
    }
}
