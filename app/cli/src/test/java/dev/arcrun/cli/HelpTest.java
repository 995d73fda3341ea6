package dev.arcrun.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class HelpTest {
    @Test
    void every_command_explains_itself() {
        for (List<String> command :
                List.of(
                        List.of("validate"),
                        List.of("run"),
                        List.of("test"),
                        List.of("parts"),
                        List.of("part"),
                        List.of("connect"),
                        List.of("cloud"),
                        List.of("cloud", "start"),
                        List.of("cloud", "stop"),
                        List.of("cloud", "status"),
                        List.of("part", "show"),
                        List.of("part", "run"),
                        List.of("part", "new"),
                        List.of("part", "build"),
                        List.of("part", "check"),
                        List.of("part", "test"),
                        List.of("part", "docs"),
                        List.of("runs"),
                        List.of("runs", "show"),
                        List.of("runs", "replay"))) {
            var arguments = new ArrayList<>(command);
            arguments.add("--help");
            Cli.Result help = Cli.run(arguments.toArray(String[]::new));
            assertThat(help.exit()).isZero();
            assertThat(help.out()).startsWith("Usage: arcrun " + String.join(" ", command));
        }
    }

    @Test
    void without_a_command_the_commands_are_listed() {
        Cli.Result result = Cli.run();
        assertThat(result.exit()).isEqualTo(2);
        assertThat(result.err()).contains("validate").contains("generate-completion");
    }

    @Test
    void the_version_is_that_of_the_build() {
        assertThat(Cli.run("--version").out().strip()).matches("arcrun \\d+\\.\\d+\\.\\d+");
    }

    @Test
    void completions_for_bash_and_zsh_are_generated() {
        String script = Cli.run("generate-completion").out();
        assertThat(script)
                .contains("complete -F")
                .contains("bashcompinit")
                .contains("--allow-host");
    }
}
