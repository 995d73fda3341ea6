package dev.arcrun.catalog.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.arcrun.catalog.contract.ConnectorContract;
import dev.arcrun.catalog.contract.ContractReader;
import dev.arcrun.catalog.contract.ContractReading;
import dev.arcrun.catalog.service.Service;
import dev.arcrun.catalog.service.ServiceReader;
import dev.arcrun.engine.connector.Connector;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ConnectorScenarioTest {
    private static final String CONTRACT =
            """
            canonical_id: note
            display_name: { en: Note }
            description: { en: Writes a note. }
            category: api
            version: v1
            author: test
            stability: stable
            runtime: connector
            constraints: { no_network_syscall: false }
            network: { hosts: [notes.test] }
            credentials_required: [{ key: token, label: Token }]
            request: { method: POST, url: "https://notes.test/notes", body: { text: "{{text}}" } }
            auth: { kind: static, header: { Authorization: "Bearer {{credential.token}}" } }
            response: { data: body, error_path: body.error }
            input_schema: { type: object, required: [text], properties: { text: { type: string } } }
            output_schema: { type: object }
            config_example: { text: Hi }
            """;
    private static final String SERVICE =
            """
            service: Notes
            sources: [{ url: "https://notes.test/docs", read: 2026-11-22 }]
            operations:
              write:
                source: https://notes.test/docs
                method: POST
                url: https://notes.test/notes
                headers: { required: { authorization: "^Bearer .+" } }
                body: { content_type: application/json, schema: { type: object, properties: { text: { maxLength: 5 } } } }
                answers:
                  "201": { body: { id: 7 } }
                  "429": { headers: { retry-after: "5" }, body: { error: slow down } }
            """;
    private static final String GIVEN =
            """
            Feature: Note
              Scenario: One
                Given the credential "token" is "s3cret-token"
                And the input
                  \"""json
                  {"text": "Hi"}
                  \"""
            """;

    private static List<String> play(String steps) {
        return play(steps, operation());
    }

    private static List<String> play(String steps, Service.@Nullable Operation operation) {
        var feature = FeatureReader.read(GIVEN + steps.indent(4), "note.feature");
        assertThat(feature.problems()).isEmpty();
        return new ScenarioRunner(connector(), operation).run(feature.scenarios().getFirst());
    }

    private static Connector connector() {
        return ConnectorContract.of(
                ((ContractReading.Read) ContractReader.read(CONTRACT, "note.yaml")).part());
    }

    private static Service.@Nullable Operation operation() {
        return ((ServiceReader.Reading.Read) ServiceReader.read(SERVICE, "notes.yaml"))
                .service()
                .operations()
                .get("write");
    }

    @Test
    void the_service_answers_as_documented() {
        assertThat(
                        play(
                                """
                                When the part runs
                                Then it succeeds
                                And data.id is 7
                                And the service got "write"
                                And 1 requests were made
                                And the request's header "authorization" is "Bearer s3cret-token"
                                """))
                .isEmpty();
    }

    @Test
    void a_documented_failure_comes_with_its_headers() {
        assertThat(
                        play(
                                """
                                And the service answers "429"
                                When the part runs
                                Then it fails with code "RATE_LIMITED"
                                And result.retry_after_s is 5
                                And the error names "slow down"
                                """))
                .isEmpty();
    }

    @Test
    void a_request_that_does_not_keep_to_the_specification_fails_the_scenario() {
        String steps =
                """
                And the input
                  \"""json
                  {"text": "far too long"}
                  \"""
                When the part runs
                Then it succeeds
                """;
        assertThat(play(steps))
                .singleElement()
                .asString()
                .startsWith("“the part runs”: the step can't be done: the request doesn't keep to")
                .contains("text");
    }

    @Test
    void an_answer_that_is_not_documented_can_not_be_asked_for_by_name() {
        assertThat(play("And the service answers \"418\"\nWhen the part runs"))
                .singleElement()
                .asString()
                .contains("the specification has no answer `418`");
    }

    @Test
    void an_operation_that_is_not_the_verified_one_was_not_got() {
        assertThat(play("When the part runs\nThen the service got \"read\"")).hasSize(1);
    }

    @Test
    void without_a_specification_the_scenario_gives_the_answer() {
        assertThat(play("When the part runs", null))
                .singleElement()
                .asString()
                .contains("no answer is given");
        assertThat(
                        play(
                                """
                                And the service answers 200 with
                                  \"""json
                                  {"id": 8}
                                  \"""
                                When the part runs
                                Then data.id is 8
                                """,
                                null))
                .isEmpty();
    }
}
