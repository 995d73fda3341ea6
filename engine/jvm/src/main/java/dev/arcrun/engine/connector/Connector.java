package dev.arcrun.engine.connector;

import dev.arcrun.engine.part.Contract;
import org.jspecify.annotations.Nullable;

/**
 * A part without a program.
 *
 * @param contract what it takes and may use
 * @param request the call it makes
 * @param response how the answer is read
 * @param auth how it is let in, or null where nothing is asked for
 */
public record Connector(
        Contract contract, Request request, Response response, @Nullable Auth auth) {

    /** Where a platform binding is called from outside of Cloudflare. */
    public static final String ACCOUNT_HOST = "api.cloudflare.com";

    public String id() {
        return contract.id();
    }

    /** Whether it runs on the connected Cloudflare account. */
    public boolean needsAccount() {
        return request instanceof Request.Binding;
    }
}
