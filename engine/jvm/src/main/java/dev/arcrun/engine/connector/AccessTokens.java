package dev.arcrun.engine.connector;

import dev.arcrun.engine.value.Json;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import org.jspecify.annotations.Nullable;

/**
 * Gives access tokens that can still be used, and renews the others: once for a grant, however many
 * calls wait for it.
 */
final class AccessTokens {
    /** So long before its end a token isn't used any more. */
    private static final Duration MARGIN = Duration.ofMinutes(1);

    private final Tokens tokens;
    private final InstantSource clock;
    private final Map<String, CompletableFuture<Outcome>> underWay = new ConcurrentHashMap<>();

    /** Asks the token endpoint. */
    interface Source {
        /**
         * @param kept what is kept under the grant, or null
         */
        Token fetch(@Nullable Token kept) throws ConnectorFailure;
    }

    /** How renewing ended, for all who wait for it. */
    private sealed interface Outcome {
        record Renewed(Token token) implements Outcome {}

        record Failed(Json.Obj result) implements Outcome {}

        /** Who renewed was cancelled; somebody else has to. */
        record Abandoned() implements Outcome {}
    }

    AccessTokens(Tokens tokens, InstantSource clock) {
        this.tokens = tokens;
        this.clock = clock;
    }

    /** Whether something is kept under that name. */
    boolean has(String grant) {
        return tokens.get(grant) != null;
    }

    /**
     * A token to use.
     *
     * @param refused one that the service did not accept, or null
     */
    Token get(String grant, @Nullable Token refused, Source source) throws ConnectorFailure {
        while (true) {
            Token kept = tokens.get(grant);
            if (kept != null && isUsable(kept, refused)) {
                return kept;
            }
            var mine = new CompletableFuture<Outcome>();
            CompletableFuture<Outcome> others = underWay.putIfAbsent(grant, mine);
            Outcome outcome =
                    others == null ? renew(grant, refused, source, mine) : awaited(others);
            switch (outcome) {
                case Outcome.Renewed(Token token) -> {
                    return token;
                }
                case Outcome.Failed(Json.Obj result) -> throw ConnectorFailure.of(result);
                case Outcome.Abandoned _ -> {
                    if (others == null) {
                        throw cancelled();
                    }
                }
            }
        }
    }

    private Outcome renew(
            String grant, @Nullable Token refused, Source source, CompletableFuture<Outcome> told) {
        Outcome outcome = new Outcome.Abandoned();
        try {
            Token kept = tokens.get(grant);
            outcome =
                    new Outcome.Renewed(
                            kept != null && isUsable(kept, refused)
                                    ? kept
                                    : replaced(grant, kept, refused, source.fetch(kept)));
        } catch (ConnectorFailure e) {
            if (!e.code().equals("CANCELLED")) {
                outcome = new Outcome.Failed(e.result());
            }
        } finally {
            underWay.remove(grant, told);
            told.complete(outcome);
        }
        return outcome;
    }

    /** Keeps the new token, unless another host has kept a usable one meanwhile. */
    private Token replaced(
            String grant, @Nullable Token kept, @Nullable Token refused, Token fetched) {
        Token before = kept;
        while (true) {
            Token next = fetched;
            if (next.refreshToken() == null && before != null) {
                next = new Token(next.accessToken(), next.expiresAt(), before.refreshToken());
            }
            if (tokens.compareAndSet(grant, before, next)) {
                return next;
            }
            before = tokens.get(grant);
            if (before != null && isUsable(before, refused)) {
                return before;
            }
        }
    }

    private boolean isUsable(Token token, @Nullable Token refused) {
        Instant end = token.expiresAt();
        boolean another = refused == null || !refused.accessToken().equals(token.accessToken());
        return another && (end == null || clock.instant().plus(MARGIN).isBefore(end));
    }

    private static Outcome awaited(CompletableFuture<Outcome> others) throws ConnectorFailure {
        try {
            return others.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw cancelled();
        } catch (ExecutionException e) {
            throw new IllegalStateException("renewing a token broke", e.getCause());
        }
    }

    private static ConnectorFailure cancelled() {
        return ConnectorFailure.of("CANCELLED", "The request was cancelled.", null);
    }
}
