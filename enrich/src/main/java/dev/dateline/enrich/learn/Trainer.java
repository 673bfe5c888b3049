package dev.dateline.enrich.learn;

import de.bwaldvogel.liblinear.Feature;
import de.bwaldvogel.liblinear.FeatureNode;
import de.bwaldvogel.liblinear.Linear;
import de.bwaldvogel.liblinear.Model;
import de.bwaldvogel.liblinear.Parameter;
import de.bwaldvogel.liblinear.Problem;
import de.bwaldvogel.liblinear.SolverType;
import dev.dateline.enrich.learn.TopicModel.Origin;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * Trains a model: for each topic a linear support vector machine that tells its articles from all others, and, from three
 * rounds on two thirds, how its margins and the rules' scores go together. Same examples, same settings, same model.
 */
public final class Trainer {
    /** Is told how far the work is. */
    public interface Watcher {
        void at(int done, int all);
    }

    private static final SolverType SOLVER = SolverType.L2R_L2LOSS_SVC_DUAL;
    private static final double COST = 1;
    private static final double BLEND_COST = 1;
    private static final double PRECISION = 0.01;
    private static final int ROUNDS = 3;
    /** From here on the rules say that an article is about a topic. */
    private static final double ABOUT = 0.5;

    private final long seed;
    private final int fewest;
    private final int rulesVersion;

    /**
     * Takes the settings.
     *
     * @param seed of the order in which examples are looked at
     * @param fewest articles that a topic must have, and lack, to be learnt
     * @param rulesVersion version of the rules that scored the examples
     */
    public Trainer(long seed, int fewest, int rulesVersion) {
        this.seed = seed;
        this.fewest = fewest;
        this.rulesVersion = rulesVersion;
        Linear.disableDebugOutput();
    }

    /**
     * Trains.
     *
     * @throws UnfitExamplesException when no topic has enough articles
     */
    public TopicModel train(List<Example> examples, Watcher watcher) {
        List<Label> labels = labels(examples);
        if (labels.isEmpty()) {
            throw new UnfitExamplesException("nothing to learn: of " + examples.size()
                    + " articles with topics none has a"
                    + " topic that at least " + fewest + " have and as many lack; give more articles that carry Media"
                    + " Topics, or ask for less with --min-articles");
        }
        Vocabulary vocabulary = Vocabulary.of(examples);
        Feature[][] rows = examples.stream()
                .map(example -> row(vocabulary.vector(example.counts())))
                .toArray(Feature[][]::new);
        int[] rounds = rounds(examples.size());
        float[] weights = new float[vocabulary.rows() * labels.size()];
        double[][] margins = new double[examples.size()][labels.size()];
        for (int label = 0; label < labels.size(); label++) {
            watcher.at(label, labels.size());
            boolean[] has = has(examples, labels.get(label).code());
            unseenMargins(rows, has, rounds, vocabulary.rows(), label, margins);
            double[] learnt = separate(rows, has, vocabulary.rows(), SOLVER, COST);
            for (int row = 0; row < learnt.length; row++) {
                weights[row * labels.size() + label] = (float) learnt[row];
            }
        }
        watcher.at(labels.size(), labels.size());
        return new TopicModel(
                vocabulary,
                labels,
                weights,
                blends(examples, labels, margins),
                trust(examples, labels),
                new Origin(examples.size(), seed, rulesVersion));
    }

    private List<Label> labels(List<Example> examples) {
        Map<String, Integer> counts = new TreeMap<>();
        Map<String, String> names = new HashMap<>();
        for (Example example : examples) {
            example.labels().forEach((code, name) -> {
                counts.merge(code, 1, Integer::sum);
                names.putIfAbsent(code, name);
            });
        }
        return counts.entrySet().stream()
                .filter(entry -> entry.getValue() >= fewest && examples.size() - entry.getValue() >= fewest)
                .map(entry -> new Label(entry.getKey(), names.get(entry.getKey())))
                .toList();
    }

