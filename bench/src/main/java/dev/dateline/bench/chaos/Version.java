package dev.dateline.bench.chaos;

/**
 * One version of a made-up article.
 *
 * @param article number of the article, from 0
 * @param number rank among the versions of the article, from 1; the greatest is the newest
 * @param status what the sender says of it
 * @param embargoMillis end of its embargo in milliseconds from the start of the run; 0 for none
 */
record Version(int article, int number, Status status, long embargoMillis) {
    /** Publishing status as sent. */
    enum Status {
        USABLE,
        WITHHELD,
        CANCELED
    }

    /** The provider under whose name everything is sent; it begins the id of each article. */
    static final String PROVIDER = "chaos";

    private static final String GUID = "urn:chaos:";

    String guid() {
        return GUID + article;
    }

    String articleId() {
        return articleId(article);
    }

    static String articleId(int article) {
        return PROVIDER + "/" + GUID + article;
    }

    /** A word that stands in the headline and the text of this version and of no other. */
    String mark() {
        return mark(article, number);
    }

    static String mark(int article, int number) {
        return "mark" + article + "v" + number + "x";
    }

    boolean isKill() {
        return status == Status.CANCELED;
    }

    boolean isEmbargoed() {
        return embargoMillis > 0;
    }
}
