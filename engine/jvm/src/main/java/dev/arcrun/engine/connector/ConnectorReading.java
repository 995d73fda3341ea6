package dev.arcrun.engine.connector;

import java.util.List;

/** What came of reading a connector. */
public sealed interface ConnectorReading {
    record Read(Connector connector) implements ConnectorReading {}

    /**
     * @param mistakes at least one
     */
    record Refused(List<ConnectorMistake> mistakes) implements ConnectorReading {
        public Refused {
            mistakes = List.copyOf(mistakes);
        }
    }
}
