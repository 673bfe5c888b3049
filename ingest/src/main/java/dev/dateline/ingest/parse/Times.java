package dev.dateline.ingest.parse;

import dev.dateline.ingest.dialect.Dialect;
import dev.dateline.model.VersionOrder;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The times of one article and what follows from them: its rank among its versions and what looks wrong. */
final class Times {
    /** Years after receipt that a provider's clock or typing may be off before its time is not believed. */
    private static final int YEARS_AHEAD = 5;

    private static final int FIRST_YEAR = 1900;

    private final Draft draft;
    private final Instant receivedAt;
    private final Optional<WireTime> versionCreated;
    private final Optional<WireTime> firstCreated;
    private final Optional<WireTime> embargo;

    Times(Draft draft, Instant receivedAt) {
        this.draft = draft;
        this.receivedAt = receivedAt;
        this.versionCreated = time(draft.versionCreated);
        this.firstCreated = time(draft.firstCreated);
        this.embargo = time(draft.embargo);
    }

    Optional<WireTime> versionCreated() {
        return versionCreated;
    }

    Optional<WireTime> firstCreated() {
        return firstCreated;
    }

    Optional<WireTime> embargo() {
        return embargo;
    }

    Optional<WireTime> expires() {
        return time(draft.expires);
    }

    /** The day of this version where it was written; null when it is not known. */
    LocalDate day() {
        return firstCreated.isPresent() && draft.dialect.order() == Dialect.Order.OBSERVED
                ? day(firstCreated.get())
                : versionCreated.or(() -> firstCreated).map(Times::day).orElse(null);
    }

    VersionOrder order(String version) {
        VersionOrder order = new VersionOrder(0L, 0L, 0L, Parsers.VERSION);
        switch (draft.dialect.order()) {
            case OBSERVED -> order.setTime(receivedAt.toEpochMilli());
            case SEQUENTIAL -> {
                if (PlainText.isNumber(version, 18)) {
                    order.setNumber(Long.parseLong(version));
                } else {
                    byTime(order);
                }
            }
            case OPAQUE -> byTime(order);
        }
        return order;
    }

    List<String> flags() {
        List<String> flags = new ArrayList<>();
        if (draft.versionCreated != null && versionCreated.isEmpty()) {
            flags.add("version-created-unreadable");
        }
        if (versionCreated.isPresent() && !isPlausible(versionCreated.get())) {
            flags.add("version-created-implausible");
        }
        if (versionCreated.isPresent()
                && firstCreated.isPresent()
                && firstCreated.get().instant().isAfter(versionCreated.get().instant())) {
            flags.add("first-created-later");
        }
        if (draft.embargo != null && !draft.embargo.isEmpty() && embargo.isEmpty()) {
            flags.add("embargo-unreadable");
        }
        return flags;
    }

    /** What carries no time at all is ordered by reception. */
    private void byTime(VersionOrder order) {
        if (draft.versionCreated == null && draft.sent == null) {
            order.setTime(receivedAt.toEpochMilli());
        }
        versionCreated
                .filter(this::isPlausible)
                .ifPresent(time -> order.setTime(time.instant().toEpochMilli()));
        time(draft.sent)
                .filter(this::isPlausible)
                .ifPresent(time -> order.setSent(time.instant().toEpochMilli()));
    }

    private boolean isPlausible(WireTime time) {
        int year = time.instant().atOffset(ZoneOffset.UTC).getYear();
        return year >= FIRST_YEAR && year <= receivedAt.atOffset(ZoneOffset.UTC).getYear() + YEARS_AHEAD;
    }

    private Optional<WireTime> time(String text) {
        return text == null ? Optional.empty() : WireTime.parse(text, draft.dialect.zone());
    }

    private static LocalDate day(WireTime time) {
        return time.instant().atOffset(time.offset()).toLocalDate();
    }
}
