package dev.dateline.ingest.parse;

import dev.dateline.model.Countries;
import dev.dateline.model.Place;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A place given by the names of its parts, as in NITF, NewsML 1 and the older formats. */
final class NamedPlace {
    private static final Pattern CODE = Pattern.compile("[A-Z]{2,3}");

    private NamedPlace() {}

    /**
     * The most specific part names the place, the country may be a code or a name.
     *
     * @param rel how the place relates to the article, or null
     * @param country code or name of the country, or null
     * @param names other parts, the most specific first; elements may be null or blank
     */
    static Optional<Place> of(String rel, String country, List<String> names) {
        List<String> parts =
                names.stream().map(PlainText::orNull).filter(Objects::nonNull).toList();
        String land = PlainText.orNull(country);
        if (parts.isEmpty() && land == null) {
            return Optional.empty();
        }
        Optional<String> iso = Countries.byCode(land).or(() -> Stream.concat(Stream.ofNullable(land), parts.stream())
                .flatMap(name -> Countries.byNameInAnyLanguage(name).stream())
                .findFirst());
        boolean code = parts.isEmpty() && CODE.matcher(land).matches() && iso.isPresent();
        return Optional.of(new Place(
                code ? (land.length() == 2 ? "iso3166-1a2" : "iso3166-1a3") : null,
                code ? land : null,
                code ? null : parts.isEmpty() ? land : parts.get(0),
                null,
                rel,
                iso.orElse(null),
                null,
                null));
    }
}
