package dev.dateline.enrich.topic;

import static dev.dateline.enrich.taggers.Samples.about;
import static dev.dateline.enrich.taggers.Samples.scores;
import static dev.dateline.enrich.taggers.Samples.story;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.dateline.model.Article;
import dev.dateline.model.SharedData;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TopicRulesTest {
    private static final String SCHEME = TopicTagger.SCHEME;

    @Test
    void codesNamesAndParentsAreThoseOfIptc() throws IOException {
        JsonNode release = new JsonMapper()
                .readTree(SharedData.path("vocabularies/iptc-mediatopics-2019-04-all-languages.json")
                        .toFile());
        Map<String, JsonNode> concepts = new HashMap<>();
        release.path("conceptSet")
                .forEach(concept -> concepts.put(code(concept.path("uri").asText()), concept));

        int top = 0;
        int all = 0;
        for (Topic topic : TopicFiles.shipped().topics().values()) {
            JsonNode concept = concepts.get(topic.code());
            assertThat(concept).as(topic.code()).isNotNull();
            assertThat(topic.name())
                    .isEqualTo(concept.path("prefLabel").path("en-GB").asText());
            assertThat(concept.has("retired")).as(topic.name()).isFalse();
            JsonNode broader = concept.path("broader").path(0);
            assertThat(topic.parent() == null ? "" : topic.parent().code())
                    .as(topic.name())
                    .isEqualTo(code(broader.asText()));
            top += topic.parent() == null ? 1 : 0;
            all++;
        }
        assertThat(top).isEqualTo(17);
        assertThat(all).isGreaterThan(230);
    }

    @Test
    void narrowTopicsComeWithBroadOnes() {
        assertThat(about(
                        story(
                                "Striker's hat-trick wins cup",
                                "The striker scored three goals in the FA Cup final at the stadium, the midfielder said."),
                        SCHEME))
                .contains("20001065", "20000822", "15000000")
                .doesNotContain("11000000");
    }

    @Test
    void longerPhraseTakesItsWordsAway() {
        assertThat(about(story("Price war at the shops", "A price war broke out; shoppers cheered."), SCHEME))
                .doesNotContain("16000000");
        assertThat(about(
                        story("Strike price set", "The strike price was set by traders on the stock exchange."),
                        SCHEME))
                .contains("04000000")
                .doesNotContain("09000000");
    }

    @Test
    void phrasesOfALanguageAreHeardInThatLanguageOnly() {
        String french = "L'attaquant a marqué deux buts et les joueurs ont remporté la coupe au stade.";
        assertThat(about(in("fr", "Le sélectionneur convoque son équipe", french), SCHEME))
                .contains("15000000");
        String english = "They can, but nobody can say why; but for one, all can.";
        assertThat(about(in("en", "But can they?", english), SCHEME)).doesNotContain("15000000");
    }

    @Test
    void commonWordsOfALanguageSayNothingThatTheyWouldSayInEnglish() {
        assertThat(topics(in("de", "Sie war länger fort", "Er war mit ihr über Länder gereist.")))
                .isEmpty();
        assertThat(topics(in("es", "Un grave error", "Son un grupo sin nombre.")))
                .isEmpty();
        assertThat(topics(in("it", "La voce dell'altro", "È un ricordo dell'altra, ai tempi dell'ira.")))
                .isEmpty();
        assertThat(topics(in("fr", "Un mot par jour", "Ces mots sont encore ici, car un ami les a dits en mars.")))
                .isEmpty();
    }

    @Test
    void detectedLanguageDecidesWhereNoneIsDeclared() {
        assertThat(about(
                        in(
                                null,
                                "Grève générale",
                                "Les syndicats appellent les salariés à la grève pour obtenir de meilleurs salaires,"
                                        + " et les employés de la fonction publique se joignent à eux lundi."),
                        SCHEME))
                .contains("09000000");
    }

    @Test
    void everyTopLevelTopicCanBeReached() {
        assertThat(about(story("Opera singer joins orchestra", "The soprano's album and concert tour."), SCHEME))
                .contains("01000000");
        assertThat(about(story("Man convicted of murder", "The jury at the crown court found him guilty."), SCHEME))
                .contains("02000000");
        assertThat(about(story("Earthquake kills 40", "Rescuers searched the rubble; the death toll rose."), SCHEME))
                .contains("03000000");
        assertThat(about(story("Profits fall at retailer", "Shares fell as the chief executive cut dividend."), SCHEME))
                .contains("04000000");
        assertThat(about(story("Pupils sit exam", "Schools and headteachers welcomed GCSE results."), SCHEME))
                .contains("05000000");
        assertThat(about(story("Carbon emissions rise", "Climate change worries environmentalists."), SCHEME))
                .contains("06000000");
        assertThat(about(story("New vaccine for malaria", "Doctors and nurses in hospitals welcomed it."), SCHEME))
                .contains("07000000");
        assertThat(about(story("Zoo panda has twins", "The panda and other animals drew crowds."), SCHEME))
                .contains("08000000");
        assertThat(about(
                        story("Rail workers strike", "The trade union called a general strike over a pay dispute."),
                        SCHEME))
                .contains("09000000");
        assertThat(about(story("Tourists return to beach resort", "Holidaymakers and backpackers came back."), SCHEME))
                .contains("10000000");
        assertThat(about(
                        story("Prime minister calls election", "Voters go to the polls in May, parliament heard."),
                        SCHEME))
                .contains("11000000");
        assertThat(about(story("Archbishop leads prayers", "Catholics and Anglicans met in the cathedral."), SCHEME))
                .contains("12000000");
        assertThat(about(story("Astronomers find planet", "The telescope saw a galaxy, scientists said."), SCHEME))
                .contains("13000000");
        assertThat(about(story("Homeless families seek shelter", "Poverty is growing, a charity said."), SCHEME))
                .contains("14000000");
        assertThat(about(story("Sprinter wins gold medal", "The athlete set an Olympic record."), SCHEME))
                .contains("15000000");
        assertThat(about(story("Rebels shell town", "Troops answered with air strikes; a ceasefire failed."), SCHEME))
                .contains("16000000");
        assertThat(about(
                        story("Heavy rain on the way", "The weather forecast has thunderstorms and strong winds."),
                        SCHEME))
                .contains("17000000");
    }

    private static Map<String, Double> topics(Article article) {
        return scores(article, SCHEME);
    }

    private static Article in(String language, String headline, String body) {
        Article article = story(headline, body);
        article.setLanguage(language);
        return article;
    }

    private static String code(String uri) {
        return uri.substring(uri.lastIndexOf('/') + 1);
    }
}
