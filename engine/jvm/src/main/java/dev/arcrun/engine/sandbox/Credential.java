package dev.arcrun.engine.sandbox;

import java.util.List;

/**
 * A secret and where it may go.
 *
 * @param value at least 6 characters; the vault's own copy, not to be changed
 * @param hosts patterns as in {@link AllowedHost}
 */
public record Credential(String name, char[] value, List<String> hosts) {
    public Credential {
        hosts = List.copyOf(hosts);
    }

    /** Whether it may be sent there. */
    public boolean mayGoTo(WebAddress target) {
        return target.isOneOf(hosts);
    }

    @Override
    public String toString() {
        return "«credential:" + name + "»";
    }
}
