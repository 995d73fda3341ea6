package dev.arcrun.engine.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import okhttp3.HttpUrl;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HostPatternTest {

    @ParameterizedTest
    @CsvSource({
        "api.example.com, https://api.example.com/x, true",
        "API.Example.com, http://api.example.com:8080/, true",
        "api.example.com, https://api.example.com./, true",
        "api.example.com, https://xapi.example.com/, false",
        "api.example.com, https://api.example.com.evil.example/, false",
        "api.example.com:8443, https://api.example.com:8443/, true",
        "api.example.com:8443, https://api.example.com/, false",
        "*.example.com, https://a.b.example.com/, true",
        "*.example.com, https://example.com/, false",
        "*.example.com, https://evilexample.com/, false",
        "*.1, http://127.0.0.1/, false",
        "127.0.0.1, http://2130706433/, true",
        "'[::1]:80', http://[::1]/, true",
        "::1, http://[0::1]:9/, true",
        "bücher.example, https://xn--bcher-kva.example/, true",
        "*, https://anything.example/, true"
    })
    void matches_the_hosts_it_says(String pattern, String url, boolean matches) {
        assertThat(HostPattern.parse(pattern).matches(HttpUrl.get(url))).isEqualTo(matches);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "https://example.com",
                "example.com/x",
                "a b",
                "x:0",
                "x:99999",
                "a.*.b",
                "*x"
            })
    void refuses_what_is_no_host(String pattern) {
        assertThatThrownBy(() -> HostPattern.parse(pattern))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("is no host");
    }
}
