package dev.arcrun.engine.history;

/** Names processes so that a run whose process is gone can be told from one that still goes on. */
final class OwnProcess {
    private OwnProcess() {}

    /** Process id and start time of this process. */
    static String id() {
        return id(ProcessHandle.current());
    }

    static boolean isAlive(String id) {
        int separator = id.indexOf('@');
        if (separator < 0) {
            return false;
        }
        long pid = Long.parseLong(id.substring(0, separator));
        return ProcessHandle.of(pid).filter(process -> id(process).equals(id)).isPresent();
    }

    private static String id(ProcessHandle process) {
        long start = process.info().startInstant().map(at -> at.toEpochMilli()).orElse(0L);
        return process.pid() + "@" + start;
    }
}
