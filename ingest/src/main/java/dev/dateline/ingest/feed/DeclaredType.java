package dev.dateline.ingest.feed;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a server says of the kind of a body, for the reader to believe or not.
 *
 * @param mediaType as {@code application/rss+xml}, or null
 * @param charset as declared, known to this Java or not, or null
 */
record DeclaredType(String mediaType, String charset) {
    private static final Pattern MEDIA_TYPE = Pattern.compile("^\\s*([\\w!#$&^.+-]{1,64}/[\\w!#$&^.+-]{1,64})");
    private static final Pattern CHARSET =
            Pattern.compile(";\\s*charset\\s*=\\s*[\"']?([\\w.:+()-]{1,40})", Pattern.CASE_INSENSITIVE);

    /** @param contentType value of the header, or null */
    static DeclaredType of(String contentType) {
        String header = contentType == null ? "" : contentType;
        Matcher mediaType = MEDIA_TYPE.matcher(header);
        Matcher charset = CHARSET.matcher(header);
        return new DeclaredType(
                mediaType.find() ? mediaType.group(1).toLowerCase(Locale.ROOT) : null,
                charset.find() ? charset.group(1) : null);
    }
}
