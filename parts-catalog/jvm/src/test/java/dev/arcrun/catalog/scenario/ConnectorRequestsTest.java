package dev.arcrun.catalog.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.arcrun.catalog.Catalog;
import dev.arcrun.catalog.CatalogPart;
import dev.arcrun.engine.value.Json;
import dev.arcrun.engine.value.JsonReader;
import dev.arcrun.engine.value.JsonWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * What each connector of the catalog sends for its example. Kept in {@code
 * engine/conformance/connector-requests.json}, to which the executor is held too.
 */
class ConnectorRequestsTest {
    private static final Path FILE =
            Path.of("..", "..", "engine", "conformance", "connector-requests.json");

    /** Set to true, it has what is sent now kept. */
    private static final String RECORD = "arcrun.record";

    @Test
    void each_connector_sends_what_is_kept() throws IOException {
        String kept = Files.readString(FILE);
        Json.Obj fakes = SentRequests.object((Json.Obj) JsonReader.read(kept), "credentials");
        List<Json> sent = new ArrayList<>();
        for (CatalogPart part : Catalog.load().parts()) {
            if (part instanceof CatalogPart.Declared declared) {
                sent.addAll(SentRequests.of(declared.description(), fakes));
            }
        }
        String now = JsonWriter.pretty(Json.object("credentials", fakes, "sent", Json.array(sent)));
        if (Boolean.getBoolean(RECORD)) {
            Files.writeString(FILE, now + "\n");
        } else {
            assertThat(now + "\n").isEqualTo(kept);
        }
    }
}
