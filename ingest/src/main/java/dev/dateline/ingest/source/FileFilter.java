package dev.dateline.ingest.source;

import java.nio.file.FileSystems;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.PatternSyntaxException;
import org.apache.kafka.common.config.ConfigException;

/** Which files of a directory are taken, going by their names; without an include all but the excluded ones. */
record FileFilter(List<PathMatcher> include, List<PathMatcher> exclude) {
    private static final List<String> UNFINISHED = List.of(".part", ".tmp", ".filepart");

    /**
     * A filter of globs separated by commas; a comma within braces belongs to the glob.
     *
     * @throws ConfigException naming a glob that cannot be read
     */
    static FileFilter of(String include, String exclude) {
        return new FileFilter(
                matchers(DirectorySourceConfig.INCLUDE, include), matchers(DirectorySourceConfig.EXCLUDE, exclude));
    }

    /** Whether the file is taken; {@code relative} is its path below the watched directory. */
    boolean takes(Path relative) {
        String name = relative.getFileName().toString().toLowerCase(Locale.ROOT);
        return !name.startsWith(".")
                && UNFINISHED.stream().noneMatch(name::endsWith)
                && (include.isEmpty() || include.stream().anyMatch(glob -> glob.matches(relative)))
                && exclude.stream().noneMatch(glob -> glob.matches(relative));
    }

    private static List<PathMatcher> matchers(String key, String globs) {
        return split(globs).stream().map(glob -> matcher(key, glob)).toList();
    }

    private static PathMatcher matcher(String key, String glob) {
        try {
            PathMatcher matcher = FileSystems.getDefault().getPathMatcher("glob:" + glob);
            return glob.contains("/") ? matcher : relative -> matcher.matches(relative.getFileName());
        } catch (PatternSyntaxException e) {
            throw new ConfigException(key, glob, "is not a glob: " + e.getDescription());
        }
    }

    private static List<String> split(String globs) {
        List<String> parts = new ArrayList<>();
        int depth = 0;
        int from = 0;
        for (int i = 0; i <= globs.length(); i++) {
            char c = i == globs.length() ? ',' : globs.charAt(i);
            if (c == '{') {
                depth++;
            } else if (c == '}') {
                depth--;
            } else if (c == ',' && (depth <= 0 || i == globs.length())) {
                parts.add(globs.substring(from, i).strip());
                from = i + 1;
            }
        }
        parts.removeIf(String::isEmpty);
        return parts;
    }
}
