package dev.arcrun.engine.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import okhttp3.HttpUrl;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HostNameTest {

    @ParameterizedTest
    @CsvSource({
        "http://EXAMPLE.com/, example.com",
        "http://example.com./, example.com",
        "http://ex%41mple.com/, example.com",
        "http://bücher.example/, xn--bcher-kva.example",
        "http://ｅｘａｍｐｌｅ.com/, example.com",
        "http://127.0.0.1/, 127.0.0.1",
        "http://127.1/, 127.0.0.1",
        "http://2130706433/, 127.0.0.1",
        "http://0x7f000001/, 127.0.0.1",
        "http://0x7F.0x0.0x0.0x1/, 127.0.0.1",
        "http://0177.0.0.1/, 127.0.0.1",
        "http://127.0.0.1./, 127.0.0.1",
        "http://0/, 0.0.0.0",
        "http://[::1]/, ::1",
        "http://[0:0::0:1]/, ::1",
        "http://[::ffff:127.0.0.1]/, 127.0.0.1",
        "http://user@evil.example#@good.example/, evil.example",
        "http:\\\\example.com\\x, example.com"
    })
    void a_host_has_one_form(String url, String host) {
        assertThat(HostName.of(HttpUrl.get(url))).isEqualTo(host);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://1.2.3.4.5/",
                "http://256.1.1.1/",
                "http://4294967296/",
                "http://09.1.1.1/",
                "ftp://example.com/",
                "file:///etc/passwd",
                "javascript:alert(1)",
                "http://",
                "//example.com",
                "http://exa mple.com/",
                ""
            })
    void what_is_no_http_url_has_none(String url) {
        assertThat(HostName.normalised(url)).isNull();
    }
}
