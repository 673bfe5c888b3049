package dev.dateline.ingest.feed;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the headers of an answer say of times: how long it stays fresh (RFC 9111, section 4.2.1) and how long to stay away
 * (RFC 9110, section 10.2.3).
 *
 * @param headers value of a header by its name, or null
 * @param now when the answer came
 */
record AnswerTimes(UnaryOperator<String> headers, Instant now) {
    private static final Pattern MAX_AGE =
            Pattern.compile("(?:^|[,\\s])max-age\\s*=\\s*\"?(\\d{1,9})", Pattern.CASE_INSENSITIVE);
    private static final Pattern NOT_KEPT = Pattern.compile("no-cache|no-store", Pattern.CASE_INSENSITIVE);
    private static final Pattern SECONDS = Pattern.compile("\\d{1,9}");

    /** Null when the server does not say, or says that it must not be kept. */
    Duration freshFor() {
        String control = headers.apply("Cache-Control");
        if (control != null && NOT_KEPT.matcher(control).find()) {
            return null;
        }
        Matcher maxAge = MAX_AGE.matcher(control == null ? "" : control);
        Duration whole = maxAge.find() ? Duration.ofSeconds(Long.parseLong(maxAge.group(1))) : untilExpiry();
        if (whole == null) {
            return null;
        }
        Duration left = whole.minus(age());
        return left.isNegative() ? Duration.ZERO : left;
    }

    /** Null when the server does not say. */
    Duration retryAfter() {
        String value = headers.apply("Retry-After");
        if (value == null) {
            return null;
        }
        if (SECONDS.matcher(value.strip()).matches()) {
            return Duration.ofSeconds(Long.parseLong(value.strip()));
        }
        Instant at = date(value);
        return at == null || at.isBefore(now) ? null : Duration.between(now, at);
    }

    /** By the server's own clock, so that a wrong one does no harm. */
    private Duration untilExpiry() {
        Instant expires = date(headers.apply("Expires"));
        Instant sent = date(headers.apply("Date"));
        return expires == null || sent == null ? null : Duration.between(sent, expires);
    }

    private Duration age() {
        String age = headers.apply("Age");
        return age != null && SECONDS.matcher(age.strip()).matches()
                ? Duration.ofSeconds(Long.parseLong(age.strip()))
                : Duration.ZERO;
    }

    private static Instant date(String value) {
        try {
            return value == null
                    ? null
                    : ZonedDateTime.parse(
                                    value.strip(), DateTimeFormatter.RFC_1123_DATE_TIME.withLocale(Locale.ENGLISH))
                            .toInstant();
        } catch (DateTimeException e) {
            return null;
        }
    }
}
