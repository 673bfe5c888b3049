package dev.dateline.ingest.parse;

import dev.dateline.ingest.dialect.Dialect;
import dev.dateline.model.Article;
import dev.dateline.model.ArticleIds;
import dev.dateline.model.ChangeNotes;
import dev.dateline.model.ContentHash;
import dev.dateline.model.Dateline;
import dev.dateline.model.Datelines;
import dev.dateline.model.Document;
import dev.dateline.model.Place;
import dev.dateline.model.Provenance;
import dev.dateline.model.Signal;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Turns what a format says into an article by the rules that hold for all formats. */
final class Articles {
    private static final Pattern WEB_ADDRESS = Pattern.compile("https?://.+");
    private static final String LOCATED = "located";
    private static final String OFFICE = "office";

    private final Document document;
    private final Draft draft;
    private final Times times;
    private final Article article = new Article();
    private final List<String> flags;

    private Articles(Document document, Draft draft) {
        this.document = document;
        this.draft = draft;
        this.times = new Times(draft, document.receivedAt());
        this.flags = new ArrayList<>(draft.flags);
    }

    /** The article, or why it is none. */
    static Parsed of(Document document, Draft draft) {
        // a kill says what to take down and need not repeat the text
        if (!draft.hasText() && Lifecycle.of(draft, draft.changeNote).signal() != Signal.KILL) {
            String kind =
                    draft.kind == null || draft.kind.equals("text") ? "no text" : "only " + draft.kind + ", no text";
            return new Parsed.Rejected(
                    draft.format,
                    draft.position,
                    kind + ": neither headline nor body nor caption; ask the sender for an item with one");
        }
        try {
            return new Parsed.Accepted(new Articles(document, draft).article());
        } catch (IllegalArgumentException e) {
            return new Parsed.Rejected(draft.format, draft.position, e.getMessage());
        }
    }

    private Article article() {
        identity();
        text();
        lifecycle();
        times();
        article.setUrgency(urgency());
        article.setLanguage(draft.language == null ? draft.dialect.language() : draft.language);
        article.setSlugline(draft.slugline);
        article.setCredit(draft.credit);
        article.setMedia(draft.media.stream().distinct().toList());
        article.setSubjects(List.copyOf(draft.subjects));
        article.setPlaces(draft.places.stream().map(this::asTrusted).toList());
        article.setRights(draft.rights);
        article.setEdNote(draft.edNotes.isEmpty() ? null : String.join("\n", draft.edNotes));
        article.setLinks(List.copyOf(draft.links));
        article.setProvenance(provenance());
        article.setFlags(flags);
        article.setContentHash(ContentHash.of(article));
        return article;
    }

    private void identity() {
        String guid = draft.guid;
        String version = draft.version;
        if (guid != null && draft.dialect.guidVersion() != null) {
            Matcher glued = draft.dialect.guidVersion().matcher(guid);
            if (glued.matches()) {
                guid = glued.group(1);
                version = version == null ? glued.group(2) : version;
            }
        }
        if (guid == null) {
            boolean named = WEB_ADDRESS.matcher(document.uri()).matches();
            guid = named
                    ? document.uri()
                    : ArticleIds.guidFromSlug(slug(), times.day() == null ? receivedOn() : times.day());
            if (!named) {
                flags.add(ArticleIds.DERIVED);
            }
        }
        article.setProvider(document.provider());
        article.setSource(document.source());
        article.setGuid(guid);
        article.setArticleId(ArticleIds.of(document.provider(), guid));
        article.setVersion(version);
        article.setOrder(times.order(version));
    }

    private LocalDate receivedOn() {
        return LocalDate.ofInstant(document.receivedAt(), draft.dialect.zone());
    }

    private String slug() {
        if (draft.slugline == null && draft.headline != null) {
            // "UPDATE 2-Ferry crews strike" is the story of "UPDATE 1-Ferry crews strike"
            return Lifecycle.headline(draft).headline();
        }
        return draft.slugline != null ? draft.slugline : draft.body.isEmpty() ? "" : draft.body.get(0);
    }

