package dev.dateline.ingest.dialect;

import dev.dateline.model.Signal;
import java.nio.charset.Charset;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * One provider's ways.
 *
 * @param id unique id, for example "dpa"
 * @param version raised with each change; stored with every article
 * @param match which documents it is for
 * @param order how versions of an article are ordered
 * @param zone zone of times that carry none
 * @param emptyEmbargo what an embargo without a time means
 * @param nonPublicRoles roles of notes that must not leave the pipeline, as sent
 * @param nonPublicPhrases phrases that start text which must not leave the pipeline
 * @param skip names of elements or "." and classes that are no part of the body
 * @param markers names of the headline markers that the provider uses; see {@link dev.dateline.model.Markers#NAMES}
 * @param signals codes of the provider and what they do with a version
 * @param guidVersion splits a guid into guid (group 1) and version (group 2) glued to it, or null
 * @param language language of documents that declare none, or null
 * @param charset character set of documents that are not UTF-8 and declare none, or null for windows-1252
 * @param dateOrder which number of "09-12" is the day
 * @param located how far the place that the sender calls "located" can be trusted
 * @param byline what stands in the field for the byline
 * @param headlineCut what is cut from headlines, such as an agency's own marks
 * @param xml where the provider's own XML keeps what, or null when it sends none
 * @param page how pages are laid out, or null when the provider sends none
 */
public record Dialect(
        String id,
        int version,
        Match match,
        Order order,
        ZoneId zone,
        EmptyEmbargo emptyEmbargo,
        Set<String> nonPublicRoles,
        PhraseList nonPublicPhrases,
        Set<String> skip,
        Set<String> markers,
        Map<String, Signal> signals,
        Pattern guidVersion,
        String language,
        Charset charset,
        DateOrder dateOrder,
        Located located,
        Byline byline,
        List<Pattern> headlineCut,
        Xml xml,
        Page page) {

    /** How versions of an article are ordered. */
    public enum Order {
        /** By the provider's version number. */
        SEQUENTIAL,
        /** By versionCreated, then by the time of sending; the version number is only a label. */
        OPAQUE,
        /** By the time of receipt, for formats without a date that changes. */
        OBSERVED
    }

    /** What an embargo without a time means. */
    public enum EmptyEmbargo {
        /** Until further notice, as NewsML-G2 has it. */
        INDEFINITE,
        /** Nothing: the provider sends the empty element on public items. */
        NONE
    }

    /** Which number of a date written with two is the day. */
    public enum DateOrder {
        /** Month before day, as ANPA 1312 has it. */
        MDY,
        /** Day before month. */
        DMY
    }

    /** How far the place that the sender calls "located" can be trusted. */
    public enum Located {
        /** It is where the story was written. */
        TRUSTED,
        /** It is often the place of an office or of nothing at all: carried, and no evidence for tags. */
        UNTRUSTED
    }

    /** What stands in the field for the byline. */
    public enum Byline {
        /** Those who wrote the story. */
        NAMES,
        /** A second line of the headline. */
        STANDFIRST
    }

    /**
     * Which documents a dialect is for.
     *
     * @param formats formats it is for; empty for all
     * @param providers provider ids from the configuration of the source
     * @param senders names, codes or URIs by which the sender calls itself in the document, or the start of its guids
     */
    public record Match(Set<String> formats, Set<String> providers, Senders senders) {
        /** Whether it is for this format and not for any. */
        boolean names(String format) {
            return formats.contains(format);
        }

        /** Whether it is for this format, whoever sends it. */
        boolean isForFormat(String format) {
            return names(format) && providers.isEmpty() && senders.isEmpty();
        }
    }

    /**
     * XML of a provider's own making.
     *
     * @param item name of the element that is one story; it may be the root or stand anywhere below it
     * @param fields field of an article and the places where the item may have it, of which the first that has text
     *     counts; a place is the names of the elements that lead to it, the last of them "@name" for an attribute
     */
    public record Xml(String item, Map<String, List<List<String>>> fields) {
        /** Fields that can be mapped. */
        public static final Set<String> FIELDS = Set.of(
                "guid",
                "version",
                "headline",
                "standfirst",
                "slugline",
                "byline",
                "place",
                "body",
                "credit",
                "genre",
                "language",
                "urgency",
                "versionCreated",
                "firstCreated",
                "embargo",
                "edNote",
                "changeNote",
                "copyright",
                "mediaHref",
                "mediaCaption",
                "city",
                "country",
                "subject");
    }

    /**
     * How the plain text of a news page is laid out.
     *
     * @param dateLine the line that carries date (group "date") and time (group "time"); it proves the layout; null for any
     *     line that is a date and nothing else, as far as no other format knows the text
     * @param datePatterns patterns of {@link java.time.format.DateTimeFormatter} for the date, in English; empty without
     *     {@code dateLine}
     * @param caption a line with caption (group "caption") and credit (group "credit") of a picture
     * @param related headings under which related headlines stand, in lower case
     * @param age the line that ends a teaser, for example "17 hours ago"
     * @param sections sections that are recognised without a slash, in lower case
     */
    public record Page(
            Pattern dateLine,
            List<String> datePatterns,
            Pattern caption,
            Set<String> related,
            Pattern age,
            Set<String> sections) {}
}
