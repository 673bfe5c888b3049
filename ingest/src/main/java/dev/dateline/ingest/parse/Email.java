package dev.dateline.ingest.parse;

import dev.dateline.ingest.dialect.Dialects;
import dev.dateline.ingest.text.DecodedText;
import dev.dateline.model.Document;
import dev.dateline.model.Media;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.apache.james.mime4j.dom.BinaryBody;
import org.apache.james.mime4j.dom.Body;
import org.apache.james.mime4j.dom.Entity;
import org.apache.james.mime4j.dom.Message;
import org.apache.james.mime4j.dom.Multipart;
import org.apache.james.mime4j.dom.SingleBody;
import org.apache.james.mime4j.dom.TextBody;
import org.apache.james.mime4j.dom.address.Mailbox;
import org.apache.james.mime4j.message.DefaultMessageBuilder;
import org.apache.james.mime4j.stream.MimeConfig;

/** E-mail (RFC 5322 and MIME): the subject is the headline, the plain text or else the HTML is the body. */
final class Email {
    static final String FORMAT = "email";
    private static final Pattern HEADERS =
            Pattern.compile("\\A\\s*(?:[\\w-]+:[^\\n]*\\r?\\n(?:[ \\t][^\\n]*\\n)*){3,}");
    private static final Pattern KNOWN =
            Pattern.compile("(?im)^(?:received|message-id|mime-version|return-path|delivered-to):");
    private static final Pattern SENDER = Pattern.compile("(?im)^(?:from|subject):");
    private static final Pattern REPLY = Pattern.compile("(?i)^(?:(?:re|aw|fwd?|wg|tr|sv|vs)\\s*:\\s*)+");
    private static final Pattern SIGNATURE = Pattern.compile("(?m)^-- ?\\r?$");
    private static final Set<String> IMAGES = Set.of("image", "video", "audio");
    private static final int HEAD = 20_000;

    private static final MimeConfig CONFIG = MimeConfig.custom()
            .setMaxHeaderCount(1000)
            .setMaxHeaderLen(100_000)
            .setMaxLineLen(1_000_000)
            .build();

    private final Draft draft;
    private final Redaction redaction;
    private String plain;
    private String html;

    private Email(Message message, String provider, Dialects dialects) {
        this.draft = new Draft(FORMAT, 0, dialects.of(FORMAT, provider, senders(message)));
        this.redaction = new Redaction(draft.dialect, dialects.general());
    }

    static boolean isMessage(String text) {
        String head = text.substring(0, Math.min(text.length(), HEAD));
        return HEADERS.matcher(head).lookingAt()
                && KNOWN.matcher(head).find()
                && SENDER.matcher(head).find();
    }

    static Parsed parse(Document document, Dialects dialects) {
        Message message;
        try {
            DefaultMessageBuilder builder = new DefaultMessageBuilder();
            builder.setMimeEntityConfig(CONFIG);
            message = builder.parseMessage(new ByteArrayInputStream(withoutPadding(document.bytes())));
        } catch (IOException | RuntimeException e) {
            return new Parsed.Rejected(FORMAT, 0, "an e-mail that is malformed: " + firstLine(e));
        }
        try {
            Email email = new Email(message, document.provider(), dialects);
            email.read(message);
            return Articles.of(document, email.draft);
        } catch (IOException e) {
            return new Parsed.Rejected(FORMAT, 0, "an e-mail with a part that cannot be decoded: " + firstLine(e));
        } finally {
            message.dispose();
        }
    }

    /** Some gateways put a line of blanks before the first header. */
    private static byte[] withoutPadding(byte[] bytes) {
        int start = 0;
        while (start < bytes.length && bytes[start] <= ' ' && bytes[start] >= 0) {
            start++;
        }
        return start == 0 ? bytes : Arrays.copyOfRange(bytes, start, bytes.length);
    }

    private static String firstLine(Exception e) {
        return e.getMessage() == null
                ? e.getClass().getSimpleName()
                : e.getMessage().lines().findFirst().orElse("");
    }

    private void read(Message message) throws IOException {
        draft.guid =
                message.getMessageId() == null ? null : message.getMessageId().replaceAll("^<|>$", "");
        draft.headline = message.getSubject() == null
                ? null
                : redaction.publicPart(REPLY.matcher(message.getSubject()).replaceFirst(""));
        draft.versionCreated =
                message.getDate() == null ? null : message.getDate().toInstant().toString();
        if (message.getFrom() != null && !message.getFrom().isEmpty()) {
            Mailbox from = message.getFrom().get(0);
            draft.credit = Redaction.holdsContact(from.getName() == null ? "" : from.getName())
                    ? null
                    : PlainText.orNull(from.getName());
        }
        walk(message);
        String text = plain != null ? plain : html;
        if (text != null) {
            List<String> body = plain != null
                    ? Paragraphs.ofPlainText(withoutReply(plain))
                    : Paragraphs.of(Html.parse(html), draft.dialect.skip());
            draft.body = redaction.publicParagraphs(body);
        }
    }

    private void walk(Entity entity) throws IOException {
        Body body = entity.getBody();
        boolean attached = "attachment".equalsIgnoreCase(entity.getDispositionType());
        if (body instanceof Multipart multipart) {
            for (Entity part : multipart.getBodyParts()) {
                walk(part);
            }
        } else if (body instanceof Message inner && !attached) {
            walk(inner);
        } else if (body instanceof TextBody text && !attached) {
            String content = content(text, entity.getCharset());
            if (entity.getMimeType().equals("text/html")) {
                html = html == null ? content : html;
            } else if (!content.isBlank()) {
                plain = plain == null ? content : plain;
            }
        } else if (body instanceof BinaryBody
                && IMAGES.contains(entity.getMimeType().replaceFirst("/.*", ""))) {
            draft.media.add(new Media(
                    StoryMarkup.typeOf(entity.getMimeType()), null, null, entity.getFilename(), entity.getMimeType()));
        }
    }

    /** As declared, unless the bytes are UTF-8 or the charset is unknown. */
    private static String content(SingleBody body, String charset) throws IOException {
        try (var in = body.getInputStream()) {
            return DecodedText.of(in.readAllBytes(), charset).text();
        }
    }

    /** Without signature and without what it answers. */
    private static String withoutReply(String text) {
        String own = SIGNATURE.split(text, 2)[0];
        List<String> lines = new ArrayList<>();
        for (String line : own.lines().toList()) {
            if (!line.startsWith(">")) {
                lines.add(line);
            }
        }
        return String.join("\n", lines);
    }

    /** The domain and the name from which it comes. */
    private static List<String> senders(Message message) {
        if (message.getFrom() == null) {
            return List.of();
        }
        List<String> names = new ArrayList<>();
        for (Mailbox from : message.getFrom()) {
            if (from.getDomain() != null) {
                names.add(from.getDomain());
            }
            if (from.getName() != null) {
                names.add(from.getName());
            }
        }
        return names;
    }
}
