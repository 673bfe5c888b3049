package dev.dateline.enrich.place;

import dev.dateline.enrich.taggers.Articles;
import dev.dateline.model.Article;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import javax.xml.parsers.DocumentBuilderFactory;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/**
 * A text in which people marked the places.
 *
 * @param article the text as one paragraph, without a declared language or a dateline
 * @param marks where the places stand in it
 * @param heldOut false for the half by whose look the rules were tuned
 */
record Geoparsed(Article article, List<Mark> marks, boolean heldOut) {
    private static final Map<String, String> CODES =
            Countries.all().stream().collect(Collectors.toMap(Countries::englishName, code -> code));
    /** How the texts call countries that ICU calls otherwise. */
    private static final Map<String, String> OTHER_NAMES = Map.of(
            "Palestinian Territory",
            "PS",
            "Czech Republic",
            "CZ",
            "Turkey",
            "TR",
            "Ivory Coast",
            "CI",
            "Macedonia",
            "MK");
    /** Of the kinds of marks in GeoWebNews, those that are names of places. */
    private static final Set<String> NAMES = Set.of("Literal", "Coercion", "Mixed", "Embedded_Literal");
    /** And those that hold no place at all. */
    private static final Set<String> NO_PLACES = Set.of("Homonym", "Language", "Non_Toponym");

    /**
     * Marked characters.
     *
     * @param country null where the corpus does not say it
     * @param wanted false for words that touch on a place and are no name of it, which need not be found
     */
    record Mark(int start, int end, String form, String country, boolean wanted) {
        boolean overlaps(int otherStart, int otherEnd) {
            return start < otherEnd && otherStart < end;
        }
    }

    static List<Geoparsed> read(Path file) throws Exception {
        NodeList articles = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(file.toFile())
                .getElementsByTagName("article");
        List<Geoparsed> all = new ArrayList<>();
        for (int i = 0; i < articles.getLength(); i++) {
            all.add(of((Element) articles.item(i), i % 2 == 1));
        }
        return all;
    }

    private static Geoparsed of(Element article, boolean heldOut) {
        String text = child(article, "text");
        List<Mark> marks = new ArrayList<>();
        for (String tag : List.of("toponym", "location")) {
            NodeList elements = article.getElementsByTagName(tag);
            for (int i = 0; i < elements.getLength(); i++) {
                mark((Element) elements.item(i), text, tag.equals("location") ? 1 : 0, marks);
            }
        }
        return new Geoparsed(Articles.article(null, null, List.of(text)), List.copyOf(marks), heldOut);
    }

    /** Some marks of the corpora do not stand where they say, and are left out. */
    private static void mark(Element element, String text, int firstOffset, List<Mark> marks) {
        int start = Integer.parseInt(child(element, "start").strip()) - firstOffset;
        int end = Integer.parseInt(child(element, "end").strip()) - firstOffset;
        String form = child(element, "phrase") + child(element, "name") + child(element, "extractedName");
        String type = child(element, "type");
        boolean isName = type.isEmpty() || (NAMES.contains(type) && Character.isUpperCase(form.charAt(0)));
        boolean isPlace = !NO_PLACES.contains(type);
        String said = element.getElementsByTagName("phrase").getLength() > 0 ? child(element, "phrase") : form;
        if (isPlace
                && start >= 0
                && end <= text.length()
                && text.substring(start, end).equals(said)) {
            String country = child(element, "country");
            marks.add(new Mark(start, end, said, CODES.getOrDefault(country, OTHER_NAMES.get(country)), isName));
        }
    }

    private static String child(Element of, String name) {
        NodeList found = of.getElementsByTagName(name);
        return found.getLength() == 0 ? "" : found.item(0).getTextContent();
    }
}