    private void text() {
        LocalDate day = times.day() == null ? receivedOn() : times.day();
        Furniture furniture = Furniture.strip(draft.body, draft.headline, day);
        article.setBody(furniture.body());
        if (draft.dialect.byline() == Dialect.Byline.STANDFIRST && !draft.bylines.isEmpty()) {
            draft.standfirst = draft.standfirst == null ? draft.bylines.get(0) : draft.standfirst;
            draft.bylines.clear();
        }
        article.setStandfirst(draft.standfirst);
        List<String> bylines = Bylines.of(draft.bylines);
        article.setBylines(bylines.isEmpty() ? Bylines.of(furniture.bylines()) : bylines);
        Optional<Dateline> field = draft.dateline == null ? Optional.empty() : Datelines.readField(draft.dateline, day);
        article.setDateline(furniture
                .dateline()
                .filter(dateline -> !dateline.getPlaces().isEmpty())
                .or(() -> field)
                .or(furniture::dateline)
                .map(this::withCountry)
                .orElse(null));
        article.setChangeNote(Optional.ofNullable(draft.changeNote)
                .or(() -> furniture.changeNotes().stream().findFirst())
                .or(() -> draft.edNotes.stream()
                        .flatMap(note -> ChangeNotes.read(note).stream())
                        .findFirst())
                .orElse(null));
    }

    /** A dateline without a known country has that of the place where the sender says the article was written. */
    private Dateline withCountry(Dateline dateline) {
        if (dateline.getCountry() == null && !dateline.getPlaces().isEmpty()) {
            draft.places.stream()
                    .filter(place -> LOCATED.equals(place.getRel())
                            && place.getCountry() != null
                            && dateline.getPlaces().get(0).equalsIgnoreCase(place.getName()))
                    .findFirst()
                    .ifPresent(place -> dateline.setCountry(place.getCountry()));
        }
        return dateline;
    }

    /** Where the dialect says that "located" is often an office's place, it is called that. */
    private Place asTrusted(Place place) {
        return draft.dialect.located() == Dialect.Located.UNTRUSTED && LOCATED.equals(place.getRel())
                ? Place.newBuilder(place).setRel(OFFICE).build()
                : place;
    }

    private void lifecycle() {
        Lifecycle lifecycle = Lifecycle.of(draft, article.getChangeNote());
        article.setHeadline(lifecycle.headline());
        article.setHeadlineAsSent(draft.headline);
        article.setPubStatus(draft.pubStatus);
        article.setSignal(lifecycle.signal());
        article.setSignalMarker(lifecycle.marker());
        article.setMarkers(lifecycle.markers());
        article.setGenre(lifecycle.genre());
    }

    private void times() {
        article.setReceivedAt(document.receivedAt());
        article.setVersionCreated(times.versionCreated().map(WireTime::instant).orElse(null));
        article.setFirstCreated(times.firstCreated().map(WireTime::instant).orElse(null));
        article.setUtcOffset(times.versionCreated()
                .or(times::firstCreated)
                .map(WireTime::offset)
                .map(ZoneOffset::getId)
                .orElse(null));
        article.setExpires(times.expires().map(WireTime::instant).orElse(null));
        Optional<WireTime> embargo = times.embargo();
        article.setEmbargoedUntil(embargo.map(WireTime::instant).orElse(null));
        boolean withoutEnd = draft.embargo != null && embargo.isEmpty();
        article.setEmbargoedIndefinitely(withoutEnd
                && (!draft.embargo.isEmpty() || draft.dialect.emptyEmbargo() == Dialect.EmptyEmbargo.INDEFINITE));
        flags.addAll(times.flags());
    }

    private Integer urgency() {
        if (draft.urgency == null) {
            return null;
        }
        if (PlainText.isNumber(draft.urgency, 1) && !draft.urgency.equals("0")) {
            return Integer.valueOf(draft.urgency);
        }
        flags.add("urgency-unreadable");
        return null;
    }

    private Provenance provenance() {
        return new Provenance(
                document.id(),
                document.uri(),
                document.sha256(),
                draft.format,
                draft.formatVersion,
                Parsers.VERSION,
                draft.dialect.id(),
                draft.dialect.version(),
                draft.position);
    }
}
