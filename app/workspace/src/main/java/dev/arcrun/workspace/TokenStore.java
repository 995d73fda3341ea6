package dev.arcrun.workspace;

import dev.arcrun.engine.connector.Token;
import dev.arcrun.engine.connector.Tokens;
import dev.arcrun.engine.value.Json;
import dev.arcrun.engine.value.JsonReader;
import dev.arcrun.engine.value.JsonSyntaxException;
import dev.arcrun.engine.value.JsonWriter;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import org.jspecify.annotations.Nullable;
import org.sqlite.SQLiteConfig;

/**
 * The tokens of one target in a file of the user's own folder, readable by the user alone, never in
 * the workspace. Several programs and threads may use it at once.
 */
public final class TokenStore implements Tokens {
    private static final int BUSY_MS = 10_000;

    private final Path file;

    /**
     * A store.
     *
     * @param file made when something is first kept
     */
    public TokenStore(Path file) {
        this.file = file;
    }

    @Override
    public @Nullable Token get(String grant) {
        if (!Files.exists(file)) {
            return null;
        }
        try (Connection connection = open();
                PreparedStatement query =
                        connection.prepareStatement("SELECT token FROM tokens WHERE name = ?")) {
            query.setString(1, grant);
            try (ResultSet row = query.executeQuery()) {
                return row.next() ? token(row.getString(1)) : null;
            }
        } catch (SQLException e) {
            throw failure(e);
        }
    }

    @Override
    public boolean compareAndSet(String grant, @Nullable Token expected, Token next) {
        prepare();
        String change =
                expected == null
                        ? "INSERT OR IGNORE INTO tokens (token, name) VALUES (?, ?)"
                        : "UPDATE tokens SET token = ? WHERE name = ? AND token = ?";
        try (Connection connection = open();
                PreparedStatement update = connection.prepareStatement(change)) {
            update.setString(1, text(next));
            update.setString(2, grant);
            if (expected != null) {
                update.setString(3, text(expected));
            }
            return update.executeUpdate() == 1;
        } catch (SQLException e) {
            throw failure(e);
        }
    }

    /** Forgets a grant: the user signs in again. */
    public void remove(String grant) {
        if (!Files.exists(file)) {
            return;
        }
        try (Connection connection = open();
                PreparedStatement delete =
                        connection.prepareStatement("DELETE FROM tokens WHERE name = ?")) {
            delete.setString(1, grant);
            delete.executeUpdate();
        } catch (SQLException e) {
            throw failure(e);
        }
    }

    private Connection open() throws SQLException {
        var config = new SQLiteConfig();
        config.setBusyTimeout(BUSY_MS);
        Connection connection = config.createConnection("jdbc:sqlite:" + file);
        try (Statement statement = connection.createStatement()) {
            statement.executeUpdate(
                    "CREATE TABLE IF NOT EXISTS tokens (name TEXT PRIMARY KEY, token TEXT NOT NULL)");
        } catch (SQLException e) {
            connection.close();
            throw e;
        }
        return connection;
    }

    /** The file is there and readable by nobody else before anything is in it. */
    private void prepare() {
        Path folder = file.toAbsolutePath().getParent();
        try {
            Files.createDirectories(folder);
            boolean posix = Files.getFileStore(folder).supportsFileAttributeView("posix");
            if (posix) {
                Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
            }
            if (!Files.exists(file)) {
                Files.createFile(file);
                if (posix) {
                    Files.setPosixFilePermissions(
                            file, PosixFilePermissions.fromString("rw-------"));
                }
            }
        } catch (FileAlreadyExistsException e) {
            // Another program made it meanwhile, in the same way.
            return;
        } catch (IOException e) {
            throw new WorkspaceException(file + " can't be made: " + e.getMessage(), e);
        }
    }

    private WorkspaceException failure(SQLException e) {
        return new WorkspaceException(
                "The tokens in "
                        + file
                        + " can't be used: "
                        + e.getMessage()
                        + ". Delete the file and sign in again if that stays so.",
                e);
    }

    private static @Nullable Token token(String kept) {
        Json read;
        try {
            read = JsonReader.read(kept);
        } catch (JsonSyntaxException e) {
            return null;
        }
        if (!(read instanceof Json.Obj object)
                || !(object.get("access_token") instanceof Json.Str(String access))) {
            return null;
        }
        return new Token(
                access,
                object.get("expires_at") instanceof Json.Str(String at) ? instant(at) : null,
                object.get("refresh_token") instanceof Json.Str(String refresh) ? refresh : null);
    }

    private static @Nullable Instant instant(String text) {
        try {
            return Instant.parse(text);
        } catch (DateTimeParseException e) {
            return null;
        }
    }

    private static String text(Token token) {
        Json.Obj kept = Json.object("access_token", Json.of(token.accessToken()));
        if (token.expiresAt() != null) {
            kept = kept.with("expires_at", Json.of(token.expiresAt().toString()));
        }
        return JsonWriter.compact(
                token.refreshToken() == null
                        ? kept
                        : kept.with("refresh_token", Json.of(token.refreshToken())));
    }

    @Override
    public String toString() {
        return "TokenStore[" + file + "]";
    }
}
