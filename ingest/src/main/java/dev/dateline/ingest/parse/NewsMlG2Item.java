package dev.dateline.ingest.parse;

import dev.dateline.ingest.dialect.Dialect;
import dev.dateline.ingest.dialect.Dialects;
import dev.dateline.model.Link;
import dev.dateline.model.PubStatus;
import dev.dateline.model.Rights;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** One newsItem of NewsML-G2: item metadata, content metadata, rights. */
final class NewsMlG2Item {
    private static final XmlElement NOTHING = new XmlElement("", "", 0);

    private static final Map<String, String> LINK_RELATIONS = Map.of(
            "irel:seeAlso", "related",
            "irel:previousVersion", "previous",
            "irel:isVersionOf", "previous");

    private static final Pattern DASH_AT_END = Pattern.compile("[\\h–—-]+$");

    private final XmlElement item;
    private final XmlElement header;
    private final XmlElement itemMeta;
    private final XmlElement contentMeta;
    private final Redaction redaction;
    private final Draft draft;

    /** @param header header of the message around it, or null */
    NewsMlG2Item(XmlElement item, XmlElement header, String provider, Dialects dialects, int position) {
        this.item = item;
        this.header = header == null ? NOTHING : header;
        this.itemMeta = item.child("itemMeta").orElse(NOTHING);
        this.contentMeta = item.child("contentMeta").orElse(NOTHING);
        Dialect dialect = dialects.of(NewsMlG2.FORMAT, provider, senders());
        this.redaction = new Redaction(dialect, dialects.general());
        this.draft = new Draft(NewsMlG2.FORMAT, position, dialect);
    }

    Draft draft() {
        draft.formatVersion = item.attribute("standardversion");
        draft.guid = item.attribute("guid");
        draft.version = item.attribute("version");
        readItemMeta();
        readContentMeta();
        readRights();
        new NewsMlG2Content(item, contentMeta, draft, redaction).read();
        return draft;
    }

    private void readItemMeta() {
        draft.pubStatus = itemMeta.child("pubStatus").map(NewsMlG2Item::status).orElse(PubStatus.USABLE);
        draft.versionCreated = itemMeta.textOf("versionCreated");
        draft.firstCreated = itemMeta.textOf("firstCreated");
        draft.sent = header.textOf("sent");
        draft.embargo = itemMeta.child("embargoed")
                .map(element -> element.text() == null ? "" : element.text())
                .orElse(null);
        draft.expires = itemMeta.textOf("expires");
        for (XmlElement signal : itemMeta.children("signal")) {
            addIfAny(signal.attribute("qcode"), draft.signals);
        }
        for (XmlElement note : itemMeta.children("edNote")) {
            addIfAny(redaction.isNonPublic(note) ? null : redaction.publicNote(note.rawText()), draft.edNotes);
        }
        itemMeta.children("link").forEach(this::addLink);
    }

    private void readContentMeta() {
        draft.urgency = contentMeta.textOf("urgency");
        draft.language = Stream.concat(
                        contentMeta.children("language").stream().map(language -> language.attribute("tag")),
                        Stream.of(item.attribute("lang")))
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
        draft.headline = mainOf(contentMeta.children("headline"));
        draft.slugline = contentMeta.textOf("slugline");
        draft.dateline = contentMeta.textOf("dateline");
        draft.credit = Optional.ofNullable(contentMeta.textOf("creditline"))
                .map(credit -> DASH_AT_END.matcher(credit).replaceFirst(""))
                .orElse(null);
        draft.genre = contentMeta.children("genre").stream()
                .map(NewsMlG2Item::nameOrCode)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
        contentMeta.children("by").forEach(by -> addIfAny(by.text(), draft.bylines));
        if (draft.bylines.isEmpty()) {
            contentMeta.children("creator").stream()
                    .filter(NewsMlG2Item::isNamed)
                    .map(creator -> creator.textOf("name"))
                    .filter(name -> name != null && !Redaction.holdsContact(name))
                    .forEach(draft.bylines::add);
        }
        NewsMlG2Concepts concepts = new NewsMlG2Concepts(draft.language);
        contentMeta.children("subject").forEach(subject -> {
            concepts.subject(subject).ifPresent(draft.subjects::add);
            draft.places.addAll(concepts.placesOfSubject(subject));
        });
        contentMeta.children("located").forEach(located -> draft.places.addAll(0, concepts.located(located)));
    }

