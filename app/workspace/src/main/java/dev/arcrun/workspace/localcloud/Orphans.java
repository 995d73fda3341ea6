package dev.arcrun.workspace.localcloud;

import java.nio.file.Path;
import java.util.Optional;

/** The workerd of an emulator that was killed goes on by itself and holds its ports and stores. */
final class Orphans {
    private static final long INIT = 1;

    private Orphans() {}

    /** Ends those of an installation; a workerd whose Node lives is let be. */
    static void end(EmulatorFiles files) {
        Path packages = files.folder().resolve("node_modules");
        ProcessHandle.allProcesses()
                .filter(process ->
                        program(process).filter(file -> file.startsWith(packages)).isPresent())
                .filter(process -> isOrphan(process.parent()))
                .forEach(ProcessHandle::destroyForcibly);
    }

    private static boolean isOrphan(Optional<ProcessHandle> parent) {
        return parent.isEmpty()
                || parent.get().pid() == INIT
                || parent.flatMap(Orphans::program)
                        .filter(file -> !file.getFileName().toString().startsWith("node"))
                        .isPresent();
    }

    private static Optional<Path> program(ProcessHandle process) {
        return process.info().command().map(Path::of);
    }
}
