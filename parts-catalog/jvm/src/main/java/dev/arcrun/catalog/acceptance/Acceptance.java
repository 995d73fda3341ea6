package dev.arcrun.catalog.acceptance;

import dev.arcrun.catalog.contract.ContractProblem;
import dev.arcrun.catalog.contract.ContractReader;
import dev.arcrun.catalog.contract.ContractReading;
import dev.arcrun.catalog.contract.PartDescription;
import dev.arcrun.catalog.scenario.ScenarioPlayer;
import dev.arcrun.engine.part.Contract;
import dev.arcrun.engine.sandbox.PartLoadException;
import dev.arcrun.engine.sandbox.Sandbox;
import dev.arcrun.engine.sandbox.SandboxSettings;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Checks parts, one after another, in a sandbox of its own. */
public final class Acceptance implements AutoCloseable {
    private static final List<Check> OF_PROGRAMS =
            List.of(
                    new SizeCheck(),
                    new ImportScan(),
                    new ColdStart(),
                    new SchemaCheck(),
                    new GherkinCheck(),
                    new Determinism(),
                    new RequiredFields());
    private static final List<Check> OF_CONNECTORS = List.of(new SchemaCheck(), new GherkinCheck());

    private final Sandbox sandbox =
            new Sandbox(new SandboxSettings(1, null, SandboxSettings.Compilation.FIRST));
    private final Connectors connectors;

    /** Makes what plays the scenarios of a connector. */
    public interface Connectors {
        ScenarioPlayer player(PartDescription connector);
    }

    /**
     * @param connectors plays the scenarios of connectors
     */
    public Acceptance(Connectors connectors) {
        this.connectors = connectors;
    }

    public AcceptanceReport check(Candidate candidate) {
        return switch (read(candidate)) {
            case ContractReading.Refused(List<ContractProblem> problems) ->
                    new AcceptanceReport(candidate.name(), List.of(refused(problems)));
            case ContractReading.Read(PartDescription part) -> {
                List<CheckResult> results = new ArrayList<>();
                results.add(CheckResult.passed("contract", "valid", null));
                Subject subject = subject(candidate, part);
                for (Check check : checks(part)) {
                    results.add(
                            check.runsThePart() && !subject.runs()
                                    ? notRun(check, part)
                                    : check.on(subject));
                }
                yield new AcceptanceReport(part.id(), results);
            }
        };
    }

    /**
     * Plays the scenarios alone.
     *
     * @throws UnplayableException when the contract is invalid, the part can't be run, or a file is
     *     no feature; says why
     */
    public List<ScenarioResult> play(Candidate candidate) throws UnplayableException {
        return switch (read(candidate)) {
            case ContractReading.Refused(List<ContractProblem> problems) ->
                    throw new UnplayableException(lines(problems));
            case ContractReading.Read(PartDescription part) -> {
                Subject subject = subject(candidate, part);
                if (part.contract().runtime() == Contract.Runtime.WASM) {
                    load(subject);
                }
                if (!subject.runs()) {
                    throw new UnplayableException(cantPlay(part));
                }
                if (!subject.scenarios().problems().isEmpty()) {
                    throw new UnplayableException(
                            String.join("\n", subject.scenarios().problems()));
                }
                yield subject.played();
            }
        };
    }

    private static void load(Subject subject) throws UnplayableException {
        byte[] wasm = subject.wasm();
        if (wasm == null) {
            throw new UnplayableException(
                    "There is no "
                            + subject.part().id()
                            + ".wasm beside the contract. Build the part: arcrun part build.");
        }
        try {
            subject.load(wasm);
        } catch (PartLoadException e) {
            throw new UnplayableException(String.valueOf(e.getMessage()));
        }
    }

    private Subject subject(Candidate candidate, PartDescription part) {
        boolean connector = part.contract().runtime() == Contract.Runtime.CONNECTOR;
        return new Subject(candidate, part, sandbox, connector ? connectors.player(part) : null);
    }

    private static ContractReading read(Candidate candidate) {
        return ContractReader.read(candidate.contract().text(), candidate.contract().file());
    }

    private static List<Check> checks(PartDescription part) {
        return switch (part.contract().runtime()) {
            case WASM -> OF_PROGRAMS;
            case CONNECTOR -> OF_CONNECTORS;
            case TRIGGER -> List.of();
        };
    }

    private static CheckResult refused(List<ContractProblem> problems) {
        String figure = problems.size() == 1 ? "1 mistake" : problems.size() + " mistakes";
        return CheckResult.failed("contract", figure, null, lines(problems));
    }

    private static CheckResult notRun(Check check, PartDescription part) {
        boolean program = part.contract().runtime() == Contract.Runtime.WASM;
        return CheckResult.failed(
                check.name(),
                "not made",
                null,
                program ? "The program can't be loaded." : cantPlay(part));
    }

    private static String cantPlay(PartDescription part) {
        return "`" + part.id() + "` is no part that is called; it has no scenarios to play.";
    }

    private static String lines(List<ContractProblem> problems) {
        return problems.stream().map(ContractProblem::toString).collect(Collectors.joining("\n"));
    }

    /** Ends running calls. */
    @Override
    public void close() {
        sandbox.close();
    }
}