    private void readRights() {
        List<XmlElement> rights = item.children("rightsInfo");
        if (rights.isEmpty()) {
            return;
        }
        String language = draft.language == null ? "" : draft.language;
        draft.rights = new Rights(
                first(rights, "copyrightHolder", NewsMlG2Item::nameOrCode),
                inLanguage(rights, "copyrightNotice", language),
                inLanguage(rights, "usageTerms", language),
                first(
                        rights,
                        "dataMining",
                        mining -> mining.attribute("qcode") != null
                                ? mining.attribute("qcode")
                                : mining.attribute("uri")));
        if (draft.rights.equals(new Rights(null, null, null, null))) {
            draft.rights = null;
        }
    }

    private void addLink(XmlElement link) {
        String href = link.attribute("href", "residref", "guidref");
        String title = link.textOf("title");
        String rel = link.attribute("rel");
        if (rel == null && href != null && href.equals(item.attribute("guid"))) {
            rel = "previous";
        }
        if (href != null || title != null) {
            draft.links.add(new Link(
                    rel == null ? null : LINK_RELATIONS.getOrDefault(rel, rel), href, title, null, null, null));
        }
    }

    /** A creator with a code of the desk's own is who typed the story in, one without is who wrote it. */
    private static boolean isNamed(XmlElement creator) {
        return creator.attribute("qcode") == null && creator.attribute("literal") == null;
    }

    /** Everything by which the sender may call itself. */
    private List<String> senders() {
        List<String> names = new ArrayList<>();
        addIfAny(header.textOf("sender"), names);
        addIfAny(item.attribute("guid"), names);
        for (XmlElement provider : itemMeta.children("provider")) {
            addIfAny(provider.attribute("qcode"), names);
            addIfAny(provider.attribute("literal"), names);
            addIfAny(provider.attribute("uri"), names);
            provider.children("name").forEach(name -> addIfAny(name.text(), names));
        }
        return names;
    }

    private static void addIfAny(String text, List<String> texts) {
        if (text != null) {
            texts.add(text);
        }
    }

    /** Rank 1, or no role, or else the first that has text; a sub-headline is none. */
    private static String mainOf(List<XmlElement> headlines) {
        XmlElement main = null;
        for (XmlElement headline : headlines) {
            if (claim(headline) > (main == null ? 0 : claim(main)) && headline.hasText()) {
                main = headline;
            }
        }
        return main == null ? null : main.text();
    }

    private static int claim(XmlElement headline) {
        String role = headline.attribute("role");
        boolean first = "1".equals(headline.attribute("rank"));
        return role == null
                ? (first ? 4 : 3)
                : first ? 2 : role.toLowerCase(Locale.ROOT).contains("sub") ? 0 : 1;
    }

    private static PubStatus status(XmlElement element) {
        Catalog.Concept concept = Catalog.resolve(
                element.attribute("qcode") != null ? element.attribute("qcode") : element.attribute("uri"));
        return PubStatuses.of(concept.code());
    }

    static String nameOrCode(XmlElement element) {
        for (XmlElement name : element.children("name")) {
            if (name.text() != null) {
                return name.text();
            }
        }
        if (element.attribute("literal") != null) {
            return element.attribute("literal");
        }
        return element.attribute("qcode") != null
                ? Catalog.resolve(element.attribute("qcode")).code()
                : element.attribute("uri");
    }

    private static String first(List<XmlElement> parents, String child, Function<XmlElement, String> value) {
        return parents.stream()
                .flatMap(parent -> parent.children(child).stream())
                .map(value)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    /** The text in the language of the item, else the first. */
    private static String inLanguage(List<XmlElement> parents, String child, String language) {
        return parents.stream()
                .flatMap(parent -> parent.children(child).stream())
                .filter(text -> language.length() >= 2
                        && text.attribute("lang") != null
                        && text.attribute("lang").startsWith(language.substring(0, 2)))
                .map(XmlElement::text)
                .filter(Objects::nonNull)
                .findFirst()
                .orElseGet(() -> first(parents, child, XmlElement::text));
    }
}
