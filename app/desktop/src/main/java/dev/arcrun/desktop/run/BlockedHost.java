package dev.arcrun.desktop.run;

import dev.arcrun.engine.run.CallReport;
import dev.arcrun.engine.value.Json;
import java.net.URI;
import java.net.URISyntaxException;
import org.jspecify.annotations.Nullable;

/** The host that a call asked for and was not allowed to reach. */
final class BlockedHost {
    private BlockedHost() {}

    /**
     * As {@code host} or {@code host:port}; null where no request of the call was refused for its
     * host.
     */
    static @Nullable String of(CallReport report) {
        for (Json.Obj call : report.hostCalls()) {
            if (Json.of("HOST_NOT_ALLOWED").equals(call.get("error_code"))
                    && call.get("target") instanceof Json.Str(String url)) {
                return hostOf(url);
            }
        }
        return null;
    }

    private static @Nullable String hostOf(String url) {
        try {
            URI address = new URI(url);
            String host = address.getHost();
            return host == null || address.getPort() < 0 ? host : host + ":" + address.getPort();
        } catch (URISyntaxException e) {
            return null;
        }
    }
}
