package dev.dateline.ingest.feed;

/** Text of others in lines of ours: whoever runs a server must not write lines of the log. */
final class OneLine {
    private static final int LONGEST = 200;

    private OneLine() {}

    static String of(String text) {
        String line = text.replaceAll("\\p{Cntrl}", "?");
        return line.length() <= LONGEST ? line : line.substring(0, LONGEST) + "…";
    }

    /** An address on one line, whole: control characters are percent-encoded. */
    static String address(String address) {
        if (address.chars().noneMatch(Character::isISOControl)) {
            return address;
        }
        StringBuilder plain = new StringBuilder();
        address.chars()
                .forEach(c -> plain.append(
                        Character.isISOControl(c) ? String.format("%%%02X", c) : String.valueOf((char) c)));
        return plain.toString();
    }
}
