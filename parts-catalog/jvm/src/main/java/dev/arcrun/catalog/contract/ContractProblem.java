package dev.arcrun.catalog.contract;

/**
 * A mistake in a contract.
 *
 * @param file name of the file
 * @param line from 1
 * @param column from 1
 * @param path where in the contract, such as {@code constraints.io_model}; empty for the whole
 * @param message what is wrong and what to do
 */
public record ContractProblem(String file, int line, int column, String path, String message) {

    /** As compilers say it: {@code contract.yaml:3:5: category: …}. */
    @Override
    public String toString() {
        String where = path.isEmpty() ? "" : path + ": ";
        return file + ":" + line + ":" + column + ": " + where + message;
    }
}
