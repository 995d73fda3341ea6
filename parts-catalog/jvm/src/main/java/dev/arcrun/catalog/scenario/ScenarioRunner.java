package dev.arcrun.catalog.scenario;

import dev.arcrun.engine.sandbox.Limits;
import dev.arcrun.engine.sandbox.PartModule;
import dev.arcrun.engine.sandbox.Sandbox;
import java.util.List;

/** Runs scenarios of one part in the sandbox. */
public final class ScenarioRunner implements ScenarioPlayer {
    private final Sandbox sandbox;
    private final PartModule part;
    private final Limits limits;

    public ScenarioRunner(Sandbox sandbox, PartModule part, Limits limits) {
        this.sandbox = sandbox;
        this.part = part;
        this.limits = limits;
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
        var play = new Play((input, host) -> sandbox.call(part, input, limits, host).result());
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
