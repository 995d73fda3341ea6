package dev.arcrun.engine.sandbox;

/**
 * A host parts may talk to.
 *
 * @param pattern {@code host}, {@code host:port} or {@code *.domain} (any host below it, not the
 *     domain itself); without a port: any
 * @param privateAddresses also where the name leads to this machine or the local network
 */
public record AllowedHost(String pattern, boolean privateAddresses) {
    /** On the open internet only. */
    public static AllowedHost of(String pattern) {
        return new AllowedHost(pattern, false);
    }
}
