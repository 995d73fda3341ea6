package dev.arcrun.cli;

import dev.arcrun.engine.value.Json;
import dev.arcrun.workspace.localcloud.LocalCloud;
import dev.arcrun.workspace.localcloud.RunningCloud;
import dev.arcrun.workspace.programs.OperatingSystem;
import java.nio.file.Path;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;

/** What {@code arcrun cloud} says. */
final class CloudText {
    static final String NOTHING_RUNS = "The local Cloudflare doesn't run.";

    private static final double MIB = 1 << 20;

    private CloudText() {}

    static String started(LocalCloud.Started started, Path folder) {
        RunningCloud cloud = started.cloud();
        return """
        The local Cloudflare %s.
        %s  State    %s
        It is stopped with `arcrun cloud stop`; what was deployed stays.

        Wrangler deploys to it when this terminal has
        %s\
        """
                .formatted(
                        started.already() ? "runs already" : "runs",
                        addresses(cloud),
                        folder,
                        variables(cloud, OperatingSystem.here()));
    }

    static String of(Optional<RunningCloud> running, LocalCloud cloud) {
        String state =
                String.format(
                        Locale.ROOT,
                        "  State    %s, %.1f MiB%n",
                        cloud.folder(),
                        cloud.size() / MIB);
        return running.map(now ->
                        "The local Cloudflare runs since "
                                + DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT)
                                        .withZone(ZoneId.systemDefault())
                                        .format(now.since())
                                + ".\n"
                                + addresses(now)
                                + state)
                .orElseGet(() -> NOTHING_RUNS + "\n" + state);
    }

    static Json.Obj status(Optional<RunningCloud> running, LocalCloud cloud) {
        Json.Obj status = Json.object("running", Json.of(running.isPresent()));
        if (running.isPresent()) {
            RunningCloud now = running.get();
            status =
                    status.with("since", Json.of(now.since().toString()))
                            .with("api", Json.of(now.api().toString()))
                            .with("account_id", Json.of(now.accountId()))
                            .with("workers", Json.of(now.workers().toString()))
                            .with("token_file", Json.of(now.tokenFile().toString()))
                            .with("process_id", Json.of(now.processId()));
        }
        return status.with("state", Json.of(cloud.folder().toString()))
                .with("state_bytes", Json.of(cloud.size()));
    }

    /**
     * Commands of the system's usual shell that let wrangler find it; the token is read from its
     * file.
     */
    static String variables(RunningCloud cloud, OperatingSystem system) {
        boolean windows = system == OperatingSystem.WINDOWS;
        String file = cloud.tokenFile().toString();
        String pattern =
                windows
                        ? """
                          $env:CLOUDFLARE_API_BASE_URL = '%s'
                          $env:CLOUDFLARE_ACCOUNT_ID = '%s'
                          $env:CLOUDFLARE_API_TOKEN = Get-Content -Raw -LiteralPath '%s'
                        """
                        : """
                          export CLOUDFLARE_API_BASE_URL='%s'
                          export CLOUDFLARE_ACCOUNT_ID='%s'
                          export CLOUDFLARE_API_TOKEN="$(cat '%s')"
                        """;
        return pattern.formatted(
                cloud.api(),
                cloud.accountId(),
                windows ? file.replace("'", "''") : file.replace("'", "'\\''"));
    }

    private static String addresses(RunningCloud cloud) {
        return """
          API      %s
          Account  %s
          Workers  %s/NAME/
        """
                .formatted(cloud.api(), cloud.accountId(), cloud.workers());
    }
}
