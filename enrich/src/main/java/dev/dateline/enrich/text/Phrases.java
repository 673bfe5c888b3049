package dev.dateline.enrich.text;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Phrases of one or more words with what they mean; the longest one that fits wins. */
public final class Phrases<T> {
    /** A phrase found: the tokens it covers and its meanings. */
    public record Match<T>(int first, int last, List<T> meanings) {}

    /** Decides whether a meaning holds for the tokens found. */
    public interface Fit<T> {
        boolean test(T meaning, Passage passage, int first, int last);
    }

    private final Words words;
    private final Transitions steps = new Transitions();
    private final Map<Integer, List<T>> byState = new HashMap<>();
    private List<List<T>> meanings = List.of();
    private final Marks marks;
    /** Where each word leads as the first one. */
    private int[] first = {};

    /**
     * Marks of the words of phrases. Sets of phrases of which a text is searched for one alone, like those of one language,
     * may share them: a mark of another only costs a look.
     *
     * @param begins of words that a phrase begins with
     * @param isWhole of words that are a phrase by themselves
     * @param goesOn of words that a phrase goes on with
     */
    public record Marks(long begins, long isWhole, long goesOn) {
        public static Marks of(Words words) {
            return new Marks(words.newMark(), words.newMark(), words.newMark());
        }
    }

    public Phrases(Words words) {
        this(words, Marks.of(words));
    }

    public Phrases(Words words, Marks marks) {
        this.words = words;
        this.marks = marks;
    }

    /** Adds a phrase. Words may end in * (any ending); a comma in it must stand in the text as well. */
    public void add(String phrase, T meaning) {
        List<String> parts = split(phrase);
        if (parts.isEmpty()) {
            throw new IllegalArgumentException("phrase without a word: \"" + phrase + "\"");
        }
        int state = Transitions.ROOT;
        for (String word : parts) {
            int number = word.equals(",") ? Words.COMMA : words.add(word);
            words.mark(number, markOf(state, parts.size()));
            state = steps.extend(state, number);
        }
        List<T> known = byState.computeIfAbsent(state, s -> new ArrayList<>());
        if (!known.contains(meaning)) {
            known.add(meaning);
        }
    }

    private long markOf(int state, int length) {
        if (state != Transitions.ROOT) {
            return marks.goesOn;
        }
        return length == 1 ? marks.begins | marks.isWhole : marks.begins;
    }

    /** To be called once, when all phrases are added. */
    public Phrases<T> freeze() {
        steps.freeze();
        meanings = new ArrayList<>();
        for (int state = 0; state < steps.states(); state++) {
            List<T> here = byState.get(state);
            meanings.add(here == null ? List.of() : List.copyOf(here));
        }
        first = new int[words.count()];
        for (int word = 0; word < first.length; word++) {
            first[word] = steps.step(Transitions.ROOT, word);
        }
        return this;
    }

    /** The longest phrase that begins at a token, with those of its meanings that fit; null when there is none. */
    public Match<T> longestAt(Passage passage, int first, Fit<T> fit) {
        return mayBegin(passage, first) ? longest(passage, first, first, Transitions.ROOT, fit) : null;
    }

    /**
     * False where no phrase begins, for sure. It looks at the marks of words alone, which lie side by side; most words of a
     * text end here.
     */
    public boolean mayBegin(Passage passage, int token) {
        return passage.isMarked(token, marks.begins)
                && (passage.isMarked(token, marks.isWhole)
                        || (token + 1 < passage.size() && passage.isMarked(token + 1, marks.goesOn)));
    }

    private Match<T> longest(Passage passage, int first, int token, int state, Fit<T> fit) {
        int from = state;
        if (token > first) {
            if (token >= passage.size() || !passage.isMarked(token, marks.goesOn)) {
                return null;
            }
            int gap = passage.gapBefore(token);
            if (gap == Passage.BREAK) {
                return null;
            }
            if (gap == Passage.COMMA) {
                from = steps.step(state, Words.COMMA);
                if (from == Transitions.NONE) {
                    return null;
                }
            }
        }
        Match<T> exact = behind(passage, first, token, from, passage.word(token), fit);
        return exact != null ? exact : behind(passage, first, token, from, passage.stem(token), fit);
    }

    private Match<T> behind(Passage passage, int first, int token, int from, int word, Fit<T> fit) {
        if (word == Words.UNKNOWN) {
            return null;
        }
        int state = from == Transitions.ROOT ? afterFirst(word) : steps.step(from, word);
        if (state == Transitions.NONE) {
            return null;
        }
        Match<T> longer = longest(passage, first, token + 1, state, fit);
        if (longer != null) {
            return longer;
        }
        List<T> here = meanings.get(state);
        if (here.isEmpty()) {
            return null;
        }
        List<T> fitting = fitting(here, fit, passage, first, token);
        return fitting.isEmpty() ? null : new Match<>(first, token, fitting);
    }

    private int afterFirst(int word) {
        return word < first.length ? first[word] : Transitions.NONE; // words that came later are of other phrases
    }

    private static <T> List<T> fitting(List<T> all, Fit<T> fit, Passage passage, int first, int last) {
        if (all.size() == 1) {
            return fit.test(all.get(0), passage, first, last) ? all : List.of();
        }
        List<T> fitting = new ArrayList<>(all.size());
        for (T one : all) {
            if (fit.test(one, passage, first, last)) {
                fitting.add(one);
            }
        }
        return fitting;
    }

    /** Words of a phrase as {@link Passage} cuts them. */
    public static List<String> split(String phrase) {
        List<String> parts = new ArrayList<>();
        for (String chunk : phrase.replace(",", " , ").trim().split("[\\s\\-/’'&]+")) {
            if (chunk.matches("(\\p{L}\\.){2,}") || chunk.equals(",")) {
                parts.add(chunk);
            } else {
                for (String part : chunk.split("[^\\p{L}\\p{N}*]+")) {
                    ideographs(part, parts);
                }
            }
        }
        return parts;
    }

    private static void ideographs(String part, List<String> to) {
        if (part.isEmpty()) {
            return;
        }
        if (Character.isIdeographic(part.charAt(0))) {
            part.codePoints().forEach(c -> to.add(Character.toString(c)));
        } else {
            to.add(part);
        }
    }
}
