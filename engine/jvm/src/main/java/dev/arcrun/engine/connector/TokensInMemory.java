package dev.arcrun.engine.connector;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Tokens that end with this process. */
public final class TokensInMemory implements Tokens {
    private final Map<String, Token> tokens = new ConcurrentHashMap<>();

    @Override
    public @Nullable Token get(String grant) {
        return tokens.get(grant);
    }

    @Override
    public boolean compareAndSet(String grant, @Nullable Token expected, Token next) {
        return expected == null
                ? tokens.putIfAbsent(grant, next) == null
                : tokens.replace(grant, expected, next);
    }
}
