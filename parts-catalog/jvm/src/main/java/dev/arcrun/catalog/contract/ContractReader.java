package dev.arcrun.catalog.contract;

import dev.arcrun.engine.value.Json;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Reads a {@code contract.yaml} and checks it against the contract's schema. */
public final class ContractReader {
    private ContractReader() {}

    /**
     * @param yaml the file's text
     * @param fileName the file's name, for the problems
     */
    public static ContractReading read(String yaml, String fileName) {
        ContractYaml tree = ContractYaml.read(yaml, fileName);
        List<ContractProblem> problems = new ArrayList<>(tree.problems());
        if (problems.isEmpty()) {
            for (SchemaMistake mistake : ContractSchema.check(tree.value())) {
                problems.add(tree.problem(mistake.path(), mistake.message()));
            }
        }
        if (problems.isEmpty() && tree.value() instanceof Json.Obj contract) {
            PartDescription part = PartDescription.of(contract);
            for (SchemaMistake mistake : ContractRules.check(part)) {
                problems.add(tree.problem(mistake.path(), mistake.message()));
            }
            if (problems.isEmpty()) {
                return new ContractReading.Read(part);
            }
        }
        problems.sort(
                Comparator.comparingInt(ContractProblem::line)
                        .thenComparingInt(ContractProblem::column));
        return new ContractReading.Refused(problems);
    }
}
