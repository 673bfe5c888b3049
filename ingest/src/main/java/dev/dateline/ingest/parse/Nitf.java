package dev.dateline.ingest.parse;

import dev.dateline.ingest.dialect.Dialects;
import dev.dateline.model.Document;
import dev.dateline.model.Signal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** NITF 3: one story with its head (docdata, tobject, meta) and its body. */
final class Nitf {
    static final String FORMAT = "nitf";
    private static final XmlElement NOTHING = new XmlElement("", "", 0);
    private static final Set<String> SLUGS = Set.of("slugline", "anpa-keyword", "keyword");
    private static final Set<String> SOURCES = Set.of("aap-source", "NTBKilde", "source", "provider");

    private static final Pattern VERSION = Pattern.compile(".*NITF ([\\d.]+).*");

    private final XmlElement root;
    private final XmlElement head;
    private final XmlElement docdata;
    private final XmlElement bodyHead;
    private final Draft draft;
    private final Redaction redaction;

    private Nitf(XmlElement root, String provider, Dialects dialects) {
        this.root = root;
        this.head = root.child("head").orElse(NOTHING);
        this.docdata = head.child("docdata").orElse(NOTHING);
        this.bodyHead = root.descendant("body.head").orElse(NOTHING);
        this.draft = new Draft(FORMAT, 0, dialects.of(FORMAT, provider, senders()));
        this.redaction = new Redaction(draft.dialect, dialects.general());
    }

    static boolean isRoot(XmlElement root) {
        return root.name().equals("nitf");
    }

    static List<Parsed> parse(XmlElement root, Document document, boolean charsetGuessed, Dialects dialects) {
        Draft draft = new Nitf(root, document.provider(), dialects).draft();
        if (charsetGuessed) {
            draft.flags.add("charset-guessed");
        }
        return List.of(Articles.of(document, draft));
    }

    private Draft draft() {
        draft.formatVersion = Optional.ofNullable(root.attribute("version"))
                .map(version -> VERSION.matcher(version).replaceFirst("$1"))
                .orElse(null);
        draft.guid = docdata("doc-id", "id-string");
        draft.version = docdata("du-key", "version");
        draft.urgency = docdata("urgency", "ed-urg");
        draft.slugline = slugline();
        draft.language = language();
        readStatus();
        readTimes();
        readText();
        draft.rights = NitfConcepts.rights(docdata, bodyHead);
        NitfConcepts.subjects(head, draft.subjects);
        NitfConcepts.places(docdata, draft.places);
        return draft;
    }

    /** NITF 3.6, docdata management-status: usable, embargoed, withheld, canceled. */
    private void readStatus() {
        String status = docdata.attribute("management-status");
        boolean embargoed = "embargoed".equals(status);
        draft.pubStatus = PubStatuses.of(embargoed ? null : status);
        draft.embargo = embargoed ? "" : null;
        docdata.child("correction").ifPresent(correction -> {
            draft.stated.put("correction", Signal.CORRECTION);
            draft.changeNote = redaction.publicNote(correction.attribute("info"));
        });
        String message = docdata("ed-msg", "msg-type");
        if (message != null) {
            draft.signals.add(message);
        }
        draft.addNote(redaction.publicNote(docdata("ed-msg", "info")));
    }

    private void readTimes() {
        Optional<XmlElement> published = Stream.of(root, head, docdata)
                .flatMap(place -> place.children("pubdata").stream())
                .findFirst();
        draft.versionCreated = Stream.of(
                        docdata("date.issue", "norm"),
                        published
                                .map(date -> date.attribute("date.publication"))
                                .orElse(null),
                        bodyHead.descendant("story.date")
                                .map(date -> date.attribute("norm"))
                                .orElse(null))
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
        draft.expires = docdata("date.expire", "norm");
        String release = docdata("date.release", "norm");
        if (release != null && !isReleasedAtOnce(release)) {
            draft.embargo = release;
        }
    }

    /** Most agencies repeat the time of issue as that of release; then there is no embargo. */
    private boolean isReleasedAtOnce(String release) {
        Optional<WireTime> issued = draft.versionCreated == null
                ? Optional.empty()
                : WireTime.parse(draft.versionCreated, draft.dialect.zone());
        return WireTime.parse(release, draft.dialect.zone())
                .filter(time ->
                        issued.isEmpty() || time.instant().isAfter(issued.get().instant()))
                .isEmpty();
    }

    private void readText() {
        draft.headline = bodyHead.descendant("hl1").map(XmlElement::text).orElse(null);
        if (draft.headline == null) {
            draft.headline = head.textOf("title");
        }
        draft.credit = bodyHead.child("distributor").map(XmlElement::text).orElse(null);
        new StoryMarkup(draft, redaction).read(root.child("body").orElse(root));
        bodyHead.children("note").stream()
                .filter(note -> !redaction.isNonPublic(note))
                .map(note -> redaction.publicNote(note.rawText()))
                .forEach(draft::addNote);
        root.descendants("tagline").stream()
                .map(tagline -> redaction.publicNote(tagline.rawText()))
                .forEach(draft::addNote);
    }

    private String slugline() {
        for (XmlElement meta : head.children("meta")) {
            String name = meta.attribute("name");
            if (name != null && SLUGS.contains(name) && meta.attribute("content") != null) {
                return meta.attribute("content");
            }
        }
        for (XmlElement list : docdata.children("key-list")) {
            for (XmlElement keyword : list.children("keyword")) {
                if (keyword.attribute("key") != null) {
                    return keyword.attribute("key");
                }
            }
        }
        return docdata("du-key", "key");
    }

    private String language() {
        return Optional.ofNullable(root.attribute("baselang", "lang"))
                .or(() -> root.child("body").map(body -> body.attribute("lang")))
                .or(() -> root.descendant("lang").map(lang -> lang.attribute("lang")))
                .orElse(null);
    }

    /** Everything by which the sender may call itself. */
    private List<String> senders() {
        List<String> names = new ArrayList<>();
        names.add(docdata("doc-id", "regsrc"));
        names.add(docdata("doc-id", "id-string"));
        names.add(docdata("doc.copyright", "holder"));
        docdata.children("del-list")
                .forEach(list -> list.children("from-src").forEach(source -> names.add(source.attribute("src-name"))));
        head.children("meta").stream()
                .filter(meta -> meta.attribute("name") != null && SOURCES.contains(meta.attribute("name")))
                .forEach(meta -> names.add(meta.attribute("content")));
        bodyHead.child("distributor").map(XmlElement::text).ifPresent(names::add);
        bodyHead.descendant("rights.owner").map(XmlElement::text).ifPresent(names::add);
        return names.stream()
                .filter(Objects::nonNull)
                .map(name -> name.toLowerCase(Locale.ROOT))
                .toList();
    }

    private String docdata(String element, String attribute) {
        return docdata.child(element).map(found -> found.attribute(attribute)).orElse(null);
    }
}
