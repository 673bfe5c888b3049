package dev.dateline.ingest.parse;

import dev.dateline.ingest.dialect.Dialect;
import dev.dateline.ingest.dialect.Dialects;
import dev.dateline.ingest.page.Page;
import dev.dateline.ingest.page.Pages;
import dev.dateline.ingest.syndication.AttachedPage;
import dev.dateline.ingest.text.DecodedText;
import dev.dateline.model.Document;
import dev.dateline.model.Link;
import dev.dateline.model.Media;
import dev.dateline.model.Rights;
import dev.dateline.model.Signal;
import dev.dateline.model.Subject;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/** An article page of the web. Its address is its guid, and what was seen last is the newest version. */
final class HtmlPage {
    static final String FORMAT = "html";

    private final Page page;
    private final Draft draft;
    private final Redaction redaction;

    private HtmlPage(Page page, Dialect dialect, Dialect general) {
        this.page = page;
        this.draft = new Draft(FORMAT, 0, dialect);
        this.redaction = new Redaction(dialect, general);
    }

    static Parsed parse(Document document, DecodedText decoded, Dialects dialects) {
        Page page = Pages.read(decoded.text(), document.uri());
        if (!page.isArticle()) {
            return new Parsed.Rejected(FORMAT, 0, page.reason());
        }
        Dialect dialect = dialects.of(FORMAT, document.provider(), senders(page));
        Draft draft = new HtmlPage(page, dialect, dialects.general()).draft();
        if (decoded.guessed()) {
            draft.flags.add("charset-guessed");
        }
        return Articles.of(document, draft);
    }

    /** What a page says, read by the dialect of the item that leads to it; empty when it holds no article. */
    static Optional<Draft> draft(AttachedPage attached, Dialect dialect, Dialect general) {
        DecodedText decoded = DecodedText.of(attached.bytes(), attached.charset());
        Page page = Pages.read(decoded.text(), attached.href());
        return page.isArticle() ? Optional.of(new HtmlPage(page, dialect, general).draft()) : Optional.empty();
    }

    private static List<String> senders(Page page) {
        return Stream.of(page.canonical(), page.siteName(), FORMAT)
                .filter(Objects::nonNull)
                .toList();
    }

    private Draft draft() {
        draft.kind = "text";
        draft.guid = page.canonical();
        draft.headline = redaction.publicPart(page.headline());
        draft.standfirst = redaction.publicPart(page.standfirst());
        draft.bylines.addAll(page.bylines());
        draft.body = redaction.publicParagraphs(page.body());
        draft.language = page.language();
        draft.genre = page.genre();
        draft.credit = page.credit() == null ? page.siteName() : page.credit();
        if (page.correction() != null) {
            draft.changeNote = redaction.publicPart(page.correction());
            draft.stated.put("correction", Signal.CORRECTION);
        }
        readTimes();
        readSubjects();
        for (Page.Image image : page.images()) {
            draft.media.add(new Media(
                    "picture",
                    redaction.publicPart(image.caption()),
                    redaction.publicPart(image.credit()),
                    image.href(),
                    null));
        }
        if (page.rights() != null) {
            Page.Rights rights = page.rights();
            draft.rights = new Rights(rights.holder(), rights.notice(), rights.terms(), rights.dataMining());
        }
        if (page.canonical() != null) {
            draft.links.add(new Link("canonical", page.canonical(), null, null, null, null));
        }
        if (!page.free()) {
            draft.flags.add("for-subscribers");
        }
        return draft;
    }

    private void readTimes() {
        Optional<String> published = time(page.published());
        Optional<String> modified = time(page.modified());
        draft.firstCreated = published.orElse(null);
        // many systems publish by a clock that is ahead of the one that writes the change
        draft.versionCreated = Stream.of(published, modified)
                .flatMap(Optional::stream)
                .max((one, other) -> instant(one).compareTo(instant(other)))
                .orElse(null);
    }

    private Instant instant(String time) {
        return WireTime.parse(time, draft.dialect.zone()).map(WireTime::instant).orElse(Instant.MIN);
    }

    /** The first time that can be read; a day alone gives way to a time of that day. */
    private Optional<String> time(List<Page.Stamp> stamps) {
        List<String> readable = new ArrayList<>();
        for (Page.Stamp stamp : stamps) {
            readable(stamp).ifPresent(readable::add);
        }
        return readable.stream().findFirst().map(first -> readable.stream()
                .filter(other -> first.length() == 10 && other.startsWith(first))
                .reduce(first, (one, other) -> other.length() > one.length() ? other : one));
    }

    private Optional<String> readable(Page.Stamp stamp) {
        if (WireTime.parse(stamp.text(), draft.dialect.zone()).isPresent()) {
            return Optional.of(stamp.text());
        }
        try {
            return Optional.of(Instant.from(DateTimeFormatter.RFC_1123_DATE_TIME.parse(stamp.text()))
                    .toString());
        } catch (DateTimeException e) {
            return stamp.day();
        }
    }

    private void readSubjects() {
        if (page.section() != null) {
            draft.subjects.add(subject(page.section(), "section"));
        }
        page.keywords().forEach(keyword -> draft.subjects.add(subject(keyword, "keyword")));
    }

    private static Subject subject(String name, String rel) {
        return new Subject(null, null, name, null, null, null, rel, null);
    }
}
