package dev.dateline.enrich.quote;

import dev.dateline.enrich.entity.Cue;
import dev.dateline.enrich.entity.Entity;
import dev.dateline.enrich.entity.EntityTagger;
import dev.dateline.enrich.entity.Signs;
import dev.dateline.enrich.entity.Span;
import dev.dateline.enrich.quote.QuoteMarks.Pair;
import dev.dateline.enrich.quote.Scene.Mention;
import dev.dateline.enrich.quote.Speaker.How;
import dev.dateline.enrich.tag.Tags;
import dev.dateline.enrich.text.Passage;
import dev.dateline.model.Evidence;
import dev.dateline.model.Quote;
import dev.dateline.model.Tag;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/** Reads the quotes of one article: finds the quotations, asks who speaks, and lets go what is no speech. */
final class QuoteReader {
    /** Quotes of one article: what goes beyond is a transcript or a list, and would outgrow the record. */
    static final int MOST_QUOTES = 200;

    private final List<Scene> scenes;
    private final Map<Entity, Tag> tags;
    private final Offices offices;
    private final Antecedents antecedents = new Antecedents();
    private final List<Said> said = new ArrayList<>();

    private QuoteReader(List<Scene> scenes, List<Entity> entities, Map<Entity, Tag> tags) {
        this.scenes = scenes;
        this.tags = tags;
        this.offices = Offices.of(entities);
    }

    static List<Quote> read(EntityTagger.Named names, String language, SpeechWords words) {
        List<Signs> passages = names.passages();
        List<Entity> entities = names.entities();
        Map<Signs, Scene> scenes = scenes(passages, language, words);
        if (scenes.isEmpty()) {
            return List.of();
        }
        for (Entity entity : entities) {
            for (Span span : entity.spans) {
                scenes.get(span.signs()).add(entity, span);
            }
        }
        List<Scene> inOrder = passages.stream().map(scenes::get).toList();
        return new QuoteReader(inOrder, entities, names.tags()).read();
    }

    /** A scene for each passage; none at all for an article without quotations. */
    private static Map<Signs, Scene> scenes(List<Signs> passages, String language, SpeechWords words) {
        List<List<Pair>> pairs = new ArrayList<>(passages.size());
        boolean any = false;
        for (Signs signs : passages) {
            List<Pair> here = pairs(signs.passage);
            any |= !here.isEmpty();
            pairs.add(here);
        }
        if (!any) {
            return Map.of();
        }
        Map<Signs, Scene> scenes = new IdentityHashMap<>();
        for (int i = 0; i < passages.size(); i++) {
            scenes.put(passages.get(i), new Scene(passages.get(i), pairs.get(i), language, words));
        }
        return scenes;
    }

    private static List<Pair> pairs(Passage passage) {
        boolean isQuotable = !passage.field.equals("slugline") && QuoteMarks.mayBeIn(passage.text);
        return isQuotable ? QuoteMarks.read(passage.text, MOST_QUOTES) : List.of();
    }

    private List<Quote> read() {
        for (int i = 0; i < scenes.size() && said.size() < MOST_QUOTES; i++) {
            read(scenes.get(i), i + 1 < scenes.size() ? scenes.get(i + 1) : null);
        }
        List<Quote> quotes = new ArrayList<>();
        for (Said one : said) {
            if (one.isSpeech()) {
                quotes.add(one.quote(tags));
            }
        }
        return List.copyOf(quotes);
    }

    private void read(Scene scene, Scene next) {
        Attributions attributions = new Attributions(scene);
        int named = 0;
        for (int index = 0; index < scene.pairs.size() && said.size() < MOST_QUOTES; index++) {
            Pair pair = scene.pairs.get(index);
            if (!pair.isClosed() && !Continuation.goesOn(scene, index, next)) {
                continue;
            }
            Attribution own = attributions.of(index);
            int upTo = own == null || !own.speaker().isSomebody()
                    ? scene.tokenFrom(pair.open())
                    : own.speaker().first();
            named = name(scene, named, upTo);
            Said last = said.isEmpty() ? null : said.get(said.size() - 1);
            boolean isPart = last != null && !last.pair().isClosed();
            Said one = said(scene, pair, own, isPart);
            if (own == null || (isPart && one.who() == null)) {
                one = withoutOwn(scene, index, one, last, isPart, attributions);
            } else if (isPart && last.who() == null) {
                said.set(said.size() - 1, last.by(one));
            }
            said.add(one);
        }
        name(scene, named, scene.signs.size());
    }

