package dev.arcrun.catalog.scenario;

import dev.arcrun.catalog.service.Service;
import dev.arcrun.engine.connector.Connector;
import dev.arcrun.engine.sandbox.Limits;
import dev.arcrun.engine.sandbox.PartModule;
import dev.arcrun.engine.sandbox.Sandbox;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Runs scenarios of one part: a program in the sandbox, a connector against a local server. */
public final class ScenarioRunner implements ScenarioPlayer {
    private final Supplier<Play> plays;

    public ScenarioRunner(Sandbox sandbox, PartModule part, Limits limits) {
        this(() -> new Play((input, host) -> sandbox.call(part, input, limits, host).result()));
    }

    /**
     * @param operation what the connector's requests must keep to, or null where nothing is known
     */
    public ScenarioRunner(Connector connector, Service.@Nullable Operation operation) {
        this(() -> new Play(new ServiceStage(connector, operation)));
    }

    private ScenarioRunner(Supplier<Play> plays) {
        this.plays = plays;
    }

    /**
     * What the part did otherwise than the scenario says, or what is wrong with the scenario, a
     * sentence each; empty when all of it holds.
     */
    public List<String> run(Scenario scenario) {
        return play(scenario).mistakes();
    }

    @Override
    public Played play(Scenario scenario) {
        Play play = plays.get();
        for (Scenario.Step step : scenario.steps()) {
            String mistake = Steps.play(step, play);
            if (mistake != null) {
                return played(play, List.of("“" + step.text() + "”: " + mistake));
            }
        }
        return played(
                play, play.hasRun() ? List.of() : List.of("the part never runs in this scenario"));
    }

    private static Played played(Play play, List<String> mistakes) {
        return new Played(mistakes, play.hasRun() ? play.result() : null);
    }
}
