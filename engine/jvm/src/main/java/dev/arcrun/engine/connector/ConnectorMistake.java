package dev.arcrun.engine.connector;

import java.util.List;

/**
 * Something in a contract that makes no connector.
 *
 * @param path member names and positions from the contract inwards
 * @param message what is wrong and what to do
 */
public record ConnectorMistake(List<String> path, String message) {
    public ConnectorMistake {
        path = List.copyOf(path);
    }
}
