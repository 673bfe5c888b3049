package dev.dateline.ingest.page;

import java.util.List;
import java.util.Optional;

/**
 * What a page says of its article. Texts are plain, of one line, and not redacted; what the page does not say is null or
 * empty.
 *
 * @param reason why the page holds no article, in words for the person who sent it; null when it holds one
 * @param headline without the name of the site
 * @param standfirst the paragraph that sums the article up, from the page or else from its description
 * @param bylines who wrote it, as sent
 * @param body paragraphs, headings, items and rows in reading order; empty when there is no text to read
 * @param published when it was published, as sent, the best source first
 * @param modified when it was last changed, as sent, the best source first
 * @param section part of the publication
 * @param keywords as sent, none twice
 * @param genre what kind of journalism the markup calls it, for example "Opinion"
 * @param language as declared, in the form of BCP 47
 * @param canonical web address of the article without tracking parameters
 * @param siteName name of the site or publisher
 * @param credit agency or source from which the site has it
 * @param images pictures of the article
 * @param rights who holds the rights, and what they allow
 * @param correction what was corrected
 * @param free false when the markup says that the text is for subscribers
 */
public record Page(
        String reason,
        String headline,
        String standfirst,
        List<String> bylines,
        List<String> body,
        List<Stamp> published,
        List<Stamp> modified,
        String section,
        List<String> keywords,
        String genre,
        String language,
        String canonical,
        String siteName,
        String credit,
        List<Image> images,
        Rights rights,
        String correction,
        boolean free) {

    /**
     * A time as sent.
     *
     * @param text not checked
     * @param source where the page has it, for example "article:published_time"
     */
    public record Stamp(String text, String source) {
        /** The day that it names with its year, in digits or in words of seven languages, as ISO 8601. */
        public Optional<String> day() {
            return Stamps.day(text);
        }
    }

    /** A picture; all but its address may be null. */
    public record Image(String href, String caption, String credit) {}

    /**
     * Rights as sent; each may be null.
     *
     * @param holder who holds them
     * @param notice copyright notice
     * @param terms address or name of a licence, or terms of use
     * @param dataMining whether text and data mining is reserved
     */
    public record Rights(String holder, String notice, String terms, String dataMining) {}

    /** Whether the page holds an article. */
    public boolean isArticle() {
        return reason == null;
    }
}
