package dev.dateline.enrich.entity;

import dev.dateline.enrich.taggers.Articles;
import dev.dateline.model.Article;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;

/**
 * A text in which people marked the named entities, of whatever kind.
 *
 * @param article the text as one paragraph
 * @param marks where the entities stand in it
 * @param heldOut false for the half by whose look the rules were tuned
 */
record Annotated(Article article, List<Mark> marks, boolean heldOut) {
    /** Marked characters of the paragraph. */
    record Mark(int start, int end) {
        boolean overlaps(int otherStart, int otherEnd) {
            return start < otherEnd && otherStart < end;
        }
    }

    static List<Annotated> read(Path file, String language) throws Exception {
        NodeList documents = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(file.toFile())
                .getElementsByTagName("TextWithNamedEntities");
        List<Annotated> all = new ArrayList<>();
        for (int i = 0; i < documents.getLength(); i++) {
            all.add(of((Element) documents.item(i), language, i % 2 == 1));
        }
        return all;
    }

    String form(Mark mark) {
        return article.getBody().get(0).substring(mark.start(), mark.end());
    }

    private static Annotated of(Element document, String language, boolean heldOut) {
        StringBuilder text = new StringBuilder();
        List<Mark> marks = new ArrayList<>();
        for (Node part = document.getFirstChild(); part != null; part = part.getNextSibling()) {
            if (part instanceof Element element) {
                int before = text.length();
                text.append(element.getTextContent());
                if (element.getTagName().equals("NamedEntityInText")) {
                    mark(text, before, marks);
                }
            }
        }
        Article article = Articles.article(null, null, List.of(text.toString()));
        article.setLanguage(language);
        return new Annotated(article, List.copyOf(marks), heldOut);
    }

    /** Spaces and stray marks at the ends of a marked text belong to no name. */
    private static void mark(CharSequence text, int from, List<Mark> marks) {
        int start = from;
        int end = text.length();
        while (start < end && !Character.isLetterOrDigit(text.charAt(start))) {
            start++;
        }
        while (end > start && !Character.isLetterOrDigit(text.charAt(end - 1))) {
            end--;
        }
        if (start < end) {
            marks.add(new Mark(start, end));
        }
    }
}
