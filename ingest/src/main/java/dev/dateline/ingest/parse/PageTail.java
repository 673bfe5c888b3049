package dev.dateline.ingest.parse;

import dev.dateline.ingest.dialect.Dialect;
import dev.dateline.model.Link;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * What stands under a page's article: teasers (headline, summary, section, age) and a list of related headlines, each
 * with its section. Found from the end, because only ages, sections and the list's heading are certain.
 *
 * @param body lines that are left for the article, blank ones included
 * @param links teasers and related headlines in the order of the page
 */
record PageTail(List<String> body, List<Link> links) {
    private static final Pattern SECTION_PATH =
            Pattern.compile("\\p{Lu}[\\p{L}&’' -]{1,30}(?: / \\p{Lu}[\\p{L}&’' -]{1,30}){1,3}");
    private static final int MAX_HEADLINE = 200;

    static PageTail of(List<String> lines, Dialect.Page page) {
        int related = headingOfRelated(lines, page);
        List<Link> links = new ArrayList<>();
        int end = teasers(lines.subList(0, related), page, links);
        if (related < lines.size()) {
            links.addAll(related(lines.subList(related + 1, lines.size()), page));
        }
        return new PageTail(lines.subList(0, end), links);
    }

    static boolean isSection(String line, Dialect.Page page) {
        return page.sections().contains(line.toLowerCase(Locale.ROOT))
                || SECTION_PATH.matcher(line).matches();
    }

    /** The last heading of related headlines under which no sentence follows; the number of lines when there is none. */
    private static int headingOfRelated(List<String> lines, Dialect.Page page) {
        for (int i = 0; i < lines.size(); i++) {
            String heading = lines.get(i).toLowerCase(Locale.ROOT).replaceAll("[:\\s]+$", "");
            if (page.related().contains(heading)
                    && lines.subList(i + 1, lines.size()).stream().allMatch(line -> line.length() <= MAX_HEADLINE)) {
                return i;
            }
        }
        return lines.size();
    }

    /** Reads the teasers and returns where the first begins. */
    private static int teasers(List<String> lines, Dialect.Page page, List<Link> links) {
        List<Integer> ages = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            if (page.age().matcher(lines.get(i)).matches()) {
                ages.add(i);
            }
        }
        int start = lines.size();
        for (int n = 0; n < ages.size(); n++) {
            Teaser teaser =
                    n == 0 ? first(lines, ages.get(0), page) : between(lines, ages.get(n - 1) + 1, ages.get(n), page);
            start = n == 0 ? teaser.start() : start;
            if (teaser.link() != null) {
                links.add(teaser.link());
            }
        }
        return start;
    }

    private record Teaser(int start, Link link) {}

    /** A teaser between two ages: its lines are all its own. */
    private static Teaser between(List<String> lines, int from, int age, Dialect.Page page) {
        List<String> texts = new ArrayList<>(lines.subList(from, age).stream()
                .filter(line -> !line.isEmpty())
                .toList());
        return new Teaser(from, link(texts, lines.get(age), page));
    }

    /** The first teaser follows the article: it is headline, blank line and a block that ends in the age, or one block. */
    private static Teaser first(List<String> lines, int age, Dialect.Page page) {
        int block = age;
        while (block > 0 && !lines.get(block - 1).isEmpty()) {
            block--;
        }
        int texts = age - (age > block && isSection(lines.get(age - 1), page) ? 1 : 0);
        int inBlock = texts - block;
        int start = block;
        if (inBlock > 2) {
            // no blank line before the teaser: it has a headline and perhaps a summary, the rest is the article's
            start = isHeadline(lines.get(texts - 2)) ? texts - 2 : texts - 1;
        } else if (inBlock <= 1) {
            int above = block - 1;
            while (above > 0 && lines.get(above).isEmpty()) {
                above--;
            }
            boolean alone = above <= 0 || lines.get(above - 1).isEmpty();
            if (above >= 0 && alone && (inBlock == 0 || isHeadline(lines.get(above)))) {
                start = above;
            }
        }
        List<String> teaser = new ArrayList<>(lines.subList(start, age).stream()
                .filter(line -> !line.isEmpty())
                .toList());
        return new Teaser(start, link(teaser, lines.get(age), page));
    }

    private static boolean isHeadline(String line) {
        List<String> alone = new ArrayList<>(List.of("", line));
        return !line.isEmpty()
                && line.length() <= MAX_HEADLINE
                && !line.matches(".*[.!]|.*[.!?]”")
                && PageCredit.take(alone).isEmpty();
    }

    private static Link link(List<String> texts, String age, Dialect.Page page) {
        String section = null;
        if (texts.size() > 1 && isSection(texts.get(texts.size() - 1), page)
                || texts.size() > 2 && texts.get(texts.size() - 1).length() <= 30) {
            section = texts.remove(texts.size() - 1);
        }
        if (texts.isEmpty()) {
            return null;
        }
        String summary = texts.size() > 1 ? String.join(" ", texts.subList(1, texts.size())) : null;
        return new Link("related", null, texts.get(0), summary, section, age);
    }

    private static List<Link> related(List<String> lines, Dialect.Page page) {
        List<Link> links = new ArrayList<>();
        List<String> open = new ArrayList<>();
        for (String line : lines) {
            if (line.isEmpty()) {
                continue;
            }
            if (page.age().matcher(line).matches()) {
                Link last = open.isEmpty() && !links.isEmpty() ? links.remove(links.size() - 1) : null;
                if (last != null) {
                    last.setPublished(line);
                    links.add(last);
                } else if (!open.isEmpty()) {
                    links.add(link(open, line, page));
                    open = new ArrayList<>();
                }
            } else if (isSection(line, page) && !open.isEmpty()) {
                for (String headline : open.subList(0, open.size() - 1)) {
                    links.add(new Link("related", null, headline, null, null, null));
                }
                links.add(new Link("related", null, open.get(open.size() - 1), null, line, null));
                open = new ArrayList<>();
            } else {
                open.add(line);
            }
        }
        open.forEach(headline -> links.add(new Link("related", null, headline, null, null, null)));
        return links;
    }
}
