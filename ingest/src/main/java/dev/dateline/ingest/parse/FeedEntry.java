package dev.dateline.ingest.parse;

import dev.dateline.ingest.dialect.Dialects;
import dev.dateline.ingest.syndication.Channel;
import dev.dateline.ingest.syndication.Entry;
import dev.dateline.ingest.syndication.FeedText;
import dev.dateline.ingest.web.Links;
import dev.dateline.model.Countries;
import dev.dateline.model.Link;
import dev.dateline.model.Media;
import dev.dateline.model.Place;
import dev.dateline.model.PubStatus;
import dev.dateline.model.Rights;
import dev.dateline.model.Subject;
import java.net.URI;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/** One item of a feed as a draft. */
final class FeedEntry {
    /** A description as long as this in several paragraphs is the story itself. */
    private static final int LONGEST_STANDFIRST = 800;

    private final Channel channel;
    private final Entry entry;
    private final Draft draft;
    private final Redaction redaction;

    FeedEntry(Channel channel, Entry entry, int position, String provider, Dialects dialects) {
        this.channel = channel;
        this.entry = entry;
        this.draft =
                new Draft(channel.format(), position, dialects.of(channel.format(), provider, senders(channel, entry)));
        this.redaction = new Redaction(draft.dialect, dialects.general());
    }

    /** The site, the publication and the feed, as they call themselves. */
    private static List<String> senders(Channel channel, Entry entry) {
        return Stream.of(host(channel.link()), host(entry.link()), entry.credit())
                .filter(Objects::nonNull)
                .distinct()
                .toList();
    }

    private static String host(String link) {
        String canonical = Links.canonical(link, null);
        return canonical == null ? null : URI.create(canonical).getHost();
    }

    Draft draft() {
        draft.guid = entry.id();
        draft.formatVersion = channel.version();
        draft.pubStatus = entry.deleted() ? PubStatus.CANCELED : PubStatus.USABLE;
        draft.firstCreated = entry.published();
        draft.versionCreated = entry.updated() == null ? entry.published() : entry.updated();
        draft.expires = entry.expires();
        draft.language = entry.language();
        draft.bylines.addAll(entry.authors());
        draft.credit = PlainText.orNull(entry.credit());
        readText();
        entry.categories().stream().map(FeedEntry::subject).forEach(draft.subjects::add);
        entry.media().stream().map(this::medium).forEach(draft.media::add);
        readLinks();
        Optional.ofNullable(entry.place()).map(FeedEntry::place).ifPresent(draft.places::add);
        String notice = line(entry.rights());
        draft.rights =
                notice == null && entry.license() == null ? null : new Rights(null, notice, entry.license(), null);
        return draft;
    }

    private void readText() {
        draft.headline = redaction.publicPart(line(entry.title()));
        List<String> summary = paragraphs(entry.summary());
        draft.body = redaction.publicParagraphs(paragraphs(entry.content()));
        String standfirst = String.join(" ", summary);
        boolean story = draft.body.isEmpty() && summary.size() > 1 && standfirst.length() > LONGEST_STANDFIRST;
        if (story) {
            draft.body = redaction.publicParagraphs(summary);
        } else if (!standfirst.equals(String.join(" ", draft.body))) {
            draft.standfirst = redaction.publicPart(standfirst);
        }
    }

    private List<String> paragraphs(FeedText text) {
        return text == null
                ? List.of()
                : text.html()
                        ? Paragraphs.of(Html.parse(text.value()), draft.dialect.skip())
                        : Paragraphs.ofPlainText(text.value());
    }

    private String line(FeedText text) {
        return PlainText.orNull(String.join(" ", paragraphs(text)));
    }

    /** A scheme of IPTC's is known by its alias or address; others stay as sent. */
    private static Subject subject(Entry.Category category) {
        String name = PlainText.orNull(category.label() == null ? category.term() : category.label());
        Catalog.Concept concept = Catalog.resolve(category.scheme(), category.term());
        boolean known = concept.uri() != null
                && concept.scheme() != null
                && !concept.scheme().contains("://");
        if (known) {
            return new Subject(
                    concept.scheme(), concept.code(), category.label(), null, concept.uri(), null, null, null);
        }
        return new Subject(
                category.scheme(),
                category.scheme() == null && category.label() == null ? null : category.term(),
                name,
                null,
                null,
                null,
                null,
                null);
    }

    private Media medium(Entry.Medium medium) {
        String kind = medium.kind() == null ? medium.type() : medium.kind();
        return new Media(
                kind == null ? null : StoryMarkup.typeOf(kind),
                redaction.publicPart(line(medium.caption())),
                PlainText.orNull(medium.credit()),
                medium.href(),
                medium.type());
    }

    private void readLinks() {
        Optional.ofNullable(Links.canonical(entry.link(), null))
                .ifPresent(page -> draft.links.add(new Link("canonical", page, null, null, null, null)));
        entry.related().stream()
                .map(one -> new Link(one.rel(), one.href(), PlainText.orNull(one.title()), null, null, null))
                .forEach(draft.links::add);
    }

    private static Place place(Entry.Point point) {
        String country = Optional.ofNullable(point.name())
                .flatMap(Countries::byNameInAnyLanguage)
                .orElse(null);
        return new Place(
                null,
                null,
                PlainText.orNull(point.name()),
                null,
                "about",
                country,
                point.latitude(),
                point.longitude());
    }
}
