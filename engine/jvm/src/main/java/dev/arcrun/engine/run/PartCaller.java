package dev.arcrun.engine.run;

import dev.arcrun.engine.schedule.Command;
import dev.arcrun.engine.value.Json;

/** Makes the part calls of runs. */
public interface PartCaller {
    /**
     * Makes one call and waits for its end. A failure of the part, of a limit or of the network is
     * a result.
     *
     * @param nonce marks this run's credential placeholders
     * @throws InterruptedException when the run was cancelled; the call has ended then
     */
    Answer call(String runId, String nonce, Command.CallPart command) throws InterruptedException;

    /** The result, free of credentials, and what else the call did. */
    record Answer(Json result, CallReport report) {}
}
