package dev.arcrun.engine.connector;

/** The Cloudflare account that stands in for a platform binding outside of Cloudflare. */
public interface CloudflareAccount {
    /** Its id, 32 hex digits. */
    String id();

    /** A copy of the API token, for the caller to wipe. */
    char[] token();
}
