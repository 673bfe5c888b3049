package dev.dateline.ingest.page;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Set;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeFilter;
import org.jsoup.select.NodeTraversor;

/** A page as its blocks of text in order and the boxes that hold them. What no reader sees is left out. */
final class Outline {
    /** Beyond this depth structure is lost, text is not. */
    private static final int MAX_DEPTH = 200;

    private static final int MAX_BLOCKS = 20_000;
    private static final int MAX_BOXES = 200_000;

    private static final Set<String> INLINE = Set.of(
            ("a|abbr|acronym|b|bdi|bdo|big|cite|code|data|del|dfn|em|font|i|ins|kbd|label|mark|nobr|q|s|samp|small|span|"
                            + "strike|strong|sub|sup|time|tt|u|var|wbr|img|picture|source|g-emoji|o:p|st1:place")
                    .split("\\|"));
    private static final Set<String> UNSEEN = Set.of(
            ("head|script|style|noscript|template|iframe|frame|object|embed|svg|canvas|video|audio|map|math|select|"
                            + "option|button|input|textarea|datalist|progress|meter|dialog|figure|figcaption|amp-ad|"
                            + "amp-sidebar|rp|rt")
                    .split("\\|"));

    final List<Block> blocks = new ArrayList<>();
    final List<Box> boxes = new ArrayList<>();
    private BitSet dropped;
    /** Characters of running text before each block. */
    private int[] prose;
    /** Characters outside of links before each block. */
    private int[] plain;

    private Outline() {}

    static Outline of(Element root) {
        Outline outline = outline(root, false);
        // pages that show nothing without their programs sometimes have the text for those who run none
        return outline.prose(0, outline.blocks.size()) > 0 ? outline : outline(root, true);
    }

    private static Outline outline(Element root, boolean withNoscript) {
        Outline outline = new Outline();
        Walk walk = outline.new Walk(withNoscript);
        NodeTraversor.filter(walk, root);
        walk.end();
        outline.sum();
        return outline;
    }

    private void sum() {
        dropped = new BitSet(blocks.size());
        prose = new int[blocks.size() + 1];
        plain = new int[blocks.size() + 1];
        for (int i = 0; i < blocks.size(); i++) {
            Block block = blocks.get(i);
            plain[i + 1] = plain[i] + block.text().length() - block.linked();
            prose[i + 1] = prose[i] + (block.isProse() ? block.text().length() : 0);
        }
    }

    /** Whether the page has more blocks than are read. */
    boolean isCut() {
        return blocks.size() >= MAX_BLOCKS;
    }

    int size() {
        return blocks.size();
    }

    /** Characters of running text in the blocks from one up to another. */
    int prose(int from, int to) {
        return prose[to] - prose[from];
    }

    int prose(Box box) {
        return prose(box.from, box.to);
    }

    /** Characters outside of links, running text or not. */
    int plain(Box box) {
        return plain[box.to] - plain[box.from];
    }

    /** Leaves blocks out of the text. */
    void drop(int from, int to) {
        dropped.set(from, to);
    }

    void drop(int block) {
        dropped.set(block);
    }

    boolean isDropped(int block) {
        return dropped.get(block);
    }

    private final class Walk implements NodeFilter {
        private final Vocabulary vocabulary = new Vocabulary();
        private final boolean withNoscript;
        private final StringBuilder line = new StringBuilder();
        private Box box;
        private int links;
        private int linked;
        private int breaks;
        private boolean row;

        Walk(boolean withNoscript) {
            this.withNoscript = withNoscript;
        }

        @Override
        public FilterResult head(Node node, int depth) {
            if (node instanceof TextNode text) {
                append(text.getWholeText());
                return FilterResult.CONTINUE;
            }
            if (!(node instanceof Element element)) {
                return FilterResult.SKIP_ENTIRELY;
            }
            String name = element.normalName();
            if ((UNSEEN.contains(name) && !(withNoscript && name.equals("noscript")))
                    || blocks.size() >= MAX_BLOCKS
                    || Vocabulary.isHidden(element)) {
                return FilterResult.SKIP_ENTIRELY;
            }
            if (name.equals("br")) {
                lineBreak();
            } else if (INLINE.contains(name)) {
                links += name.equals("a") ? 1 : 0;
            } else if (depth <= MAX_DEPTH && boxes.size() < MAX_BOXES) {
                open(element, name);
            } else {
                end();
            }
            return FilterResult.CONTINUE;
        }

        @Override
        public FilterResult tail(Node node, int depth) {
            if (node instanceof Element element) {
                String name = element.normalName();
                if (INLINE.contains(name)) {
                    links -= name.equals("a") ? 1 : 0;
                } else if (box != null && box.element == element) {
                    end();
                    box.to = blocks.size();
                    row &= !name.equals("tr");
                    box = box.parent;
                }
            }
            return FilterResult.CONTINUE;
        }

        private void open(Element element, String name) {
            if (row && (name.equals("td") || name.equals("th"))) {
                line.append(line.toString().isBlank() ? "" : " | ");
                return;
            }
            end();
            box = new Box(element, box, vocabulary.roleOf(element), blocks.size());
            boxes.add(box);
            row |= name.equals("tr") && isData(element);
        }

        /** A row of a table whose cells hold no blocks of their own. */
        private boolean isData(Element tr) {
            for (Element cell = tr.firstElementChild(); cell != null; cell = cell.nextElementSibling()) {
                for (Element child = cell.firstElementChild(); child != null; child = child.nextElementSibling()) {
                    if (!INLINE.contains(child.normalName())
                            && !child.normalName().equals("br")) {
                        return false;
                    }
                }
            }
            return tr.childrenSize() > 1;
        }

        private void append(String text) {
            boolean blank = text.isBlank();
            line.append(text);
            if (!blank) {
                breaks = 0;
                linked += links > 0 ? visible(text) : 0;
            }
        }

        private int visible(String text) {
            int count = 0;
            for (int i = 0; i < text.length(); i++) {
                count += Text.isSpace(text.charAt(i)) && (i == 0 || Text.isSpace(text.charAt(i - 1))) ? 0 : 1;
            }
            return count;
        }

        /** Two breaks part paragraphs, and so does one behind a sentence. */
        private void lineBreak() {
            breaks++;
            if (breaks > 1 || endsSentence()) {
                end();
            } else {
                line.append(' ');
            }
        }

        private boolean endsSentence() {
            int end = line.length() - 1;
            while (end > 0 && (Text.isSpace(line.charAt(end)) || "\"”“»’".indexOf(line.charAt(end)) >= 0)) {
                end--;
            }
            return end > 0 && ".!?:".indexOf(line.charAt(end)) >= 0;
        }

        private void end() {
            if (!line.isEmpty()) {
                String text = Text.clean(line);
                if (!text.isEmpty() && box != null) {
                    blocks.add(new Block(box, kind(), text, Math.min(linked, text.length())));
                }
                line.setLength(0);
            }
            linked = 0;
            breaks = 0;
        }

        private Block.Kind kind() {
            if (row) {
                return Block.Kind.ROW;
            }
            String name = box.name();
            if (name.length() == 2 && name.charAt(0) == 'h' && Character.isDigit(name.charAt(1))) {
                return Block.Kind.HEADING;
            }
            return name.equals("li") || name.equals("dd") || name.equals("dt") ? Block.Kind.ITEM : Block.Kind.TEXT;
        }
    }
}
