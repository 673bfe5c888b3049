package dev.dateline.ingest.parse;

import dev.dateline.ingest.dialect.Dialects;
import dev.dateline.model.Link;
import dev.dateline.model.PubStatus;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Identification and management of one NewsItem of NewsML 1. */
final class NewsMl1Item {
    private static final XmlElement NOTHING = new XmlElement("", "", 0);

    private static final Pattern REVISION = Pattern.compile("\\d+[NUA]?");

    private final XmlElement item;
    private final XmlElement identifier;
    private final XmlElement management;
    private final Draft draft;
    private final Redaction redaction;

    NewsMl1Item(XmlElement item, String provider, Dialects dialects, int position) {
        this.item = item;
        this.identifier = item.child("Identification")
                .flatMap(identification -> identification.child("NewsIdentifier"))
                .orElse(NOTHING);
        this.management = item.child("NewsManagement").orElse(NOTHING);
        this.draft = new Draft(NewsMl1.FORMAT, position, dialects.of(NewsMl1.FORMAT, provider, senders()));
        this.redaction = new Redaction(draft.dialect, dialects.general());
    }

    /** @param story components that lead to the story, itself first */
    Draft draft(List<XmlElement> story) {
        draft.guid = guid();
        draft.version = identifier.textOf("RevisionId");
        draft.firstCreated = management.textOf("FirstCreated");
        draft.versionCreated = management.textOf("ThisRevisionCreated");
        draft.urgency = name(management, "Urgency");
        draft.language = item.attribute("lang");
        readStatus();
        management.children("Instruction").stream()
                .map(instruction -> instruction.attribute("FormalName"))
                .filter(Objects::nonNull)
                .forEach(draft.signals::add);
        management.children("AssociatedWith").stream()
                .map(related -> related.attribute("NewsItem"))
                .filter(Objects::nonNull)
                .forEach(id -> draft.links.add(new Link("related", id, null, null, null, null)));
        new NewsMl1Story(story, draft, redaction).read();
        if (draft.slugline == null) {
            draft.slugline = item.child("Identification")
                    .map(identification -> identification.textOf("NameLabel"))
                    .orElse(null);
        }
        return draft;
    }

    /**
     * NewsML 1.2, 5.3.2: the public identifier ends in the revision and a letter for its kind. Without one the id is
     * made of its parts; a DateId that follows the revision is no part of what stays the same.
     */
    private String guid() {
        String id = identifier.textOf("PublicIdentifier");
        if (id != null && id.split(":").length >= 6) {
            int last = id.lastIndexOf(':');
            String revision = identifier.textOf("RevisionId");
            boolean versioned = REVISION.matcher(id.substring(last + 1)).matches()
                    || revision != null && id.substring(last + 1).startsWith(revision);
            return versioned ? id.substring(0, last) : id;
        }
        String itemId = identifier.textOf("NewsItemId");
        String date = identifier.textOf("DateId");
        String revised = management.textOf("ThisRevisionCreated");
        boolean moving = date != null && date.equals(revised) && !date.equals(management.textOf("FirstCreated"));
        return itemId == null
                ? id
                : Stream.of("urn:newsml", identifier.textOf("ProviderId"), moving ? null : date, itemId)
                        .filter(Objects::nonNull)
                        .reduce((one, other) -> one + ":" + other)
                        .orElse(null);
    }

    private void readStatus() {
        String status = Optional.ofNullable(name(management, "Status"))
                .map(word -> word.toLowerCase(Locale.ROOT))
                .orElse(null);
        draft.pubStatus =
                "open".equals(status) || "embargoed".equals(status) ? PubStatus.USABLE : PubStatuses.of(status);
        management.child("StatusWillChange").ifPresent(change -> {
            String future = name(change, "FutureStatus");
            if (future == null || future.equalsIgnoreCase("usable")) {
                draft.embargo = change.textOf("DateAndTime");
            } else {
                draft.expires = change.textOf("DateAndTime");
            }
        });
        if ("embargoed".equals(status) && draft.embargo == null) {
            draft.embargo = "";
        }
    }

    /** Everything by which the sender may call itself. */
    private List<String> senders() {
        List<String> names = new ArrayList<>();
        names.add(identifier.textOf("ProviderId"));
        names.add(identifier.textOf("PublicIdentifier"));
        item.descendants("Provider").stream()
                .flatMap(provider -> provider.children("Party").stream())
                .forEach(party -> names.add(party.attribute("FormalName")));
        return names.stream().filter(Objects::nonNull).toList();
    }

    static String name(XmlElement parent, String child) {
        return parent.child(child).map(one -> one.attribute("FormalName")).orElse(null);
    }
}
