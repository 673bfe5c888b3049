package dev.dateline.ingest.syndication;

import dev.dateline.ingest.web.Links;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What an item is called. */
final class Identity {
    /** Longest id that an article may have. */
    private static final int LONGEST = 512;
    /** BBC counts the versions of a page in the fragment of its guid. */
    private static final Pattern COUNTED = Pattern.compile("(https?://.*)#\\d{1,4}");

    private static final Pattern QUERY = Pattern.compile("(https?://[^?#]*)\\?([^#]*)(#.*)?");

    private Identity() {}

    static String of(FeedElement item, String link, FeedText title, String published) {
        String id = Stream.of("guid", "id")
                .map(name -> Fields.line(item, name))
                .filter(found -> found != null && !found.isBlank())
                .findFirst()
                .or(() -> Optional.ofNullable(item.attribute("ref")))
                .or(() -> Optional.ofNullable(item.name.equals("item") ? item.attribute("about") : null))
                .map(Identity::withoutCounters)
                .or(() -> Optional.ofNullable(Links.canonical(link, null)))
                .or(() -> Optional.ofNullable(link))
                .orElseGet(() -> digest((title == null ? "" : title.plain()) + "\n" + published));
        return id.length() <= LONGEST ? id : digest(id);
    }

    /** A guid that is an address is sent with parameters that track readers like any other address. */
    private static String withoutCounters(String guid) {
        Matcher counted = COUNTED.matcher(guid);
        Matcher query = QUERY.matcher(counted.matches() ? counted.group(1) : guid);
        if (!query.matches()) {
            return counted.matches() ? counted.group(1) : guid;
        }
        String kept = Links.withoutTracking(query.group(2));
        return query.group(1) + (kept == null ? "" : "?" + kept) + (query.group(3) == null ? "" : query.group(3));
    }

    private static String digest(String text) {
        return "sha256:" + Fingerprint.digits(text, 32);
    }
}
