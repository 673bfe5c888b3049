package dev.dateline.ingest.page;

/** What the markup says an element is for. */
enum Role {
    /** The text of the article. */
    BODY,
    /** The article with its head and perhaps more. */
    ARTICLE,
    NONE,
    /** The paragraph that sums the article up, ahead of it. */
    LEAD,
    /** Perhaps beside the article: judged by what is in it. */
    ASIDE,
    /** Beside the article unless it is a good part of it: author, date, picture galleries. */
    DETAIL,
    /** Beside the article: advertisements, shares, related stories, navigation. */
    FURNITURE,
    /** Never the article, however long it is: what readers wrote, navigation, the foot of the page. */
    OUTSIDE;

    /** How much of a page's running text such an element may hold and still be what it is called; 0 when it is not looked at. */
    double limit() {
        return switch (this) {
            case OUTSIDE -> 0.9;
            case FURNITURE -> 0.35;
            case DETAIL -> 0.15;
            default -> 0;
        };
    }
}
