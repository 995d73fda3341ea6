package dev.arcrun.engine.connector;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class AccessTokensTest {
    private static final Instant NOW = Instant.parse("2026-03-01T08:30:00Z");
    private static final int CALLS = 20;

    private final TokensInMemory kept = new TokensInMemory();
    private final AccessTokens tokens = new AccessTokens(kept, InstantSource.fixed(NOW));
    private final CountDownLatch asked = new CountDownLatch(1);
    private final CountDownLatch answer = new CountDownLatch(1);
    private final AtomicInteger requests = new AtomicInteger();

    /** An endpoint that answers when it is let. */
    private Token slowly(@Nullable Token before) throws ConnectorFailure {
        requests.incrementAndGet();
        asked.countDown();
        try {
            answer.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw ConnectorFailure.of("CANCELLED", "The request was cancelled.", null);
        }
        return new Token("new-token", NOW.plusSeconds(3600), null);
    }

    @Test
    void many_calls_that_wait_for_a_token_renew_it_once() throws Exception {
        List<Future<Token>> waiting = new ArrayList<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < CALLS; i++) {
                waiting.add(threads.submit(() -> tokens.get("g", null, this::slowly)));
            }
            asked.await();
            answer.countDown();
            for (Future<Token> each : waiting) {
                assertThat(each.get().accessToken()).isEqualTo("new-token");
            }
        }
        assertThat(requests).hasValue(1);
    }

    @Test
    void all_who_wait_hear_of_a_failure_and_the_next_call_tries_again() throws Exception {
        AccessTokens.Source refusing =
                before -> {
                    slowly(before);
                    throw ConnectorFailure.of("TOKEN_REJECTED", "No.", null);
                };
        List<Future<String>> waiting = new ArrayList<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < CALLS; i++) {
                waiting.add(threads.submit(() -> code(refusing)));
            }
            asked.await();
            answer.countDown();
            for (Future<String> each : waiting) {
                assertThat(each.get()).isEqualTo("TOKEN_REJECTED");
            }
        }
        assertThat(tokens.get("g", null, this::slowly).accessToken()).isEqualTo("new-token");
    }

    private String code(AccessTokens.Source source) {
        try {
            return tokens.get("g", null, source).accessToken();
        } catch (ConnectorFailure e) {
            return e.code();
        }
    }

    @Test
    void when_the_call_that_renews_is_cancelled_another_one_renews() throws Exception {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<Token> first = threads.submit(() -> tokens.get("g", null, this::slowly));
            asked.await();
            Future<Token> second = threads.submit(() -> tokens.get("g", null, this::slowly));
            first.cancel(true);
            answer.countDown();
            assertThat(second.get().accessToken()).isEqualTo("new-token");
        }
    }

    @Test
    void a_token_that_another_host_has_renewed_meanwhile_is_used() throws Exception {
        var old = new Token("old-token", NOW, "refresh-1");
        var others = new Token("others-token", NOW.plusSeconds(3600), "refresh-3");
        kept.compareAndSet("g", null, old);

        Token used =
                tokens.get(
                        "g",
                        null,
                        before -> {
                            kept.compareAndSet("g", old, others);
                            return new Token("mine", NOW.plusSeconds(3600), "refresh-2");
                        });

        assertThat(used).isEqualTo(others);
        assertThat(kept.get("g")).isEqualTo(others);
    }

    @Test
    void a_refused_token_is_renewed_only_if_it_is_still_the_kept_one() throws Exception {
        var refused = new Token("refused-token", NOW.plusSeconds(3600), null);
        var next = new Token("next-token", NOW.plusSeconds(3600), null);
        kept.compareAndSet("g", null, next);

        assertThat(tokens.get("g", refused, this::slowly)).isEqualTo(next);
        assertThat(requests).hasValue(0);
    }

    @Test
    void a_refresh_token_stays_where_the_answer_brings_none() throws Exception {
        kept.compareAndSet("g", null, new Token("old-token", NOW, "refresh-1"));
        answer.countDown();

        assertThat(tokens.get("g", null, this::slowly).refreshToken()).isEqualTo("refresh-1");
    }

    @Test
    void a_token_shows_neither_itself_nor_its_refresh_token() {
        assertThat(new Token("access-1", NOW, "refresh-1").toString())
                .doesNotContain("access-1")
                .doesNotContain("refresh-1");
    }
}
