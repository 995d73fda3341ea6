package dev.arcrun.catalog.contract;

import dev.arcrun.engine.connector.Connector;
import dev.arcrun.engine.connector.ConnectorReader;
import dev.arcrun.engine.connector.ConnectorReading;
import java.util.List;

/** The connector in a contract with {@code runtime: connector}. */
public final class ConnectorContract {
    private ConnectorContract() {}

    /**
     * The connector of a contract that was read without problems.
     *
     * @throws IllegalArgumentException when the contract makes none
     */
    public static Connector of(PartDescription part) {
        return switch (ConnectorReader.read(part.contract(), part.json())) {
            case ConnectorReading.Read(Connector connector) -> connector;
            case ConnectorReading.Refused(var mistakes) ->
                    throw new IllegalArgumentException(
                            "`" + part.id() + "`: " + mistakes.getFirst().message());
        };
    }

    static List<SchemaMistake> check(PartDescription part) {
        return switch (ConnectorReader.read(part.contract(), part.json())) {
            case ConnectorReading.Read _ -> List.of();
            case ConnectorReading.Refused(var mistakes) ->
                    mistakes.stream()
                            .map(it -> new SchemaMistake(it.path(), it.message()))
                            .toList();
        };
    }
}
