import { isOver } from './is-over.js';

/** Looked at in one go. */
const MOST = 20;

/** A run that young is not looked for: its instance may not be there yet. */
const YOUNG_MS = 3_600_000;

/**
 * Marks durable runs as lost whose instance ended and left no word of it: somebody terminated it, or
 * the platform gave it up. A few at a time; for the schedule, about once an hour.
 *
 * @param {import('./run-host.js').RunHost} host
 */
export async function markDeadRuns(host) {
  const rows = await host.database.rows(
    `SELECT run_id FROM runs WHERE process = 'workflow' AND status IN ('running', 'waiting')
      AND started_at < ? ORDER BY random() LIMIT ?`,
    host.clock() - YOUNG_MS,
    MOST,
  );
  for (const { run_id } of rows) {
    if (await isOver(host, run_id)) {
      await host.database.change(
        `UPDATE runs SET status = 'lost', process = NULL WHERE run_id = ?
          AND process = 'workflow' AND status IN ('running', 'waiting')`,
        run_id,
      );
    }
  }
}
