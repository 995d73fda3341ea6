package dev.arcrun.engine.history;

import dev.arcrun.engine.run.CallReport;

/**
 * @param call node and iteration: {@code node[2]}
 */
public record StoredReport(String call, int attempt, CallReport report) {}
