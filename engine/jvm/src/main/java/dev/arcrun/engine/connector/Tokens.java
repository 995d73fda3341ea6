package dev.arcrun.engine.connector;

import org.jspecify.annotations.Nullable;

/** Where access tokens are kept, by the name of their grant. May be used by several threads. */
public interface Tokens {
    /** The token kept under that name, or null. */
    @Nullable Token get(String grant);

    /**
     * Keeps a token if still the expected one is kept there.
     *
     * @param expected what {@link #get} gave, or null for none
     * @return whether it is kept now
     */
    boolean compareAndSet(String grant, @Nullable Token expected, Token next);
}
