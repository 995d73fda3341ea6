package dev.arcrun.engine.run;

import dev.arcrun.engine.schedule.Command;
import dev.arcrun.engine.value.Json;
import java.util.List;

/** Makes the part calls of runs. */
public interface PartCaller {
    /**
     * Makes one call and waits for its end. A failure of the part, of a limit or of the network is
     * a result.
     *
     * @throws InterruptedException when the run was cancelled; the call has ended then
     */
    Answer call(Caller caller, Command.CallPart command) throws InterruptedException;

    /**
     * The run that asks.
     *
     * @param nonce marks this run's credential placeholders
     * @param allowedHosts hosts this run may reach besides those that every run may
     */
    record Caller(String runId, String nonce, List<String> allowedHosts) {
        public Caller {
            allowedHosts = List.copyOf(allowedHosts);
        }

        /** Without the nonce. */
        @Override
        public String toString() {
            return "Caller[" + runId + "]";
        }
    }

    /** The result, free of credentials, and what else the call did. */
    record Answer(Json result, CallReport report) {}
}
