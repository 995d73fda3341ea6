package dev.arcrun.cli;

import dev.arcrun.workspace.HttpMock;
import java.nio.file.Path;

/** {@code --mock-http FILE}. */
final class HttpMocks {
    private HttpMocks() {}

    static HttpMock read(Path file) {
        return HttpMock.of(JsonArgument.read("@" + file, System.in));
    }
}
