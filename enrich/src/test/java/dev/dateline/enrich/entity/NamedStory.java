package dev.dateline.enrich.entity;

import dev.dateline.enrich.taggers.Articles;
import dev.dateline.model.Article;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;

/**
 * A Reuters story of 1987 with the people and bodies that the editors filed it under.
 *
 * @param people surnames in lower case, with a given name before a hyphen where two share one
 */
public record NamedStory(Article article, List<String> people, List<String> bodies) {
    private static final Pattern STORY = Pattern.compile("<REUTERS.*?</REUTERS>", Pattern.DOTALL);
    private static final Pattern CODE = Pattern.compile("<D>(.*?)</D>");

    public static List<NamedStory> read(Path file) {
        try (InputStream in = new GZIPInputStream(Files.newInputStream(file))) {
            List<NamedStory> stories = new ArrayList<>();
            Matcher story = STORY.matcher(new String(in.readAllBytes(), StandardCharsets.ISO_8859_1));
            while (story.find()) {
                NamedStory read = of(story.group());
                if (!read.people().isEmpty() || !read.bodies().isEmpty()) {
                    stories.add(read);
                }
            }
            return stories;
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static NamedStory of(String story) {
        List<String> body = Arrays.asList(part(story, "BODY").strip().split("\n    +"));
        String title = part(story, "TITLE");
        Article article = Articles.article(title.isEmpty() ? null : title, null, body);
        return new NamedStory(article, codes(part(story, "PEOPLE")), codes(part(story, "ORGS")));
    }

    private static String part(String story, String name) {
        int start = story.indexOf("<" + name + ">");
        int end = story.indexOf("</" + name + ">");
        return start < 0 || end < 0
                ? ""
                : story.substring(start + name.length() + 2, end)
                        .replace("&lt;", "<")
                        .replace("&amp;", "&")
                        .replace("&#3;", "");
    }

    private static List<String> codes(String list) {
        return CODE.matcher(list).results().map(code -> code.group(1)).toList();
    }
}
