/**
 * Scheduled times that somebody takes care of. D1 lets each be taken once, whoever asks.
 *
 * @typedef {import('./due.js').Due} Due
 */

/** A run that a Workflows instance carries ends when it ends. */
const NEVER = 9_000_000_000_000_000;

export class Claims {
  #database;

  /** @param {import('../history/database.js').Database} database */
  constructor(database) {
    this.#database = database;
  }

  /** The last minute of which all schedules were looked at; undefined at the very first. */
  async lookedUntil() {
    const [row] = await this.#database.rows('SELECT minute FROM scheduled_until');
    return row === undefined ? undefined : Number(row.minute);
  }

  /** @param {number} minute */
  async lookUntil(minute) {
    await this.#database.change(
      `INSERT INTO scheduled_until VALUES (1, ?1)
        ON CONFLICT (one) DO UPDATE SET minute = max(minute, ?1)`,
      minute,
    );
  }

  /**
   * Takes a time, unless somebody did, or a run of the recipe goes on that must not be overlapped.
   *
   * @param {Due} due
   * @param {number} nowMs
   * @param {number} longestMs how long its run may take unless {@link carried} says otherwise
   */
  async take({ name, minute, overlap }, nowMs, longestMs) {
    const changes = await this.#database.change(
      `INSERT INTO scheduled (recipe, minute, running_until) SELECT ?1, ?2, ?3
        WHERE ?4 OR NOT EXISTS
          (SELECT 1 FROM scheduled WHERE recipe = ?1 AND running_until > ?5)
        ON CONFLICT DO NOTHING`,
      name,
      minute,
      nowMs + longestMs,
      overlap ? 1 : 0,
      nowMs,
    );
    return changes === 1;
  }

  /**
   * Runs of a recipe that go on by themselves.
   *
   * @param {string} name
   * @param {number} nowMs
   * @returns {Promise<{ minute: number, runId: string }[]>}
   */
  async goingOn(name, nowMs) {
    const rows = await this.#database.rows(
      'SELECT minute, run_id FROM scheduled WHERE recipe = ? AND running_until > ? AND run_id IS NOT NULL',
      name,
      nowMs,
    );
    return rows.map(({ minute, run_id }) => ({ minute, runId: run_id }));
  }

  /**
   * The run goes on without the schedule; its end frees the recipe, which may have been already.
   *
   * @param {string} name
   * @param {number} minute
   * @param {string} runId
   */
  async carried(name, minute, runId) {
    await this.#database.change(
      `UPDATE scheduled SET running_until = ?, run_id = ?
        WHERE recipe = ? AND minute = ? AND running_until > 0`,
      NEVER,
      runId,
      name,
      minute,
    );
  }

  /**
   * The run is over.
   *
   * @param {string} name
   * @param {number} minute
   */
  async free(name, minute) {
    await this.#database.batch([this.freeing(name, minute)]);
  }

  /**
   * @param {string} name
   * @param {number} minute
   */
  freeing(name, minute) {
    return this.#database.statement(
      'UPDATE scheduled SET running_until = 0 WHERE recipe = ? AND minute = ?',
      name,
      minute,
    );
  }
}
