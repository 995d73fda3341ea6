package dev.arcrun.engine.part;

/** Resolves component names: own parts, catalog parts, aliases, connectors, in that order. */
public interface Components {
    Component resolve(String name);
}
