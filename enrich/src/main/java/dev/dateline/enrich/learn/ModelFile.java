package dev.dateline.enrich.learn;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.dateline.enrich.learn.TopicModel.Origin;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.DoubleStream;

/**
 * A model as a file: a line with format and version, a line of JSON that says what is in it, features with rarities,
 * weights, blends (big-endian), and the SHA-256 of all that. The first two lines can be read with {@code head -2}.
 */
public final class ModelFile {
    private static final String FORMAT = "dateline-topic-model ";
    /** To be raised when the layout or the features of a text change. */
    private static final int VERSION = 1;

    private static final int DIGEST = 32;
    private static final JsonMapper JSON = new JsonMapper();

    private ModelFile() {}

    /** Writes a model; whoever reads meanwhile sees the old file or the new one, whole. */
    public static void write(TopicModel model, Path file) throws IOException {
        Path target = file.toAbsolutePath();
        byte[] content = content(model);
        // no temporary file of Java's: only its owner could read it, and it becomes the model
        Path part = target.resolveSibling(target.getFileName() + ".part");
        try {
            Files.write(
                    part,
                    ByteBuffer.allocate(content.length + DIGEST)
                            .put(content)
                            .put(digest(content, content.length))
                            .array());
            Files.move(part, target, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(part);
        }
    }

    /**
     * Reads a model.
     *
     * @throws ModelFileException when the file is missing, no model, of another version or damaged
     */
    public static TopicModel read(Path file) {
        byte[] bytes = bytes(file);
        int firstLine = endOfLine(bytes, 0);
        String format = firstLine < 0 ? "" : new String(bytes, 0, firstLine, StandardCharsets.UTF_8);
        if (!format.startsWith(FORMAT)) {
            throw new ModelFileException(file, "it is no topic model");
        }
        if (!format.equals(FORMAT + VERSION)) {
            throw new ModelFileException(
                    file, "its format is " + format + " and this release reads version " + VERSION);
        }
        int end = bytes.length - DIGEST;
        if (end < firstLine || !Arrays.equals(digest(bytes, end), Arrays.copyOfRange(bytes, end, bytes.length))) {
            throw new ModelFileException(file, "it is damaged, its SHA-256 is not that of its content");
        }
        try {
            int secondLine = endOfLine(bytes, firstLine + 1);
            JsonNode header = JSON.readTree(bytes, firstLine + 1, secondLine - firstLine - 1);
            return model(header, ByteBuffer.wrap(bytes, secondLine + 1, end - secondLine - 1));
        } catch (IOException | BufferUnderflowException | IndexOutOfBoundsException e) {
            throw new ModelFileException(file, "its content does not fit its header (" + e + ")");
        }
    }

    /** Whether a file begins as a model does, of whatever version; one that cannot be read does not. */
    public static boolean isModel(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            return new String(in.readNBytes(FORMAT.length()), StandardCharsets.UTF_8).equals(FORMAT);
        } catch (IOException e) {
            return false;
        }
    }

    static String sha256(TopicModel model) {
        byte[] content = content(model);
        return HexFormat.of().formatHex(digest(content, content.length));
    }

    private static byte[] bytes(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (NoSuchFileException e) {
            throw new ModelFileException(file, "there is no such file");
        } catch (IOException e) {
            throw new ModelFileException(file, "it cannot be read (" + e + ")");
        }
    }

    private static int endOfLine(byte[] bytes, int from) {
        for (int i = from; i < bytes.length; i++) {
            if (bytes[i] == '\n') {
                return i;
            }
        }
        return -1;
    }

    private static byte[] content(TopicModel model) {
        Vocabulary vocabulary = model.vocabulary();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            out.write((FORMAT + VERSION + "\n" + header(model) + "\n").getBytes(StandardCharsets.UTF_8));
            for (int feature : vocabulary.features()) {
                out.writeInt(feature);
            }
            for (float rarity : vocabulary.rarity()) {
                out.writeFloat(rarity);
            }
            for (float weight : model.weights()) {
                out.writeFloat(weight);
            }
            for (Blend blend : model.blends()) {
                for (double weight : blend.weights()) {
                    out.writeDouble(weight);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static String header(TopicModel model) throws IOException {
        ObjectNode header = JSON.createObjectNode();
        header.put("bits", Terms.BITS);
        header.put("features", model.features());
        header.put("articles", model.origin().articles());
        header.put("seed", model.origin().seed());
        header.put("rulesVersion", model.origin().rulesVersion());
        var labels = header.putArray("labels");
        for (Label label : model.labels()) {
            labels.addObject().put("code", label.code()).put("name", label.name());
        }
        var trust = header.putObject("trust");
        model.trust().forEach(trust::put);
        return JSON.writeValueAsString(header);
    }

    private static TopicModel model(JsonNode header, ByteBuffer in) {
        int[] features = new int[header.path("features").asInt()];
        for (int i = 0; i < features.length; i++) {
            features[i] = in.getInt();
        }
        float[] rarity = floats(features.length, in);
        List<Label> labels = new ArrayList<>();
        header.path("labels")
                .forEach(label -> labels.add(new Label(
                        label.path("code").asText(), label.path("name").textValue())));
        Vocabulary vocabulary = new Vocabulary(features, rarity);
        float[] weights = floats(vocabulary.rows() * labels.size(), in);
        List<Blend> blends = new ArrayList<>();
        for (int i = 0; i < labels.size(); i++) {
            blends.add(new Blend(
                    DoubleStream.generate(in::getDouble).limit(Blend.INPUTS).toArray()));
        }
        Origin origin = new Origin(
                header.path("articles").asInt(),
                header.path("seed").asLong(),
                header.path("rulesVersion").asInt());
        Map<String, Double> trust = new TreeMap<>();
        header.path("trust")
                .fields()
                .forEachRemaining(
                        entry -> trust.put(entry.getKey(), entry.getValue().asDouble()));
        return new TopicModel(vocabulary, labels, weights, blends, trust, origin);
    }

    private static float[] floats(int count, ByteBuffer in) {
        float[] floats = new float[count];
        for (int i = 0; i < count; i++) {
            floats[i] = in.getFloat();
        }
        return floats;
    }

    private static byte[] digest(byte[] bytes, int length) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(bytes, 0, length);
            return digest.digest();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
