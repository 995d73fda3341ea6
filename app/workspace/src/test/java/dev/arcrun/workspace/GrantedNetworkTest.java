package dev.arcrun.workspace;

import static org.assertj.core.api.Assertions.assertThat;

import dev.arcrun.engine.run.PartCaller;
import dev.arcrun.engine.sandbox.AllowedHost;
import dev.arcrun.engine.sandbox.NetworkRights;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class GrantedNetworkTest {
    private final Grants grants =
            Grants.builder()
                    .host("api.test")
                    .host("*.example.com")
                    .credential("GIVEN", "s3cr3t-one".toCharArray(), List.of("api.test"))
                    .credential("OTHER", "s3cr3t-two".toCharArray(), List.of("api.test"))
                    .build();
    private final GrantedNetwork network = new GrantedNetwork(grants);

    private NetworkRights rights(Duration timeout) {
        return network.rights(
                new PartCaller.Caller("run", "nonce", List.of("run.test:8080")),
                Set.of("GIVEN"),
                timeout);
    }

    @AfterEach
    void close() {
        network.close();
        grants.close();
    }

    @Test
    void a_request_may_take_as_long_as_the_node_says() {
        assertThat(rights(Duration.ofMinutes(1)).timeout()).isEqualTo(Duration.ofMinutes(1));
    }

    @Test
    void
            a_run_reaches_its_own_hosts_besides_those_of_every_run_and_no_pattern_leads_into_the_local_network() {
        assertThat(rights(Duration.ofSeconds(1)).allowed())
                .containsExactly(
                        new AllowedHost("api.test", true),
                        new AllowedHost("*.example.com", false),
                        new AllowedHost("run.test:8080", true));
    }

    @Test
    void a_call_gets_the_credentials_it_was_given_and_no_others() {
        NetworkRights rights = rights(Duration.ofSeconds(1));
        assertThat(rights.credentials().find("GIVEN")).isNotNull();
        assertThat(rights.credentials().find("OTHER")).isNull();
    }
}
