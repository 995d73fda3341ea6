package dev.arcrun.engine.history;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Runs that were going on when their process ended. */
final class LostRuns {
    private LostRuns() {}

    static void mark(Connection connection) {
        List<String> lost = new ArrayList<>();
        try {
            try (PreparedStatement open =
                            connection.prepareStatement(
                                    "SELECT run_id, process FROM runs WHERE status = 'running'");
                    ResultSet rows = open.executeQuery()) {
                while (rows.next()) {
                    String process = rows.getString("process");
                    if (process == null || !OwnProcess.isAlive(process)) {
                        lost.add(rows.getString("run_id"));
                    }
                }
            }
            try (PreparedStatement update =
                    connection.prepareStatement(
                            "UPDATE runs SET status = 'lost', process = NULL, error_code = 'LOST',"
                                    + " error = 'The program ended before the run did. Run it again.'"
                                    + " WHERE run_id = ? AND status = 'running'")) {
                for (String runId : lost) {
                    update.setString(1, runId);
                    update.executeUpdate();
                }
            }
        } catch (SQLException e) {
            throw new HistoryException(
                    "The run history can't be read: "
                            + e.getMessage()
                            + ". Move the file away to start a new one.",
                    e);
        }
    }
}
