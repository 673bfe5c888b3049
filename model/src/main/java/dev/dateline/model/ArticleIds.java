package dev.dateline.model;

import java.text.Normalizer;
import java.time.LocalDate;
import java.util.Locale;
import java.util.regex.Pattern;

/** How articles are named: {@code provider/guid}, so that no provider can overwrite or kill another's article. */
public final class ArticleIds {
    /** Longest guid that is kept; longer ones are not ids but mistakes. */
    static final int MAX_GUID_LENGTH = 512;

    private static final int MAX_SLUG_LENGTH = 120;

    private static final Pattern MARKS = Pattern.compile("\\p{M}+|['’]");
    private static final Pattern BETWEEN_WORDS = Pattern.compile("[^\\p{L}\\p{Nd}]+");
    private static final Pattern AROUND = Pattern.compile("^-|-$");

    private ArticleIds() {}

    /**
     * The article id.
     *
     * @throws IllegalArgumentException if the guid is blank or longer than 512 characters
     */
    public static String of(String provider, String guid) {
        if (guid == null || guid.isBlank()) {
            throw new IllegalArgumentException("the article has no guid");
        }
        if (guid.length() > MAX_GUID_LENGTH) {
            throw new IllegalArgumentException(
                    "the guid has " + guid.length() + " characters, more than " + MAX_GUID_LENGTH);
        }
        return provider + "/" + guid;
    }

    /** A guid for an article that carries none: its slug or headline as words, and the day, for example {@code floods-in-lima-2026-10-12}. */
    public static String guidFromSlug(String slugOrHeadline, LocalDate day) {
        String letters = MARKS.matcher(Normalizer.normalize(slugOrHeadline, Normalizer.Form.NFKD))
                .replaceAll("")
                .toLowerCase(Locale.ROOT);
        String plain =
                AROUND.matcher(BETWEEN_WORDS.matcher(letters).replaceAll("-")).replaceAll("");
        String slug = plain.length() > MAX_SLUG_LENGTH ? plain.substring(0, MAX_SLUG_LENGTH) : plain;
        return day == null ? slug : slug + "-" + day;
    }
}
