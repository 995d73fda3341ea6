package dev.arcrun.catalog.contract;

import java.util.List;

/** What came of reading a contract. */
public sealed interface ContractReading {

    record Read(PartDescription part) implements ContractReading {}

    /**
     * @param problems at least one, in the order of the file
     */
    record Refused(List<ContractProblem> problems) implements ContractReading {
        public Refused {
            problems = List.copyOf(problems);
        }
    }
}
