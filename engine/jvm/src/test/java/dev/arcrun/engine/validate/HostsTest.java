package dev.arcrun.engine.validate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.arcrun.engine.document.Problem;
import dev.arcrun.engine.document.Problem.Severity;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HostsTest {
    private static final Surroundings ONLY_A = Surroundings.UNKNOWN.withHosts("a.test"::equals);

    private static Checking calling(String url) {
        return Checking.of(
                        "input >> PIPE >> it",
                        "it: { component: http_request, url: '" + url + "' }")
                .in(ONLY_A);
    }

    @ParameterizedTest
    @CsvSource({
        "https://b.test/x?y=1, b.test",
        "HTTP://me:pw@B.test:8080/, me:pw@B.test:8080",
        "https://b.test?u=https://a.test, b.test",
        "https://[::1]:80/x, [::1]:80"
    })
    void a_host_that_is_not_allowed_is_told(String url, String host) {
        Checking checked = calling(url);

        Problem problem = checked.only("HOST_NOT_ALLOWED", Severity.INFO);

        assertThat(checked.at(problem)).isEqualTo(host);
    }

    @Test
    void credentials_in_an_address_are_not_repeated() {
        assertThat(
                        calling("https://me:pw@b.test/")
                                .only("HOST_NOT_ALLOWED", Severity.INFO)
                                .message())
                .contains("`b.test`")
                .doesNotContain("pw");
    }

    @Test
    void an_allowed_host_is_fine() {
        calling("https://a.test:8443/{{city}}").isClean();
    }

    @ParameterizedTest
    @ValueSource(strings = {"{{input.city}}", "https://{{city}}.test/x", "https://a.test{{city}}"})
    void a_host_that_data_decides_is_told(String url) {
        calling(url).only("HOST_FROM_TEMPLATE", Severity.INFO);
    }

    @Test
    void the_hosts_of_a_contract_and_addresses_as_components_count() {
        Checking.of("input >> PIPE >> it", "it: { component: telegram_send, chat_id: 1, text: hi }")
                .in(ONLY_A)
                .only("HOST_NOT_ALLOWED", Severity.INFO);
        Checking.of("input >> PIPE >> it", "it: { component: https://b.test/hook }")
                .in(ONLY_A)
                .only("HOST_NOT_ALLOWED", Severity.INFO);
    }
}
