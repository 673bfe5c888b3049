package dev.dateline.sink;

import dev.dateline.model.Article;
import dev.dateline.model.ArticleState;
import dev.dateline.model.AvroSerdes;
import dev.dateline.model.Dateline;
import dev.dateline.model.EnrichedArticle;
import dev.dateline.model.Evidence;
import dev.dateline.model.Link;
import dev.dateline.model.Media;
import dev.dateline.model.Place;
import dev.dateline.model.Provenance;
import dev.dateline.model.PubStatus;
import dev.dateline.model.Quote;
import dev.dateline.model.Rights;
import dev.dateline.model.Signal;
import dev.dateline.model.Subject;
import dev.dateline.model.Tag;
import dev.dateline.model.VersionOrder;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** Articles for tests; each field with a text of its own, so that a mix-up shows. */
public final class Articles {
    static {
        // Builders decode their defaults, so this class would let Avro read its limits before AvroSerdes sets them.
        AvroSerdes.values(Map.of("schema.registry.url", "mock://articles")).close();
    }

    private Articles() {}

    /** A current article with every field filled. */
    public static EnrichedArticle current(String articleId, long revision) {
        return EnrichedArticle.newBuilder()
                .setArticleId(articleId)
                .setRevision(revision)
                .setState(ArticleState.CURRENT)
                .setPublishable(true)
                .setReasons(List.of("reason one", "reason \"two\""))
                .setArticle(article(articleId, revision))
                .setTags(List.of(
                        tag("country", "PE", "Peru", 0.92),
                        tag("country", "CL", "Chile", 0.31),
                        tag("medtop", "20000151", "flood", 0.75)))
                .setQuotes(List.of(quote("We sail at dawn, revision " + revision), quote("So \"it\" is.")))
                .setRulesVersion(7)
                .setRules("7+desk@3")
                .setRestrictions(List.of("data-mining-prohibited", "usage-terms"))
                .setEnrichedAt(Instant.parse("2026-10-12T09:30:05.125Z"))
                .build();
    }

    /** A kill that still carries all text and tags and claims to be publishable: stores trust the state alone. */
    public static EnrichedArticle killed(String articleId, long revision) {
        EnrichedArticle killed = current(articleId, revision);
        killed.setState(ArticleState.KILLED);
        killed.setReasons(List.of("killed"));
        killed.getArticle().setPubStatus(PubStatus.CANCELED);
        killed.getArticle().setSignal(Signal.KILL);
        return killed;
    }

    public static Tag tag(String scheme, String code, String name, double score) {
        return Tag.newBuilder()
                .setScheme(scheme)
                .setCode(code)
                .setName(name)
                .setScore(score)
                .setMethod("gazetteer")
                .setEvidence(List.of(new Evidence("body[0]", 4, 9, "evidence of " + name)))
                .build();
    }

    public static Quote quote(String text) {
        return Quote.newBuilder()
                .setField("body[1]")
                .setStart(4)
                .setEnd(4 + text.length())
                .setText(text)
                .setSpeakerScheme("person")
                .setSpeakerCode("ana-quispe")
                .setSpeakerName("Ana Quispe")
                .setSpeaker(new Evidence("body[0]", 0, 6, "Quispe"))
                .setCue(new Evidence("body[0]", 7, 11, "said"))
                .setScore(0.95)
                .setMethod("named")
                .build();
    }

    /** A version as it is parsed, with every field filled. */
    public static Article article(String articleId, long revision) {
        return Article.newBuilder()
                .setArticleId(articleId)
                .setProvider("harbour-wire")
                .setSource("inbox")
                .setGuid("guid of " + articleId)
                .setVersion("v" + revision)
                .setOrder(new VersionOrder(revision, 0L, 0L, 1))
                .setPubStatus(PubStatus.USABLE)
                .setSignal(Signal.CORRECTION)
                .setSignalMarker("CORRECTED-")
                .setMarkers(List.of("CORRECTED", "UPDATE 2"))
                .setChangeNote("changes a spelling")
                .setUrgency(3)
                .setGenre("analysis")
                .setLanguage("en-GB")
                .setHeadline("River port reopens, revision " + revision)
                .setHeadlineAsSent("CORRECTED-River port reopens")
                .setStandfirst("Ships leave after nine days")
                .setSlugline("PORT-FLOOD/")
                .setBylines(List.of("First Writer", "Second \\ {Writer}, \"quoted\""))
                .setDateline(new Dateline(
                        "LIMA, Oct 12 (Harbour)", List.of("Lima", "Callao"), "PE", "2026-10-12", "Harbour"))
                .setBody(List.of("The port opened at dawn.", "Cranes moved – “slowly” \uD83D\uDEA2.", "More to come."))
                .setCredit("Harbour Wire")
                .setMedia(List.of(new Media("picture", "A crane", "Desk/HARBOUR", "crane.jpg", "image/jpeg")))
                .setSubjects(List.of(new Subject(
                        "medtop", "20000151", "subject name", "abstract", "urn:subject", "desk", "about", 90)))
                .setPlaces(List.of(
                        new Place("iso3166-1a2", "PE", "place name", "urn:place", "located", "PE", -12.05, -77.04)))
                .setRights(new Rights("rights holder", "rights notice", "rights terms", "plusvocab:DMI-PROHIBITED"))
                .setEdNote("note to editors")
                .setFirstCreated(Instant.parse("2026-10-12T07:00:00Z"))
                .setVersionCreated(Instant.parse("2026-10-12T09:30:00Z"))
                .setUtcOffset("-05:00")
                .setReceivedAt(Instant.parse("2026-10-12T09:30:04.5Z"))
                .setEmbargoedUntil(Instant.parse("2026-10-12T09:00:00Z"))
                .setEmbargoedIndefinitely(true)
                .setExpires(Instant.parse("2027-01-01T00:00:00Z"))
                .setLinks(
                        List.of(new Link("related", "urn:link", "link title", "link summary", "World", "2 hours ago")))
                .setFlags(List.of("slug-missing"))
                .setContentHash("c0ffee")
                .setProvenance(
                        new Provenance("inbox/port.xml@1", "port.xml", "ab12", "newsml-g2", "2.29", 4, "harbour", 5, 2))
                .build();
    }
}
