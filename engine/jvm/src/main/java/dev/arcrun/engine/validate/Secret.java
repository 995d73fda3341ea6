package dev.arcrun.engine.validate;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A piece of a text that looks like a secret by the form its issuer gives it. Says where, never
 * what.
 *
 * @param kind what it looks like, for a reader
 * @param name what a credential of that kind may be called
 * @param start offset of its first character (UTF-16)
 * @param end offset after its last
 */
record Secret(String kind, String name, int start, int end) {
    private static final String EDGE = "(?<![A-Za-z0-9_-])";

    /** {@code group} 1 is the secret; the forms are those the services document. */
    private record Form(String kind, String name, String hint, Pattern pattern) {
        Form(String kind, String name, String hint, String pattern) {
            this(kind, name, hint, Pattern.compile(pattern));
        }
    }

    private static final List<Form> FORMS =
            List.of(
                    new Form(
                            "Anthropic API key",
                            "ANTHROPIC_KEY",
                            "sk-ant-",
                            EDGE + "(sk-ant-[A-Za-z0-9_-]{20,}+)"),
                    new Form(
                            "OpenAI API key",
                            "OPENAI_KEY",
                            "sk-",
                            EDGE + "(sk-(?!ant-)(?:proj-|svcacct-|admin-)?[A-Za-z0-9_-]{20,}+)"),
                    new Form(
                            "GitHub token",
                            "GITHUB_TOKEN",
                            "gh",
                            EDGE + "(gh[pousr]_[A-Za-z0-9]{30,}+)"),
                    new Form(
                            "GitHub token",
                            "GITHUB_TOKEN",
                            "github_pat_",
                            EDGE + "(github_pat_[A-Za-z0-9_]{30,}+)"),
                    new Form(
                            "GitLab token",
                            "GITLAB_TOKEN",
                            "glpat-",
                            EDGE + "(glpat-[A-Za-z0-9_-]{20,}+)"),
                    new Form(
                            "Slack token",
                            "SLACK_TOKEN",
                            "xox",
                            EDGE + "(xox[abprs]-[A-Za-z0-9-]{10,}+)"),
                    new Form(
                            "AWS access key",
                            "AWS_ACCESS_KEY",
                            "A",
                            EDGE + "((?:AKIA|ASIA)[A-Z0-9]{16})(?![A-Za-z0-9])"),
                    new Form(
                            "Google API key",
                            "GOOGLE_KEY",
                            "AIza",
                            EDGE + "(AIza[A-Za-z0-9_-]{35})(?![A-Za-z0-9_-])"),
                    new Form(
                            "Stripe key",
                            "STRIPE_KEY",
                            "_live_",
                            EDGE + "([sr]k_live_[A-Za-z0-9]{16,}+)"),
                    new Form(
                            "SendGrid key",
                            "SENDGRID_KEY",
                            "SG.",
                            EDGE + "(SG\\.[A-Za-z0-9_-]{20,24}\\.[A-Za-z0-9_-]{39,50})"),
                    new Form(
                            "npm token",
                            "NPM_TOKEN",
                            "npm_",
                            EDGE + "(npm_[A-Za-z0-9]{36})(?![A-Za-z0-9])"),
                    new Form(
                            "Telegram bot token",
                            "TELEGRAM_TOKEN",
                            ":AA",
                            "(?<![0-9])([0-9]{8,10}:AA[A-Za-z0-9_-]{33})(?![A-Za-z0-9_-])"),
                    new Form(
                            "JSON Web Token",
                            "TOKEN",
                            "eyJ",
                            EDGE
                                    + "(eyJ[A-Za-z0-9_-]{8,}+\\.eyJ[A-Za-z0-9_-]{8,}+\\.[A-Za-z0-9_-]{16,}+)"),
                    new Form(
                            "private key",
                            "PRIVATE_KEY",
                            "PRIVATE KEY-----",
                            "(-----BEGIN (?:[A-Z]{2,10} )?PRIVATE KEY-----[^-]{40,}+(?:-----END (?:[A-Z]{2,10} )?PRIVATE KEY-----)?)"),
                    new Form(
                            "access token",
                            "TOKEN",
                            " ",
                            "(?i:^(?:Bearer|Basic|Token) )([A-Za-z0-9._~+/=-]{16,}+)$"));

    /** All in a text, in order, none within another. */
    static List<Secret> in(String text) {
        if (text.length() < 16) {
            return List.of();
        }
        List<Secret> found = new ArrayList<>();
        for (Form form : FORMS) {
            if (text.contains(form.hint)) {
                Matcher matcher = form.pattern.matcher(text);
                while (matcher.find()) {
                    add(
                            new Secret(form.kind, form.name, matcher.start(1), matcher.end(1)),
                            text,
                            found);
                }
            }
        }
        found.sort((a, b) -> Integer.compare(a.start, b.start));
        return found;
    }

    private static void add(Secret secret, String text, List<Secret> found) {
        boolean within =
                found.stream().anyMatch(it -> secret.start < it.end && it.start < secret.end);
        if (!within && isRandom(text.substring(secret.start, secret.end))) {
            found.add(secret);
        }
    }

    /** Not a stand-in such as {@code sk-xxxxxxxx}: digits and letters, and not one all over. */
    private static boolean isRandom(String value) {
        boolean digit = value.chars().anyMatch(c -> c >= '0' && c <= '9');
        return digit && value.chars().distinct().count() >= 8;
    }
}
