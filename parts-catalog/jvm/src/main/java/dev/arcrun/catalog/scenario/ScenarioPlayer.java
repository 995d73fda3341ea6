package dev.arcrun.catalog.scenario;

/** Runs scenarios of one part. */
public interface ScenarioPlayer {
    Played play(Scenario scenario);
}