    /** Two in favour on either side: one or two articles prove little. */
    private static Map<String, Double> trust(List<Example> examples, List<Label> labels) {
        Map<String, Integer> said = new TreeMap<>();
        Map<String, Integer> right = new HashMap<>();
        for (Example example : examples) {
            example.rules().forEach((code, score) -> {
                if (score >= ABOUT) {
                    said.merge(code, 1, Integer::sum);
                    right.merge(code, example.labels().containsKey(code) ? 1 : 0, Integer::sum);
                }
            });
        }
        labels.forEach(label -> said.remove(label.code()));
        Map<String, Double> trust = new TreeMap<>();
        said.forEach((code, times) -> trust.put(code, (right.get(code) + 2.0) / (times + 2.0)));
        return trust;
    }

    private static boolean[] has(List<Example> examples, String code) {
        boolean[] has = new boolean[examples.size()];
        for (int i = 0; i < has.length; i++) {
            has[i] = examples.get(i).labels().containsKey(code);
        }
        return has;
    }

    /** liblinear counts features from 1. */
    private static Feature[] row(Vector vector) {
        Feature[] row = new Feature[vector.rows().length];
        for (int i = 0; i < row.length; i++) {
            row[i] = new FeatureNode(vector.rows()[i] + 1, vector.values()[i]);
        }
        return row;
    }

    private int[] rounds(int examples) {
        Random random = new Random(seed);
        int[] rounds = new int[examples];
        for (int i = 0; i < examples; i++) {
            rounds[i] = random.nextInt(ROUNDS);
        }
        return rounds;
    }

    /** Margins of each article by a machine that did not see it: those of articles that it learnt from are too good. */
    private void unseenMargins(
            Feature[][] rows, boolean[] has, int[] rounds, int width, int label, double[][] margins) {
        for (int out = 0; out < ROUNDS; out++) {
            int round = out;
            int[] others = IntStream.range(0, rows.length)
                    .filter(i -> rounds[i] != round)
                    .toArray();
            Feature[][] theirs = new Feature[others.length][];
            boolean[] theyHave = new boolean[others.length];
            for (int i = 0; i < others.length; i++) {
                theirs[i] = rows[others[i]];
                theyHave[i] = has[others[i]];
            }
            double[] learnt = separate(theirs, theyHave, width, SOLVER, COST);
            for (int i = 0; i < rows.length; i++) {
                if (rounds[i] == out) {
                    margins[i][label] = margin(rows[i], learnt);
                }
            }
        }
    }

    private List<Blend> blends(List<Example> examples, List<Label> labels, double[][] margins) {
        String[] codes = labels.stream().map(Label::code).toArray(String[]::new);
        List<Blend> blends = new ArrayList<>();
        for (int label = 0; label < codes.length; label++) {
            Feature[][] inputs = new Feature[examples.size()][Blend.INPUTS];
            for (int i = 0; i < inputs.length; i++) {
                double[] values =
                        Blend.inputs(margins[i], label, codes, examples.get(i).rules());
                for (int k = 0; k < values.length; k++) {
                    inputs[i][k] = new FeatureNode(k + 1, values[k]);
                }
            }
            blends.add(new Blend(
                    separate(inputs, has(examples, codes[label]), Blend.INPUTS, SolverType.L2R_LR, BLEND_COST)));
        }
        return blends;
    }

    private static double margin(Feature[] row, double[] weights) {
        double margin = 0;
        for (Feature feature : row) {
            margin += feature.getValue() * weights[feature.getIndex() - 1];
        }
        return margin;
    }

    private double[] separate(Feature[][] rows, boolean[] has, int width, SolverType solver, double cost) {
        Problem problem = new Problem();
        problem.l = rows.length;
        problem.n = width;
        problem.x = rows;
        problem.y = new double[rows.length];
        for (int i = 0; i < rows.length; i++) {
            problem.y[i] = has[i] ? 1 : -1;
        }
        Parameter parameter = new Parameter(solver, cost, PRECISION);
        parameter.setRandom(new Random(seed));
        Model model = Linear.train(problem, parameter);
        // weights speak for the class of the first example
        int sign = model.getLabels()[0];
        double[] weights = model.getFeatureWeights();
        for (int i = 0; i < weights.length; i++) {
            weights[i] *= sign;
        }
        return weights;
    }
}
