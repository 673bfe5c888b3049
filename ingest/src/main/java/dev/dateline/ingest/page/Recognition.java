package dev.dateline.ingest.page;

import java.util.BitSet;
import java.util.List;
import java.util.regex.Pattern;

/** Tells why a page holds no article. */
final class Recognition {
    private static final Pattern ERROR = Pattern.compile(
            "(?i)^(?:error\\h*)?(?:4\\d\\d|5\\d\\d)\\b(?!\\h*\\p{L}{3,}\\h+\\p{L}).{0,60}|.*\\b(?:page not found|not found|page cannot be found|can't find|access denied|forbidden|bad gateway|"
                    + "service unavailable|internal server error|gateway time-?out|too many requests|seite nicht gefunden|nicht gefunden|nicht erreichbar|page introuvable|"
                    + "page non trouvée|página no encontrada|no encontrada|pagina non trovata|página não encontrada|pagina niet gevonden|sidan hittades inte|siden ble ikke funnet|"
                    + "siden blev ikke fundet|sivua ei löytynyt|nie znaleziono|страница не найдена|just a moment|attention required|are you a robot|are you human|security check|"
                    + "verify you are human|checking your browser|unsupported browser|enable javascript|request blocked|site unavailable|under maintenance|wartungsarbeiten)\\b.*");
    /** Characters below which an error page's words are all there is. */
    private static final int FEW = 1_500;
    /** Characters of text that a page without any mark of an article must have. */
    private static final int ENOUGH = 250;

    private static final int SHORT = 60;
    private static final int MANY_LINKS = 25;
    private static final int LONGEST_TITLE = 120;

    private final Outline outline;
    private final int text;
    private final boolean marked;
    private final boolean free;
    private final boolean asksForPassword;
    private final boolean front;

    /**
     * @param text characters of the text that was found
     * @param marked whether the page calls itself an article
     * @param free false when the text is for subscribers
     * @param asksForPassword whether the page has a field for one
     * @param front whether it is the first page of a site
     */
    Recognition(Outline outline, int text, boolean marked, boolean free, boolean asksForPassword, boolean front) {
        this.outline = outline;
        this.text = text;
        this.marked = marked;
        this.free = free;
        this.asksForPassword = asksForPassword;
        this.front = front;
    }

    /** Why it is none, or null. */
    String reason(String title, String headline, BitSet body) {
        for (String name : List.of(title == null ? "" : title, headline == null ? "" : headline)) {
            if (text < FEW
                    && !marked
                    && name.length() <= LONGEST_TITLE
                    && ERROR.matcher(name).matches()) {
                return "an HTML page that reports an error; fetch it again";
            }
        }
        if (outline.isCut()) {
            return "an HTML page with more than " + outline.size() + " passages of text; send the article alone";
        }
        if (front && !marked) {
            return "the front page of a site, with " + links() + " links; collect the pages it links to";
        }
        int least = marked ? SHORT : ENOUGH;
        if (text >= least && (marked || !isList(body))) {
            return headline == null ? "an HTML page without a headline; send it with a title" : null;
        }
        if (!free) {
            return "an HTML page for subscribers that shows " + text
                    + " characters of text; fetch it with a subscription or ask the publisher for a feed";
        }
        int links = links();
        if (links >= MANY_LINKS) {
            return "an HTML page that lists " + links + " links and has " + text
                    + " characters of text of its own; collect the pages it links to";
        }
        if (asksForPassword) {
            return "an HTML page that asks for a password and has " + text
                    + " characters of text; fetch it with a session that is logged in";
        }
        return "an HTML page with " + text
                + " characters of text; if it has more in a browser, its text is loaded by scripts: ask the publisher for a feed";
    }

    /** Links that could be headlines. */
    private int links() {
        int links = 0;
        for (Block block : outline.blocks) {
            links += block.linkDensity() > 0.7 ? 1 : 0;
        }
        return links;
    }

    /** Whether the text is many short passages, each with a linked heading of its own. */
    private boolean isList(BitSet body) {
        int first = body.nextSetBit(0);
        int headings = 0;
        for (int i = Math.max(0, first); i < body.length(); i++) {
            Block block = outline.blocks.get(i);
            headings += block.kind() == Block.Kind.HEADING && block.linkDensity() > 0.7 ? 1 : 0;
        }
        return headings >= 8 && text < 250 * headings;
    }
}
