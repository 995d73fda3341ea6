package dev.arcrun.engine.connector;

import dev.arcrun.engine.value.Json;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A mail as it is sent. RFC 5322, RFC 2045 to 2047. */
final class MessageText {
    private static final String LINE = "\r\n";
    private static final DateTimeFormatter DATE =
            DateTimeFormatter.ofPattern("EEE, d MMM uuuu HH:mm:ss '+0000'", Locale.ENGLISH);
    private static final int BOUNDARY_DIGITS = 32;

    private final StringBuilder out = new StringBuilder();

    private MessageText() {}

    /**
     * @param message {@code {from?, to, cc?, bcc?, reply_to?, subject, text?, html?}}
     */
    static String of(Json.Obj message, Instant now) throws ConnectorFailure {
        return new MessageText().write(message, now);
    }

    private String write(Json.Obj message, Instant now) throws ConnectorFailure {
        header("Date", DATE.format(now.atOffset(ZoneOffset.UTC)));
        addresses("From", MailAddress.read("from", message.get("from")));
        List<MailAddress> to = MailAddress.read("to", message.get("to"));
        List<MailAddress> cc = MailAddress.read("cc", message.get("cc"));
        List<MailAddress> bcc = MailAddress.read("bcc", message.get("bcc"));
        if (to.isEmpty() && cc.isEmpty() && bcc.isEmpty()) {
            throw ConnectorFailure.of(
                    "MISSING_FIELD", "`to` is missing.", "Say who gets the message.");
        }
        addresses("To", to);
        addresses("Cc", cc);
        addresses("Bcc", bcc);
        addresses("Reply-To", MailAddress.read("reply_to", message.get("reply_to")));
        String subject = text(message, "subject");
        HeaderText.check("subject", subject == null ? "" : subject);
        Percent.utf8(subject == null ? "" : subject);
        header("Subject", HeaderText.unstructured(subject == null ? "" : subject));
        header("MIME-Version", "1.0");
        content(text(message, "text"), text(message, "html"));
        return out.toString();
    }

    private static @Nullable String text(Json.Obj message, String name) {
        Json value = message.get(name);
        return value == null || value.equals(Json.NULL) ? null : Filling.asText(value);
    }

    private void addresses(String name, List<MailAddress> addresses) {
        if (!addresses.isEmpty()) {
            header(
                    name,
                    addresses.stream()
                            .map(MailAddress::written)
                            .collect(Collectors.joining("," + LINE + " ")));
        }
    }

    private void header(String name, String value) {
        out.append(name).append(": ").append(value).append(LINE);
    }

    private void content(@Nullable String text, @Nullable String html) throws ConnectorFailure {
        if (text == null || html == null) {
            part(html == null ? "plain" : "html", html != null ? html : text == null ? "" : text);
            return;
        }
        // Base64 has no hyphen, so the boundary can't stand in what it separates.
        String boundary = "arcrun-" + digest(text, html);
        header("Content-Type", "multipart/alternative; boundary=\"" + boundary + "\"");
        out.append(LINE).append("--").append(boundary).append(LINE);
        part("plain", text);
        out.append(LINE).append("--").append(boundary).append(LINE);
        part("html", html);
        out.append(LINE).append("--").append(boundary).append("--").append(LINE);
    }

    private void part(String kind, String text) throws ConnectorFailure {
        header("Content-Type", "text/" + kind + "; charset=utf-8");
        header("Content-Transfer-Encoding", "base64");
        out.append(LINE);
        byte[] bytes = Percent.utf8(text.replaceAll("\r\n|\r|\n", LINE));
        out.append(Base64.getMimeEncoder().encodeToString(bytes)).append(LINE);
    }

    private static String digest(String... texts) throws ConnectorFailure {
        try {
            MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
            List<byte[]> parts = new ArrayList<>();
            for (String text : texts) {
                parts.add(Percent.utf8(text));
            }
            for (byte[] part : parts) {
                sha256.update(part);
                sha256.update((byte) 0);
            }
            return HexFormat.of().formatHex(sha256.digest()).substring(0, BOUNDARY_DIGITS);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
