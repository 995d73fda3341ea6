/**
 * Connectors: parts without a program, a contract with a declarative HTTP request. Reads one out of
 * its contract, makes its call and reads the answer. The workspace and the scenarios of connectors
 * call it; the network is reached through the sandbox's {@code HostServices} alone.
 * parts-catalog/connectors/README.md; PART.md, Connectors.
 */
@NullMarked
package dev.arcrun.engine.connector;

import org.jspecify.annotations.NullMarked;
