package dev.arcrun.catalog.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.arcrun.engine.part.Contract;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ContractReaderTest {
    static final String VALID =
            """
            canonical_id: greet
            display_name: { en: Greet }
            description: { en: Greets., zh-TW: 問候。 }
            category: data
            version: v2
            author: someone
            stability: stable
            runtime: wasm
            constraints: { max_size_kb: 512, max_cold_start_ms: 500, no_network_syscall: false, no_filesystem_syscall: true, io_model: stdin_stdout_json }
            network: { hosts: [api.example.com] }
            credentials_required:
              - { key: token, label: { en: Token }, inject_as: name }
            input_schema:
              type: object
              required: [name]
              properties:
                name: { type: string }
                context: { type: object, from_scope: true }
                script: { type: string, template: false }
            output_schema: { type: object }
            config_example: { name: you }
            storage: true
            """;

    @Test
    void a_valid_contract_says_what_a_run_needs() {
        Contract contract = read(VALID).contract();

        assertThat(contract.id()).isEqualTo("greet");
        assertThat(contract.runtime()).isEqualTo(Contract.Runtime.WASM);
        assertThat(contract.required()).containsExactly("name");
        assertThat(contract.fromScope()).containsExactly("context");
        assertThat(contract.verbatim()).containsExactly("script");
        assertThat(contract.network()).isTrue();
        assertThat(contract.hosts()).containsExactly("api.example.com");
        assertThat(contract.storage()).isTrue();
        assertThat(contract.failureInData()).isFalse();
        assertThat(contract.credentials())
                .containsExactly(new Contract.CredentialNeed("token", "Token", "name", false));
        assertThat(read(VALID).description().in("zh-TW")).isEqualTo("問候。");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '¦',
            textBlock =
                    """
                    canonical_id: greet         ¦ canonical_id: Greet          ¦ 1  ¦ canonical_id
                    category: data              ¦ category: fun                ¦ 4  ¦ category
                    version: v2                 ¦ version: 2                   ¦ 5  ¦ version
                    author: someone             ¦ writer: someone              ¦ 6  ¦ writer
                    runtime: wasm               ¦ runtime: connector           ¦ 8  ¦ request
                    max_size_kb: 512            ¦ max_size_kb: big             ¦ 9  ¦ constraints.max_size_kb
                    io_model: stdin_stdout_json ¦ io_model: files              ¦ 9  ¦ constraints.io_model
                    no_network_syscall: false   ¦ no_network_syscall: true     ¦ 9  ¦ constraints.no_network_syscall
                    hosts: [api.example.com]    ¦ hosts: api.example.com       ¦ 10 ¦ network.hosts
                    key: token,                 ¦ name: token,                 ¦ 12 ¦ credentials_required.0
                    name: { type: string }      ¦ name: { type: strin }        ¦ 17 ¦ input_schema.properties.name.type
                    from_scope: true            ¦ from_scope: often            ¦ 18 ¦ input_schema.properties.context.from_scope
                    required: [name]            ¦ required: [nme]              ¦ 15 ¦ nme
                    config_example: { name: you } ¦ config_example: { nam: you } ¦ 21 ¦ name
                    display_name: { en: Greet } ¦ display_name: { zh-TW: 問候 } ¦ 2  ¦ display_name
                    """)
    void a_mistake_is_found_at_its_line(String right, String wrong, int line, String named) {
        List<ContractProblem> problems = problems(VALID.replace(right, wrong));

        assertThat(problems)
                .anySatisfy(problem -> {
                    assertThat(problem.line()).isEqualTo(line);
                    assertThat(problem.toString()).startsWith("contract.yaml:").contains(named);
                });
    }

    @Test
    void every_mistake_is_told_in_the_order_of_the_file() {
        List<ContractProblem> problems =
                problems(
                        VALID.replace("category: data", "category: 1")
                                .replace("stability: stable", "stability: 1"));

        assertThat(problems.stream().map(ContractProblem::line)).containsExactly(4, 7);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "# nothing",
                "just text",
                "[]",
                "a: [",
                "a: b: c",
                "\t- x",
                "a: &x [*x]",
                "? [a]\n: 1",
                "a: 1\na: 2",
                "!!binary x",
                "a: .inf",
                "\u0000",
                "--- a\n--- b",
                "*missing",
                "a: 0x1ffffffffffffffff"
            })
    void text_that_is_no_contract_is_refused_with_a_place(String text) {
        assertThat(problems(text))
                .isNotEmpty()
                .allSatisfy(problem -> assertThat(problem.line()).isPositive());
    }

    @Test
    void aliases_that_multiply_are_refused() {
        var bomb = new StringBuilder("a0: &a0 [x, x, x, x, x, x, x, x, x]\n");
        for (int i = 1; i < 12; i++) {
            bomb.append("a%d: &a%d [%s]\n".formatted(i, i, "*a%d, ".formatted(i - 1).repeat(9)));
        }
        assertThat(problems(bomb.toString())).isNotEmpty();
    }

    @Test
    void a_name_given_twice_is_told() {
        assertThat(problems(VALID + "author: another\n"))
                .anySatisfy(problem -> assertThat(problem.message()).contains("twice"));
    }

    private static PartDescription read(String yaml) {
        ContractReading reading = ContractReader.read(yaml, "contract.yaml");
        assertThat(reading).as(reading.toString()).isInstanceOf(ContractReading.Read.class);
        return ((ContractReading.Read) reading).part();
    }

    private static List<ContractProblem> problems(String yaml) {
        ContractReading reading = ContractReader.read(yaml, "contract.yaml");
        assertThat(reading).isInstanceOf(ContractReading.Refused.class);
        return ((ContractReading.Refused) reading).problems();
    }
}
