package dev.arcrun.catalog.acceptance;

/** Whether the program is as small as the contract says. */
final class SizeCheck implements Check {
    private static final int KIB = 1024;

    @Override
    public String name() {
        return "size_check";
    }

    @Override
    public boolean runsThePart() {
        return false;
    }

    @Override
    public CheckResult on(Subject subject) {
        double most = subject.part().maxSizeKb() * KIB;
        String limit = bytes((long) most);
        byte[] wasm = subject.wasm();
        if (wasm == null) {
            return CheckResult.failed(
                    name(),
                    "no program",
                    limit,
                    "There is no "
                            + subject.part().id()
                            + ".wasm beside the contract. Build the part: arcrun part build.");
        }
        String figure = bytes(wasm.length);
        return wasm.length <= most
                ? CheckResult.passed(name(), figure, limit)
                : CheckResult.failed(
                        name(),
                        figure,
                        limit,
                        "The program is larger than `max_size_kb` of the contract allows. Build it"
                                + " without debug information, or raise the limit.");
    }

    private static String bytes(long size) {
        return size + " bytes";
    }
}
