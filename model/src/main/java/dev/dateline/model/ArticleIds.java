package dev.dateline.model;

import java.text.Normalizer;
import java.time.LocalDate;
import java.util.Locale;
import java.util.regex.Pattern;

/** How articles are named: {@code provider/guid}, so that no provider can overwrite or kill another's article. */
public final class ArticleIds {
    /** Flag of an article whose sender gives no id: {@link #guidFromSlug} made one. */
    public static final String DERIVED = "guid-derived";

    /** Flag of an article whose derived id another article had before it. */
    public static final String FORKED = "forked";

    /** Longest guid that is kept; longer ones are not ids but mistakes. */
    static final int MAX_GUID_LENGTH = 512;

    private static final int MAX_SLUG_LENGTH = 120;

    private static final Pattern MARKS = Pattern.compile("\\p{M}+|['’]");
    private static final Pattern BETWEEN_WORDS = Pattern.compile("[^\\p{L}\\p{Nd}]+");
    private static final Pattern AROUND = Pattern.compile("^-|-$");

    /** What parts the derived id of an article from the mark of its fork; no slug that was made an id has it. */
    private static final char FORK = '~';

    private static final Pattern MARK = Pattern.compile("~[0-9a-f]{8}$");

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

    /**
     * An id or guid of another article that would have the same one, for example {@code ap/budget-2026-10-12~1f3a5c7e}.
     *
     * @param derived an id or guid that {@link #guidFromSlug} made
     * @param mark tells the article from the others, without {@code ~}
     */
    public static String forked(String derived, String mark) {
        return derived + FORK + mark;
    }

    /** The id that a forked one was made from; any other as it is. */
    public static String unforked(String id) {
        int fork = id.lastIndexOf(FORK);
        return fork > 0 && MARK.matcher(id).find(fork) ? id.substring(0, fork) : id;
    }
}
