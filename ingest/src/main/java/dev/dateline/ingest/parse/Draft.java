package dev.dateline.ingest.parse;

import dev.dateline.ingest.dialect.Dialect;
import dev.dateline.model.Link;
import dev.dateline.model.Media;
import dev.dateline.model.Place;
import dev.dateline.model.PubStatus;
import dev.dateline.model.Rights;
import dev.dateline.model.Signal;
import dev.dateline.model.Subject;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What a format says of one article, before the rules that hold for all formats; filled by one parser, read once. */
final class Draft {
    final String format;
    final int position;
    final Dialect dialect;

    String formatVersion;
    /** Kind of the item as sent: text, picture, video, audio, graphic, composite; null when not sent. */
    String kind;

    String guid;
    String version;
    PubStatus pubStatus = PubStatus.USABLE;
    /** Lifecycle codes and status words as sent, for example "sig:update". */
    final List<String> signals = new ArrayList<>();

    /** What the format's standard itself says of this version, by the words that say it. */
    final Map<String, Signal> stated = new LinkedHashMap<>();
    /** Lines above the headline that say what becomes of the story, for example "2ND LEAD". */
    final List<String> lines = new ArrayList<>();

    String urgency;
    String genre;
    String language;
    String headline;
    String standfirst;
    String slugline;
    final List<String> bylines = new ArrayList<>();
    String dateline;
    List<String> body = List.of();
    String credit;
    final List<Media> media = new ArrayList<>();
    final List<Subject> subjects = new ArrayList<>();
    final List<Place> places = new ArrayList<>();
    Rights rights;
    /** Notes to editors, public ones only. */
    final List<String> edNotes = new ArrayList<>();
    /** What changed, where the format has a field for it. */
    String changeNote;

    String firstCreated;
    String versionCreated;
    String sent;
    /** Time of the embargo; "" when there is an embargo without a time; null when there is none. */
    String embargo;

    String expires;
    final List<Link> links = new ArrayList<>();
    final Set<String> flags = new LinkedHashSet<>();

    Draft(String format, int position, Dialect dialect) {
        this.format = format;
        this.position = position;
        this.dialect = dialect;
    }

    /** @param note public part of a note, or null */
    void addNote(String note) {
        if (note != null && !edNotes.contains(note)) {
            edNotes.add(note);
        }
    }

    /** Whether there is anything to read. */
    boolean hasText() {
        return headline != null
                || standfirst != null
                || !body.isEmpty()
                || media.stream().anyMatch(one -> one.getCaption() != null);
    }
}
