package dev.dateline.ingest.parse;

import dev.dateline.model.ChangeNotes;
import dev.dateline.model.Markers;
import dev.dateline.model.PubStatus;
import dev.dateline.model.Signal;
import dev.dateline.model.Sluglines;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What a version does to its article, from everything in a draft that says so. Each place is asked in turn and the
 * strongest signal counts, with the words that prove it.
 */
final class Lifecycle {
    private final Draft draft;
    private final List<String> markers = new ArrayList<>();
    private String headline;
    private String genre;
    private Signal signal;
    private String marker;

    private Lifecycle(Draft draft) {
        this.draft = draft;
        this.genre = draft.genre;
    }

    /** @param changeNote what changed, or null */
    static Lifecycle of(Draft draft, String changeNote) {
        Lifecycle lifecycle = new Lifecycle(draft);
        lifecycle.readHeadline();
        lifecycle.readSlugline();
        lifecycle.readLines();
        lifecycle.readChange(changeNote);
        lifecycle.readCodes(changeNote);
        lifecycle.readStatus();
        return lifecycle;
    }

    /** The headline of a draft that has one, taken apart. */
    static Markers.Reading headline(Draft draft) {
        String rest = draft.headline;
        for (Pattern mark : draft.dialect.headlineCut()) {
            rest = mark.matcher(rest).replaceAll("");
        }
        return Markers.read(rest.isBlank() ? draft.headline : rest.strip(), draft.dialect.markers());
    }

    /** Headline without markers and marks, or null. */
    String headline() {
        return headline;
    }

    Signal signal() {
        return signal == null ? Signal.NEW : signal;
    }

    /** The words or code that proved the signal, or null. */
    String marker() {
        return marker;
    }

    List<String> markers() {
        return markers;
    }

    String genre() {
        return genre;
    }

    private void readHeadline() {
        if (draft.headline != null) {
            Markers.Reading reading = headline(draft);
            headline = PlainText.orNull(reading.headline());
            markers.addAll(reading.markers());
            signal = reading.signal();
            marker = reading.signalMarker();
            genre = reading.genre() == null ? genre : reading.genre();
        }
    }

    private void readSlugline() {
        if (draft.slugline != null && !draft.dialect.markers().isEmpty()) {
            Sluglines.read(draft.slugline).ifPresent(slug -> prove(slug.signal(), slug.signalMarker()));
        }
    }

    private void readLines() {
        for (String line : draft.lines) {
            markers.add(line);
            TextMarkers.signal(line).ifPresent(sent -> prove(sent, line));
        }
    }

    /** An advisory line counts only where nothing else says anything. */
    private void readChange(String changeNote) {
        if (signal == null && changeNote != null) {
            ChangeNotes.signalOf(changeNote).ifPresent(sent -> prove(sent, changeNote));
        }
    }

    private void readCodes(String changeNote) {
        draft.stated.forEach((words, stated) -> {
            if (stated == signal) {
                marker = words;
            } else {
                prove(stated, words);
            }
        });
        for (String code : draft.signals) {
            Optional.ofNullable(draft.dialect.signals().get(code)).ifPresent(sent -> prove(sent, code));
        }
        if (signal == Signal.REPEAT && changeNote != null) {
            // dpa repeats with "(Wiederholung: Wort im 1. Absatz gestrichen)": something has changed after all
            signal = ChangeNotes.signalOf(changeNote)
                    .filter(changed -> changed == Signal.REFILE)
                    .orElse(signal);
        }
    }

    private void readStatus() {
        String status = "pubStatus " + draft.pubStatus.name().toLowerCase(Locale.ROOT);
        if (draft.pubStatus == PubStatus.CANCELED) {
            prove(Signal.KILL, status);
        } else if (draft.pubStatus == PubStatus.WITHHELD) {
            prove(Signal.HOLD, status);
        }
    }

    private void prove(Signal sent, String words) {
        if (signal == null || (sent != signal && Markers.stronger(sent, signal) == sent)) {
            signal = sent;
            marker = words;
        }
    }
}
