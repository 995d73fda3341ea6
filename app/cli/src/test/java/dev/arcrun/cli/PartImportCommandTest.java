package dev.arcrun.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.arcrun.workspace.TextFile;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Arcrun's recipes become connectors of the workspace around them. */
class PartImportCommandTest {
    private static final Path RECIPES =
            Path.of("../../parts-catalog/jvm/src/test/resources/apirecipe");

    @TempDir Path folder;

    private Path recipe;
    private Path auth;

    @BeforeEach
    void write() {
        TextFile.write(folder.resolve("arcrun.yaml"), "name: test\n");
        recipe = folder.resolve("old/telegram-send.json");
        auth = folder.resolve("old/auth/telegram.json");
        TextFile.write(recipe, TextFile.read(RECIPES.resolve("telegram-send.json")));
        TextFile.write(auth, TextFile.read(RECIPES.resolve("telegram.auth.json")));
    }

    private Cli.Result imported(String... more) {
        String[] arguments = new String[3 + more.length];
        arguments[0] = "part";
        arguments[1] = "import";
        arguments[2] = recipe.toString();
        System.arraycopy(more, 0, arguments, 3, more.length);
        return Cli.run(arguments);
    }

    @Test
    void a_recipe_is_written_as_a_contract_and_its_needs_are_told() {
        Cli.Result result = imported("--auth", auth.toString());

        Path contract = folder.resolve("parts/telegram_send/contract.yaml");
        assertThat(result.exit()).as(result.err()).isZero();
        assertThat(result.out())
                .contains("Imported `telegram_send` as " + contract)
                .contains("credential telegram_bot_token: Bot token")
                .contains("hosts api.telegram.org");
        assertThat(TextFile.read(contract)).startsWith("canonical_id: telegram_send\n");
        Cli.Result run =
                Cli.run(
                        "part",
                        "run",
                        folder.resolve("parts/telegram_send").toString(),
                        "--input",
                        "{}");
        assertThat(run.out()).contains("CREDENTIAL_MISSING").contains("telegram_bot_token");
    }

    @Test
    void a_part_that_is_there_is_not_overwritten() {
        imported("--auth", auth.toString());
        Path contract = folder.resolve("parts/telegram_send/contract.yaml");
        TextFile.write(contract, "mine\n");

        Cli.Result again = imported("--auth", auth.toString());

        assertThat(again.exit()).isEqualTo(2);
        assertThat(again.err()).contains("has a part `telegram_send` already");
        assertThat(TextFile.read(contract)).isEqualTo("mine\n");
        assertThat(imported("--auth", auth.toString(), "--id", "tell").exit()).isZero();
        assertThat(Files.exists(folder.resolve("parts/tell/contract.yaml"))).isTrue();
    }

    @Test
    void the_auth_recipe_is_found_beside_the_recipe() {
        TextFile.write(folder.resolve("old/telegram.json"), TextFile.read(auth));

        assertThat(imported().exit()).isZero();
    }

    @Test
    void what_is_wrong_is_told_and_nothing_is_written() {
        Cli.Result lost = imported();
        Cli.Result outside = imported("--auth", auth.toString(), "--id", "../../evil");
        TextFile.write(recipe, "{\"canonical_id\": \"a\", \"endpoint\": \"{{x\"}");
        Cli.Result open = imported();

        assertThat(lost.exit()).isEqualTo(2);
        assertThat(lost.err()).contains("auth_service: the auth recipe of `telegram` is missing");
        assertThat(outside.err()).contains("`../../evil` can't be a part's id");
        assertThat(open.err()).contains("telegram-send.json:1:").contains("`{{` isn't closed");
        assertThat(Files.exists(folder.resolve("parts"))).isFalse();
    }
}