    /** Takes down who is named up to a token; returns where to go on. */
    private int name(Scene scene, int from, int end) {
        int token = from;
        while (token < end) {
            Mention mention = scene.mention(token);
            if (mention == null) {
                if (isUnnamed(scene, token) && !isQuoted(scene, token)) {
                    antecedents.namesNobody(at(scene, token));
                }
                token++;
                continue;
            }
            if (mention.isPerson() && !isQuoted(scene, mention.first())) {
                antecedents.names(mention.entity(), at(scene, mention.first()));
            }
            token = mention.last() + 1;
        }
        return Math.max(from, token);
    }

    /** "an analyst who", "the official said": somebody without a name, whom a pronoun may mean as well. */
    private static boolean isUnnamed(Scene scene, int token) {
        return scene.isOffice(token)
                && !scene.signs.isUpper(token)
                && !scene.parted(token + 1)
                && (scene.isVerb(token + 1) || scene.signs.has(Cue.WHO, token + 1));
    }

    private static boolean isQuoted(Scene scene, int token) {
        int start = scene.passage.start(token);
        for (Pair pair : scene.pairs) {
            if (pair.open() > start) {
                return false;
            }
            if (start < pair.after()) {
                return true;
            }
        }
        return false;
    }

    private Said said(Scene scene, Pair pair, Attribution own, boolean isPart) {
        boolean isSpeech = isPart || Speech.is(scene, pair, own);
        if (own == null) {
            return new Said(scene, pair, null, How.NONE, isSpeech, null, null);
        }
        Speaker speaker = own.speaker();
        Entity who = who(scene, speaker);
        boolean isKnown = who != null && tags.containsKey(who);
        if (isKnown && who.isPerson) {
            antecedents.speaks(who, at(scene, speaker.first()));
        }
        Evidence named = speaker.isSomebody() ? Tags.evidence(scene.passage, speaker.first(), speaker.last()) : null;
        Evidence cue = own.cueFirst() < 0 ? null : Tags.evidence(scene.passage, own.cueFirst(), own.cueLast());
        return new Said(scene, pair, isKnown ? who : null, isKnown ? speaker.how() : How.NONE, isSpeech, named, cue);
    }

    private Entity who(Scene scene, Speaker speaker) {
        return switch (speaker.how()) {
            case NAMED -> speaker.named().entity();
            case OFFICE -> offices.holder(scene.signs, speaker.last());
            case PRONOUN -> antecedents.of(scene.is(SpeechWords.Kind.SHE, speaker.first()), at(scene, speaker.first()));
            default -> null;
        };
    }

    /** Goes on from the quotation before, or from what the sentence before reports. */
    private Said withoutOwn(Scene scene, int index, Said one, Said last, boolean isPart, Attributions attributions) {
        if (isPart) {
            return one.by(last);
        }
        Pair pair = scene.pairs.get(index);
        boolean inScene = last != null && last.scene() == scene;
        if (inScene && Continuation.isAndOnly(scene, last.pair(), pair) && last.cue() != null) {
            return Speech.words(scene, pair) > 2 ? one.by(last) : one;
        }
        if (!one.isSpeech() || !Speech.isSentence(scene, pair)) {
            return one;
        }
        if (inScene && last.isSpeech() && Continuation.isOneSentence(scene, last.pair(), pair)) {
            return one.by(last);
        }
        Attribution reported = attributions.reported(index);
        if (reported == null) {
            return one;
        }
        Said reporting = said(scene, pair, reported, false);
        return one.by(reporting);
    }

    private static int at(Scene scene, int token) {
        return scene.passage.offset + scene.passage.start(token);
    }
}
