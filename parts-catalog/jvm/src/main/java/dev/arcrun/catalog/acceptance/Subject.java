package dev.arcrun.catalog.acceptance;

import dev.arcrun.catalog.contract.PartDescription;
import dev.arcrun.catalog.scenario.ScenarioPlayer;
import dev.arcrun.catalog.scenario.ScenarioRunner;
import dev.arcrun.engine.sandbox.CallResult;
import dev.arcrun.engine.sandbox.HostServices;
import dev.arcrun.engine.sandbox.Limits;
import dev.arcrun.engine.sandbox.PartLoadException;
import dev.arcrun.engine.sandbox.PartModule;
import dev.arcrun.engine.sandbox.Sandbox;
import dev.arcrun.engine.value.Json;
import dev.arcrun.engine.value.JsonWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A part under examination: its valid contract, its program, and how its scenarios went. */
final class Subject {
    private final Candidate candidate;
    private final PartDescription part;
    private final Scenarios scenarios;
    private final Sandbox sandbox;
    private @Nullable PartModule module;
    private @Nullable ScenarioPlayer player;
    private @Nullable List<ScenarioResult> played;

    Subject(
            Candidate candidate,
            PartDescription part,
            Sandbox sandbox,
            @Nullable ScenarioPlayer player) {
        this.candidate = candidate;
        this.part = part;
        this.scenarios = Scenarios.of(candidate, part);
        this.sandbox = sandbox;
        this.player = player;
    }

    PartDescription part() {
        return part;
    }

    Scenarios scenarios() {
        return scenarios;
    }

    /** The program's file, or null where there is none. */
    byte @Nullable [] wasm() {
        return candidate.program(part.id());
    }

    /** Reads the program, so that the part can be run. */
    PartModule load(byte[] wasm) throws PartLoadException {
        PartModule loaded = PartModule.load(wasm);
        module = loaded;
        player = new ScenarioRunner(sandbox, loaded, Limits.DEFAULT);
        return loaded;
    }

    /** Whether the part can be run. */
    boolean runs() {
        return player != null;
    }

    /** Whether it is a program that was loaded. */
    boolean isProgram() {
        return module != null;
    }

    /** Calls the program without any network, store or credential. */
    CallResult call(Json.Obj input) {
        if (module == null) {
            throw new IllegalStateException("the program isn't loaded");
        }
        byte[] json = JsonWriter.compact(input).getBytes(StandardCharsets.UTF_8);
        return sandbox.call(module, json, Limits.DEFAULT, HostServices.NONE);
    }

    /** Every scenario, played once however often this is asked. */
    List<ScenarioResult> played() {
        if (played == null) {
            played = playAgain();
        }
        return played;
    }

    List<ScenarioResult> playAgain() {
        if (player == null) {
            throw new IllegalStateException("the part can't be run");
        }
        return scenarios.play(player);
    }
}
