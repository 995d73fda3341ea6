package dev.arcrun.engine.sandbox;

import java.util.List;

/**
 * Our own host module: {@code call(request, length)} gives a handle, {@code size} the length of its
 * answer, {@code read(handle, at, room)} the next bytes of it, {@code drop} frees it. An unknown
 * handle gives -1. Requests and answers: {@link ArcrunOps}.
 */
final class ArcrunImports {
    private static final String MODULE = "arcrun";
    private static final int UNKNOWN = -1;

    private ArcrunImports() {}

    static List<HostImport> all() {
        return List.of(
                given("call", ArcrunImports::call, "ii:i"),
                given("size", (call, memory, args) -> call.answers().size((int) args[0]), "i:i"),
                given("read", ArcrunImports::read, "iii:i"),
                given("drop", ArcrunImports::drop, "i:", "i:i"));
    }

    private static HostImport given(String name, HostImport.Body body, String... types) {
        return new HostImport(
                MODULE, name, List.of(types).stream().map(HostImport::type).toList(), body);
    }

    private static int call(GuestCall call, CheckedMemory memory, long[] args) {
        String request = memory.readText(args[0], args[1]);
        return call.answers().add(GuestCall.utf8(ArcrunOps.answer(call, request)));
    }

    /** (handle, at, room): how many bytes were written. */
    private static int read(GuestCall call, CheckedMemory memory, long[] args) {
        memory.require(args[1], args[2]);
        byte[] bytes = call.answers().read((int) args[0], args[2] & 0xffff_ffffL);
        if (bytes == null) {
            return UNKNOWN;
        }
        memory.write(args[1], bytes);
        return bytes.length;
    }

    private static int drop(GuestCall call, CheckedMemory memory, long[] args) {
        return call.answers().drop((int) args[0]) ? 0 : UNKNOWN;
    }
}
