package dev.arcrun.catalog.contract;

import java.util.List;

/**
 * Something in a value that doesn't fit.
 *
 * @param path member names and positions from the outermost value inwards
 */
record SchemaMistake(List<String> path, String message) {
    SchemaMistake {
        path = List.copyOf(path);
    }
}
