package dev.dateline.ingest.parse;

import dev.dateline.model.Rights;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** One story of NewsML 1: its lines, its metadata, and its parts by role. What it does not say, its ancestors may. */
final class NewsMl1Story {
    private static final Set<String> TITLES = Set.of("title", "headline");
    private static final Set<String> LEADS = Set.of("lead", "abstract", "summary", "subheadline", "standfirst");
    private static final Set<String> NOT_TEXT =
            Set.of("contact", "stylesheet", "logo", "tweettext", "caption", "thumbnail", "keyword");
    private static final Set<String> NOTES = Set.of("advisoryline", "advisory", "editorialnote", "instruction");

    private final List<XmlElement> path;
    /** Those of the story first, then those of the components around it. */
    private final List<XmlElement> lines = new ArrayList<>();

    private final Draft draft;
    private final Redaction redaction;

    NewsMl1Story(List<XmlElement> path, Draft draft, Redaction redaction) {
        this.path = path;
        for (XmlElement component : path) {
            component.children("NewsLines").forEach(block -> lines.addAll(block.children()));
        }
        this.draft = draft;
        this.redaction = redaction;
    }

    void read() {
        draft.headline = line("HeadLine");
        draft.slugline = line("SlugLine") == null ? line("KeywordLine") : line("SlugLine");
        String second = redaction.publicPart(line("SubHeadLine"));
        if (draft.slugline == null && second != null && second.equals(second.toUpperCase(Locale.ROOT))) {
            draft.slugline = second; // EFE's slug stands there
        } else {
            draft.standfirst = second;
        }
        draft.dateline = line("DateLine");
        draft.credit = line("CreditLine") == null ? party("Provider") : line("CreditLine");
        Optional.ofNullable(line("ByLine")).ifPresent(draft.bylines::add);
        readMetadata();
        readNotes();
        NewsMl1Concepts concepts = new NewsMl1Concepts(draft);
        metadata("DescriptiveMetadata").forEach(concepts::read);
        readParts(path.get(0));
        new NewsMl1Media(draft, redaction).read(path);
    }

    private void readMetadata() {
        Stream.concat(
                        metadata("DescriptiveMetadata").map(meta -> NewsMl1Item.name(meta, "Language")),
                        path.stream().map(component -> component.attribute("lang")))
                .filter(Objects::nonNull)
                .findFirst()
                .ifPresent(language -> draft.language = language);
        draft.genre = metadata("DescriptiveMetadata")
                .map(meta -> NewsMl1Item.name(meta, "Genre"))
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
        Optional<XmlElement> rights = metadata("RightsMetadata").findFirst();
        String holder = rights.flatMap(one -> one.child("Copyright"))
                .map(one -> one.textOf("CopyrightHolder"))
                .orElse(null);
        String usage = rights.flatMap(one -> one.child("UsageRights"))
                .map(XmlElement::text)
                .orElse(null);
        String notice = line("CopyrightLine");
        draft.rights =
                holder == null && usage == null && notice == null ? null : new Rights(holder, notice, usage, null);
    }

    private void readNotes() {
        for (XmlElement line : lines) {
            String type = line.name().equals("NewsLine") ? NewsMl1Item.name(line, "NewsLineType") : null;
            if (type != null && NOTES.contains(type.toLowerCase(Locale.ROOT))) {
                draft.addNote(redaction.publicNote(line.textOf("NewsLineText")));
            }
        }
    }

    private void readParts(XmlElement component) {
        String role = NewsMl1Stories.role(component);
        for (XmlElement content : component.children("ContentItem")) {
            content.child("DataContent").ifPresent(data -> readPart(role, data));
        }
        component.children("NewsComponent").stream()
                .filter(part -> !NewsMl1Stories.isMedium(part))
                .forEach(this::readParts);
    }

    private void readPart(String role, XmlElement data) {
        if (NOT_TEXT.contains(role) || !data.hasText()) {
            return;
        }
        if (TITLES.contains(role)) {
            draft.headline = draft.headline == null ? text(data) : draft.headline;
        } else if (LEADS.contains(role)) {
            String lead = redaction.publicPart(String.join(" ", paragraphs(data)));
            draft.standfirst = draft.standfirst == null ? lead : draft.standfirst;
        } else {
            List<String> all = new ArrayList<>(draft.body);
            markup(data)
                    .ifPresentOrElse(
                            story -> new StoryMarkup(draft, redaction).read(story),
                            () -> draft.body = redaction.publicParagraphs(paragraphs(data)));
            all.addAll(draft.body);
            draft.body = all;
        }
    }

    private List<String> paragraphs(XmlElement data) {
        return markup(data)
                .map(story -> Paragraphs.of(story, draft.dialect.skip()))
                .orElseGet(() -> Paragraphs.ofPlainText(data.rawText()));
    }

    /** Text of a part without its markup, in one line. */
    static String text(XmlElement data) {
        return markup(data).orElse(data).text();
    }

    /** Markup is sent as elements or as CDATA; plain text is neither. */
    private static Optional<XmlElement> markup(XmlElement data) {
        if (data.hasChildren()) {
            return Optional.of(data);
        }
        return Optional.of(data.rawText()).filter(Html::isMarkup).map(Html::parse);
    }

    private String line(String name) {
        for (XmlElement line : lines) {
            if (line.name().equalsIgnoreCase(name) && line.hasText()) {
                return line.text();
            }
        }
        return null;
    }

    private String party(String name) {
        return metadata("AdministrativeMetadata")
                .flatMap(meta -> meta.children(name).stream())
                .flatMap(provider -> provider.children("Party").stream())
                .map(party -> party.attribute("FormalName"))
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    /** TASS writes DescriptiveMetada. */
    private Stream<XmlElement> metadata(String name) {
        String misspelt = name.substring(0, name.length() - 2);
        return path.stream()
                .flatMap(component -> component.children().stream())
                .filter(child -> child.name().equals(name) || child.name().equals(misspelt));
    }
}
