package dev.arcrun.workspace.localcloud;

import dev.arcrun.engine.value.Json;
import dev.arcrun.engine.value.JsonReader;
import dev.arcrun.engine.value.JsonSyntaxException;
import dev.arcrun.workspace.TextFile;
import dev.arcrun.workspace.WorkspaceException;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.Proxy;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads what an emulator writes about itself, and tells whether it still runs. */
final class CloudRecord {
    private static final int ANSWER_MS = 5_000;

    private CloudRecord() {}

    /**
     * The emulator that runs in a folder; empty where there is none or only what a dead one left.
     */
    static Optional<RunningCloud> running(CloudFolder folder) {
        return read(folder.record()).filter(CloudRecord::runs);
    }

    /** The emulator that has taken a folder but may not be ready yet. */
    static Optional<OwnedProcess> owner(CloudFolder folder) throws IOException {
        Path lock = folder.emulatorLock();
        if (!Files.isRegularFile(lock)) {
            return Optional.empty();
        }
        Instant written = Files.getLastModifiedTime(lock).toInstant();
        return OwnedProcess.of(number(TextFile.read(lock)))
                .filter(process -> !process.beganAfter(written));
    }

    private static boolean runs(RunningCloud cloud) {
        return OwnedProcess.of(cloud.processId())
                .filter(process -> !process.beganAfter(cloud.since()) || answers(cloud))
                .isPresent();
    }

    /** Start times move with the system's clock; the token is the proof. */
    private static boolean answers(RunningCloud cloud) {
        try {
            URI address = URI.create(cloud.api() + "/user/tokens/verify");
            var connection = (HttpURLConnection) address.toURL().openConnection(Proxy.NO_PROXY);
            connection.setConnectTimeout(ANSWER_MS);
            connection.setReadTimeout(ANSWER_MS);
            connection.setInstanceFollowRedirects(false);
            connection.setRequestProperty("Authorization", "Bearer " + cloud.token());
            try {
                return connection.getResponseCode() == HttpURLConnection.HTTP_OK;
            } finally {
                connection.disconnect();
            }
        } catch (IOException | WorkspaceException e) {
            return false;
        }
    }

    private static Optional<RunningCloud> read(Path file) {
        try {
            if (Files.isRegularFile(file)
                    && JsonReader.read(TextFile.read(file)) instanceof Json.Obj record) {
                return Optional.ofNullable(
                        cloud(record, file, Files.getLastModifiedTime(file).toInstant()));
            }
        } catch (JsonSyntaxException | WorkspaceException | IOException e) {
            // It is being taken away, or isn't the emulator's: either way nothing runs by it.
            return Optional.empty();
        }
        return Optional.empty();
    }

    private static @Nullable RunningCloud cloud(Json.Obj record, Path file, Instant written) {
        return record.get("api") instanceof Json.Str(String api)
                        && record.get("account_id") instanceof Json.Str(String account)
                        && record.get("workers") instanceof Json.Str(String workers)
                        && isLoopback(api)
                        && isLoopback(workers)
                        && record.get("process_id") instanceof Json.Num(double process)
                ? new RunningCloud(
                        URI.create(api),
                        account,
                        URI.create(workers),
                        file.resolveSibling("token"),
                        (long) process,
                        written)
                : null;
    }

    private static boolean isLoopback(String address) {
        return address.matches("http://127\\.0\\.0\\.1:\\d{1,5}(/[a-z0-9/]*)?");
    }

    /** The number a text begins with, as its first word. */
    private static long number(String text) {
        String first = text.strip().split(" ", 2)[0];
        return first.matches("\\d{1,10}") ? Long.parseLong(first) : 0;
    }
}
