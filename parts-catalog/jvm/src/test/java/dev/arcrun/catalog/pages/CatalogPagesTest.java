package dev.arcrun.catalog.pages;

import static org.assertj.core.api.Assertions.assertThat;

import dev.arcrun.catalog.Catalog;
import dev.arcrun.catalog.CatalogPart;
import dev.arcrun.catalog.contract.ContractReader;
import dev.arcrun.catalog.contract.ContractReading;
import dev.arcrun.catalog.contract.PartDescription;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class CatalogPagesTest {
    private static final Path DOCS = Path.of("../../docs/parts");
    private static final String CONNECTOR =
            """
            canonical_id: post_message
            display_name: { en: Post | message, zh-TW: 發佈訊息 }
            description: { en: Posts a message., zh-TW: 發佈訊息。 }
            documentation_url: https://api.example.com/docs
            category: api
            version: v1
            author: someone
            stability: deprecated
            runtime: connector
            constraints: { max_size_kb: 1, max_cold_start_ms: 500, no_network_syscall: false, no_filesystem_syscall: true, io_model: stdin_stdout_json }
            network: { hosts: [api.example.com] }
            credentials_required: [{ key: token, label: { en: Token }, help_url: https://api.example.com/tokens }]
            permissions: [chat:write]
            storage: true
            deprecated: { message: { en: It ends in May. }, use: send_message }
            errors: { CHANNEL_CLOSED: { en: The channel is closed., zh-TW: 頻道已關閉。 } }
            verified: { service: example, operation: postMessage }
            input_schema:
              type: object
              required: [text]
              properties:
                text: { type: string, description: "What | to <post>, in `a|<b>`.\\nTwo lines." }
                to:
                  type: array
                  items: { type: object, properties: { name: { enum: [a, 1] } } }
            output_schema: { type: object }
            config_example: { text: hello }
            request: { method: POST, url: "https://api.example.com/{{to}}" }
            """;

    @Test
    void the_pages_in_the_repository_are_those_of_this_catalog() throws IOException {
        Map<String, String> committed = new TreeMap<>();
        try (Stream<Path> files = Files.list(DOCS)) {
            for (Path file : files.toList()) {
                String text = Files.readString(file).replace("\r\n", "\n");
                committed.put(file.getFileName().toString(), text);
            }
        }
        assertThat(committed)
                .as("docs/parts is stale; run ./arcrun part docs and commit what it writes")
                .isEqualTo(CatalogPages.of(Catalog.load()));
    }

    @Test
    void a_page_says_all_that_a_contract_says() {
        String page =
                PartPage.of(
                        read(CONNECTOR),
                        0,
                        "Feature: a\n  Scenario: b\n    * it succeeds",
                        new CatalogPart.Verified(
                                "Weather", "https://example.com/api#now", "2026-01-02"));

        assertThat(page)
                .startsWith(CatalogPages.MARK + "# Post | message · 發佈訊息\n")
                .contains("`post_message` · api · v1 · deprecated")
                .contains("**Deprecated.** It ends in May.\nUse [`send_message`](send_message.md).")
                .contains("Documentation: <https://api.example.com/docs>")
                .contains(
                        "| `text` | string | yes |  | What \\| to &lt;post>, in `a\\|<b>`. Two lines. |")
                .contains("| `to[].name` | `a`, `1` |")
                .contains("`POST https://api.example.com/{{to}}`")
                .contains(
                        "Verified against [Weather](https://example.com/api#now), read 2026-01-02.")
                .contains("| `CHANNEL_CLOSED` | The channel is closed.<br>頻道已關閉。 |")
                .contains("| `token` | Token | yes | <https://api.example.com/tokens> |")
                .contains("- Network: `api.example.com`")
                .contains("- A key-value store of its own.")
                .contains("- Its credential needs: `chat:write`")
                .endsWith("1 scenario.\n");
    }

    @Test
    void a_connector_nobody_verified_says_so() {
        String contract =
                CONNECTOR.replace("verified: { service: example, operation: postMessage }\n", "");
        assertThat(PartPage.of(read(contract), 0, "", null)).contains("Not verified");
    }

    @Test
    void pages_are_the_same_every_time() {
        assertThat(CatalogPages.of(Catalog.load())).isEqualTo(CatalogPages.of(Catalog.load()));
    }

    private static PartDescription read(String contract) {
        ContractReading reading = ContractReader.read(contract, "contract.yaml");
        assertThat(reading).as(reading.toString()).isInstanceOf(ContractReading.Read.class);
        return ((ContractReading.Read) reading).part();
    }
}
