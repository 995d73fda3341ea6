package dev.arcrun.workspace;

import dev.arcrun.engine.connector.CloudflareAccount;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The Cloudflare account named by {@code CLOUDFLARE_ACCOUNT_ID} and {@code CLOUDFLARE_API_TOKEN},
 * as Wrangler takes it.
 * https://developers.cloudflare.com/workers/wrangler/system-environment-variables/
 */
final class EnvironmentAccount implements CloudflareAccount {
    private static final int SHORTEST_TOKEN = 6;

    private final Function<String, @Nullable String> environment;

    private EnvironmentAccount(Function<String, @Nullable String> environment) {
        this.environment = environment;
    }

    /** The account, or null where the variables aren't both set. */
    static @Nullable CloudflareAccount read(Function<String, @Nullable String> environment) {
        var account = new EnvironmentAccount(environment);
        boolean complete = !account.id().isEmpty() && account.token().length >= SHORTEST_TOKEN;
        return complete ? account : null;
    }

    @Override
    public String id() {
        return variable("CLOUDFLARE_ACCOUNT_ID");
    }

    @Override
    public char[] token() {
        return variable("CLOUDFLARE_API_TOKEN").toCharArray();
    }

    private String variable(String name) {
        String value = environment.apply(name);
        return value == null ? "" : value.strip();
    }

    /** Without the token. */
    @Override
    public String toString() {
        return "EnvironmentAccount[" + id() + "]";
    }
}
