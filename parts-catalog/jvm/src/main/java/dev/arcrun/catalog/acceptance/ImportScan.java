package dev.arcrun.catalog.acceptance;

import dev.arcrun.engine.sandbox.PartLoadException;
import dev.arcrun.engine.sandbox.PartModule;
import java.util.List;

/** Whether the program needs only what hosts give, by its import section; loads it. */
final class ImportScan implements Check {
    private static final String NETWORK = "u6u.http_request";

    @Override
    public String name() {
        return "import_scan";
    }

    @Override
    public boolean runsThePart() {
        return false;
    }

    @Override
    public CheckResult on(Subject subject) {
        byte[] wasm = subject.wasm();
        if (wasm == null) {
            return CheckResult.failed(name(), "no program", null, "There is nothing to scan.");
        }
        try {
            PartModule module = subject.load(wasm);
            List<String> imports = module.imports();
            String figure = imports.size() == 1 ? "1 import" : imports.size() + " imports";
            if (!subject.part().contract().network() && imports.contains(NETWORK)) {
                return CheckResult.failed(
                        name(),
                        figure,
                        null,
                        "The program imports `"
                                + NETWORK
                                + "`, but its contract says `no_network_syscall: true`.");
            }
            return CheckResult.passed(name(), figure, null);
        } catch (PartLoadException e) {
            return CheckResult.failed(
                    name(), e.code().name(), null, String.valueOf(e.getMessage()));
        }
    }
}
