package dev.arcrun.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** The command's own words; signing in itself is tested where it is done. */
class ConnectCommandTest {
    @Test
    void outside_a_workspace_there_is_nowhere_to_keep_tokens() {
        Cli.Result result = Cli.run("connect", "google_sheets_append");
        assertThat(result.exit()).isEqualTo(2);
        assertThat(result.err()).contains("inside a workspace");
    }
}
