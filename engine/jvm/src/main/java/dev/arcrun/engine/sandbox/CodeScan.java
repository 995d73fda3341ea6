package dev.arcrun.engine.sandbox;

import dev.arcrun.engine.sandbox.PartLoadException.Code;

/**
 * Walks over instructions to see how deep their blocks nest. WebAssembly core 2.0, binary format,
 * instructions; with exceptions, tail calls and atomics.
 */
final class CodeScan {
    /** A jump costs the parser a step a level, so this bounds its time. A big switch has 1,000. */
    private static final int MOST_DEPTH = 2000;

    private static final int INTEGER = 5;
    private static final int LONG = 10;
    private static final int MEMORY_INDEX_FOLLOWS = 0x40;

    private final WasmBytes code;
    private int depth;

    private CodeScan(WasmBytes code) {
        this.code = code;
    }

    /** Reads instructions up to the {@code end} that closes them. */
    static void skipExpression(WasmBytes code) throws PartLoadException {
        var scan = new CodeScan(code);
        scan.depth = 1;
        while (scan.depth > 0) {
            scan.instruction();
        }
    }

    private void instruction() throws PartLoadException {
        int opcode = code.u8();
        switch (opcode) {
            case 0x02, 0x03, 0x04 -> open();
            case 0x0b -> depth--;
            case 0x0e -> list();
            case 0x1f -> tryTable();
            case 0x1c -> code.skip(code.count("types of a select", 16));
            case 0x08, 0x0c, 0x0d, 0x10, 0x12, 0x14, 0x15 -> code.u32();
            case 0x11, 0x13 -> pair();
            case 0x20, 0x21, 0x22, 0x23, 0x24, 0x25, 0x26, 0x3f, 0x40 -> code.u32();
            case 0x41, 0xd0 -> code.skipNumber(INTEGER);
            case 0x42 -> code.skipNumber(LONG);
            case 0x43 -> code.skip(4);
            case 0x44 -> code.skip(8);
            case 0xd2, 0xd5, 0xd6 -> code.u32();
            case 0xfc -> bulk((int) code.u32());
            case 0xfd -> vector((int) code.u32());
            case 0xfe -> atomic((int) code.u32());
            default -> plain(opcode);
        }
    }

    private void plain(int opcode) throws PartLoadException {
        if (opcode >= 0x28 && opcode <= 0x3e) {
            memoryArgument();
            return;
        }
        boolean known =
                opcode <= 0x01
                        || opcode == 0x05
                        || opcode == 0x0a
                        || opcode == 0x0f
                        || opcode == 0x1a
                        || opcode == 0x1b
                        || (opcode >= 0x45 && opcode <= 0xc4)
                        || opcode == 0xd1
                        || opcode == 0xd4;
        if (!known) {
            throw unknown("0x" + Integer.toHexString(opcode));
        }
    }

    private void open() throws PartLoadException {
        code.skipNumber(INTEGER);
        depth++;
        if (depth > MOST_DEPTH) {
            throw new PartLoadException(
                    Code.TOO_LARGE,
                    "The part's code has blocks nested more than " + MOST_DEPTH + " deep.");
        }
    }

    private void tryTable() throws PartLoadException {
        open();
        int clauses = code.count("catch clauses", MOST_DEPTH);
        for (int i = 0; i < clauses; i++) {
            int kind = code.u8();
            if (kind <= 1) {
                code.u32();
            }
            code.u32();
        }
    }

    private void list() throws PartLoadException {
        int targets = code.count("targets of a jump", 100_000);
        for (int i = 0; i <= targets; i++) {
            code.u32();
        }
    }

    private void pair() throws PartLoadException {
        code.u32();
        code.u32();
    }

    private void memoryArgument() throws PartLoadException {
        long alignment = code.u32();
        if ((alignment & MEMORY_INDEX_FOLLOWS) != 0) {
            code.u32();
        }
        code.skipNumber(LONG);
    }

    private void bulk(int operation) throws PartLoadException {
        switch (operation) {
            case 0, 1, 2, 3, 4, 5, 6, 7 -> {}
            case 8, 10, 12, 14 -> pair();
            case 9, 11, 13, 15, 16, 17 -> code.u32();
            default -> throw unknown("0xfc " + operation);
        }
    }

    private void vector(int operation) throws PartLoadException {
        if (operation < 0 || operation > 0x113) {
            throw unknown("0xfd " + operation);
        } else if (operation <= 11 || operation == 92 || operation == 93) {
            memoryArgument();
        } else if (operation <= 13) {
            code.skip(16);
        } else if (operation >= 21 && operation <= 34) {
            code.u8();
        } else if (operation >= 84 && operation <= 91) {
            memoryArgument();
            code.u8();
        }
    }

    private void atomic(int operation) throws PartLoadException {
        if (operation == 3) {
            code.u8();
        } else if (operation >= 0 && operation <= 0x4e) {
            memoryArgument();
        } else {
            throw unknown("0xfe " + operation);
        }
    }

    private static PartLoadException unknown(String opcode) {
        return new PartLoadException(
                Code.NOT_SUPPORTED,
                "The part's code has the instruction " + opcode + ", which parts can't use.");
    }
}
