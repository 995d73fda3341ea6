package dev.arcrun.catalog.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.arcrun.engine.connector.Auth;
import dev.arcrun.engine.connector.Connector;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Mistakes in the contract of a connector are told with line and what is wrong. */
class ConnectorContractTest {
    private static final String VALID =
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
            network: { hosts: [notes.test, auth.test] }
            credentials_required:
              - { key: token, label: Token, optional: true }
              - { key: id, label: Client, optional: true }
            request:
              method: POST
              url: "https://notes.test/notes/{{list}}"
              headers: { X-Call: "{{_call_id}}" }
              query: { dry: "{{dry}}" }
              body: { text: "{{text}}" }
              encoding: json
            auth:
              kind: first_of
              options:
                - kind: static
                  header: { Authorization: "Bearer {{credential.token}}" }
                - kind: oauth2
                  grant: notes
                  authorize_url: https://login.notes.test/authorize
                  token_url: https://auth.test/token
                  client_id: "{{credential.id}}"
            response:
              success_when: "status < 300 and body.ok == true"
              data: body.note
              expects: json
            input_schema:
              type: object
              required: [text]
              properties:
                text: { type: string }
                list: { type: string, default: all }
                dry: { type: boolean }
            output_schema: { type: object }
            config_example: { text: Hi }
            """;

    @Test
    void a_valid_contract_gives_its_connector() {
        var read = (ContractReading.Read) ContractReader.read(VALID, "note.yaml");
        Connector connector = ConnectorContract.of(read.part());

        assertThat(connector.id()).isEqualTo("note");
        assertThat(Objects.requireNonNull(connector.auth())).isInstanceOf(Auth.FirstOf.class);
        assertThat(connector.needsAccount()).isFalse();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '¦',
            textBlock =
                    """
                    method: POST                 ¦ method: SEND                   ¦ 15 ¦ request.method
                    method: POST                 ¦ metod: POST                    ¦ 15 ¦ request.metod
                    https://notes.test/notes     ¦ https://other.test/notes       ¦ 16 ¦ isn't in `network.hosts`
                    https://notes.test/notes     ¦ ftp://notes.test/notes         ¦ 16 ¦ no http or https URL
                    {{list}}                     ¦ {{lists}}                      ¦ 16 ¦ did you mean `list`?
                    {{_call_id}}                 ¦ {{_run_id}}                    ¦ 17 ¦ `{{_run_id}}` is no parameter
                    { dry: "{{dry}}" }           ¦ [dry]                          ¦ 18 ¦ request.query
                    {{text}}                     ¦ {{text!}}                      ¦ 19 ¦ can't be read as a reference
                    encoding: json               ¦ encoding: xml                  ¦ 20 ¦ request.encoding
                    kind: first_of               ¦ kind: any_of                   ¦ 22 ¦ auth.kind
                    kind: static                 ¦ kind: statik                   ¦ 24 ¦ auth.options.0.kind
                    header: { Auth               ¦ headers: { Auth                ¦ 25 ¦ auth.options.0.headers
                    credential.token             ¦ credential.tokens              ¦ 25 ¦ is no key of `credentials_required`
                    grant: notes                 ¦ grant: My Notes                ¦ 27 ¦ auth.options.1.grant
                    https://auth.test/token      ¦ https://auth2.test/token       ¦ 29 ¦ isn't in `network.hosts`
                    client_id: "{{credential.id}}" ¦ client_auth: none            ¦ 30 ¦ auth.options.1.client_auth
                    status < 300 and             ¦ status < (300 and              ¦ 32 ¦ can't be read
                    body.ok == true              ¦ result.ok == true              ¦ 32 ¦ none of status, headers and body
                    data: body.note              ¦ data: 5                        ¦ 33 ¦ response.data
                    expects: json                ¦ expects: yaml                  ¦ 34 ¦ response.expects
                    no_network_syscall: false    ¦ no_network_syscall: true       ¦ 9  ¦ constraints.no_network_syscall
                    Token, optional: true        ¦ Token                          ¦ 12 ¦ set `optional: true`
                    """)
    void a_mistake_is_told_with_its_line(String right, String wrong, int line, String words) {
        var reading = ContractReader.read(VALID.replace(right, wrong), "note.yaml");

        assertThat(reading).isInstanceOf(ContractReading.Refused.class);
        List<ContractProblem> problems = ((ContractReading.Refused) reading).problems();
        assertThat(problems)
                .anySatisfy(problem -> {
                    assertThat(problem.file()).isEqualTo("note.yaml");
                    assertThat(problem.line()).as(problem.toString()).isEqualTo(line);
                    assertThat(problem.toString()).contains(words);
                });
    }

    @Test
    void a_program_has_no_request() {
        var reading =
                ContractReader.read(
                        VALID.replace("runtime: connector", "runtime: wasm"), "note.yaml");
        assertThat(reading).isInstanceOf(ContractReading.Refused.class);
    }

    @Test
    void a_program_says_its_size() {
        String program =
                VALID.replace("runtime: connector", "runtime: wasm")
                        .replaceAll("(?ms)^request:.*?^input_schema", "input_schema");
        var reading = (ContractReading.Refused) ContractReader.read(program, "note.yaml");
        assertThat(reading.problems().getFirst().toString()).contains("max_size_kb");
    }
}
