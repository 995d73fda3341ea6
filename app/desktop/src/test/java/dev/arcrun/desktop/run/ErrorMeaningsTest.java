package dev.arcrun.desktop.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.arcrun.desktop.completion.CatalogParts;
import dev.arcrun.desktop.work.Threads;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class ErrorMeaningsTest {
    private final ErrorMeanings meanings = new ErrorMeanings(new CatalogParts(), Threads.direct());

    @Test
    void a_code_is_explained_in_the_users_language_beside_the_parts_english_words() {
        assertThat(meanings.of("string_ops", "MISSING_FIELD", "zh-TW")).isEqualTo("缺少必要的參數。");
        assertThat(meanings.of("string_ops", "MISSING_FIELD", "en")).isEmpty();
    }

    @Test
    void a_code_nobody_explains_has_no_meaning() {
        assertThat(meanings.of("string_ops", "NOBODY_KNOWS", "zh-TW")).isEmpty();
    }

    @Test
    void who_shows_a_code_is_told_when_its_meaning_has_arrived() {
        var told = new AtomicInteger();
        meanings.onArrival(told::incrementAndGet);
        meanings.of("string_ops", "TIMEOUT", "zh-TW");
        meanings.of("string_ops", "TIMEOUT", "zh-TW");
        assertThat(told).hasValue(1);
    }
}
