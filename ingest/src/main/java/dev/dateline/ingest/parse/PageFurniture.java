package dev.dateline.ingest.parse;

import java.util.regex.Pattern;

/** Lines of a page that belong to its buttons and offers and are no part of an article, in six languages. */
final class PageFurniture {
    private static final Pattern LINE = Pattern.compile(
            "share(?: (?:this|article|full article|on .{1,20}|via .{1,20}|story|page))*|save(?: (?:article|for later))?|listen(?: to .{1,30})?|"
                    + "print|e-?mail|copy(?: link)?|link copied!?|gift(?: (?:this )?article)?|bookmark|like|follow|"
                    + "facebook|twitter|x|whatsapp|linkedin|reddit|telegram|flipboard|pinterest|pocket|instagram|messenger|bluesky|"
                    + "(?:\\d{1,5} )?comments?(?: \\(?\\d{1,5}\\)?)?|view comments|join the conversation|leave a comment|"
                    + "advertisement|story continues below advertisement|advertising|ad|sponsored|promoted|skip advertisement|"
                    + "\\d{1,3}[ -]?min(?:ute)?s?\\.?(?: read)?|reading time:? .{1,20}|"
                    + "(?:sign up|subscribe|register|log in|sign in)\\b.{0,120}|follow us (?:on|at)\\b.{0,80}|"
                    + "(?:download|get) (?:our|the) .{0,40}\\bapp\\b.{0,60}|back to top|skip to .{1,40}|close|menu|play|pause|watch|"
                    + "anzeige|werbung|teilen|merken|drucken|kommentare?|zur startseite|"
                    + "publicité|partager|imprimer|commenter|réagir|écouter(?: l’article)?|s’abonner|"
                    + "publicidad|compartir|comentarios?|guardar|escuchar|suscríbete\\b.{0,80}|"
                    + "publicidade|compartilhar|comentar|pubblicità|condividi|stampa|commenti|"
                    + "advertentie|delen|opslaan|luisteren",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

    private static final int LONGEST = 140;

    private PageFurniture() {}

    static boolean isFurniture(String line) {
        return line.length() <= LONGEST && LINE.matcher(line).matches();
    }
}
