package dev.dateline.ingest.syndication;

import java.util.Optional;
import java.util.stream.Stream;

/** The place of an item: GeoRSS in its three forms, W3C's geo, GeoNames' names. */
final class Places {
    private Places() {}

    /** The place, or null. */
    static Entry.Point of(FeedElement item) {
        String name = Fields.line(item, "georss:featurename");
        String[] pair = Stream.of(
                        Optional.ofNullable(Fields.line(item, "georss:point", "gml:pos")),
                        item.child("georss:where").flatMap(Places::position),
                        position(item),
                        Optional.ofNullable(pair(item)),
                        item.child("geo:point").map(Places::pair))
                .flatMap(Optional::stream)
                .findFirst()
                .map(text -> text.strip().split("[\\s,]+"))
                .orElse(new String[0]);
        Double latitude = pair.length == 2 ? degrees(pair[0], 90) : null;
        Double longitude = pair.length == 2 ? degrees(pair[1], 180) : null;
        boolean known = latitude != null && longitude != null;
        return !known && name == null ? null : new Entry.Point(name, known ? latitude : null, known ? longitude : null);
    }

    private static Optional<String> position(FeedElement around) {
        return around.child("gml:point").map(point -> Fields.line(point, "gml:pos"));
    }

    private static String pair(FeedElement element) {
        String latitude = Fields.line(element, "geo:lat");
        String longitude = Fields.line(element, "geo:long", "geo:lon");
        return latitude == null || longitude == null ? null : latitude + " " + longitude;
    }

    private static Double degrees(String text, int most) {
        try {
            double value = Double.parseDouble(text);
            return Math.abs(value) <= most ? value : null;
        } catch (NumberFormatException e) {
            return null;
        }
    }
}
