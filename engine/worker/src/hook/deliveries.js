import { sha256Hex } from '../value/digest.js';

/** How long a delivery is remembered. */
const KEPT_MS = 24 * 60 * 60 * 1000;

/** A delivery that was begun and not ended for so long was cut off: it may be taken up again. */
const CUT_OFF_MS = 10 * 60 * 1000;

/** One delivery in 256 forgets old ones: there need be no schedule that does. */
const SOME = '00';

const TABLE = `CREATE TABLE IF NOT EXISTS deliveries (
  hook TEXT NOT NULL, id TEXT NOT NULL, at INTEGER NOT NULL, done INTEGER NOT NULL DEFAULT 0,
  PRIMARY KEY (hook, id)) WITHOUT ROWID`;
const CLAIM = `INSERT INTO deliveries (hook, id, at) VALUES (?1, ?2, ?3)
  ON CONFLICT (hook, id) DO UPDATE SET at = excluded.at
  WHERE deliveries.at < ?4 OR (deliveries.done = 0 AND deliveries.at < ?5)
  RETURNING id`;

const DONE = 'UPDATE deliveries SET done = 1 WHERE hook = ?1 AND id = ?2';
const FORGET = 'DELETE FROM deliveries WHERE hook = ?1 AND id = ?2';

/**
 * Deliveries of public hooks that were taken in, so that none starts two runs. In D1, because KV
 * would let two at once through.
 */
export class Deliveries {
  #db;
  #clock;

  /**
   * @param {D1Database | undefined} db
   * @param {() => number} clock
   */
  constructor(db, clock) {
    this.#db = db;
    this.#clock = clock;
  }

  /**
   * Takes a delivery in.
   *
   * @param {string} hook the token's hash
   * @param {string[]} ids each names it; none: nothing can be remembered
   * @returns {Promise<Delivery | undefined>} undefined where it was taken in before
   */
  async claim(hook, ids) {
    const nothing = { done: async () => {}, failed: async () => {} };
    if (!this.#db || ids.length === 0) {
      return nothing;
    }
    const db = this.#db;
    const hashes = await Promise.all(ids.map((id) => sha256Hex(id)));
    const now = this.#clock();
    const each = async (/** @type {string[]} */ of, /** @type {string} */ sql) => {
      if (of.length > 0) {
        await db.batch(of.map((id) => db.prepare(sql).bind(hook, id))).catch(() => {});
      }
    };
    try {
      const claims = hashes.map((id) =>
        db.prepare(CLAIM).bind(hook, id, now, now - KEPT_MS, now - CUT_OFF_MS),
      );
      const forgetting = hashes[0].startsWith(SOME) ? [forgettingOf(db, now)] : [];
      const results = await this.#prepared(db, [...claims, ...forgetting]);
      const taken = hashes.filter((_, i) => results[i].results.length > 0);
      if (taken.length < hashes.length) {
        // Or whoever sends old bytes again under other ids would use those up.
        await each(taken, FORGET);
        return undefined;
      }
    } catch {
      // A delivery that runs twice is better than one that is lost with the database.
      return nothing;
    }
    return { done: () => each(hashes, DONE), failed: () => each(hashes, FORGET) };
  }

  /**
   * Makes the table where there is none yet.
   *
   * @param {D1Database} db
   * @param {D1PreparedStatement[]} statements
   */
  async #prepared(db, statements) {
    try {
      return await db.batch(statements);
    } catch (e) {
      if (!String(e).includes('no such table')) {
        throw e;
      }
      await db.prepare(TABLE).run();
      return db.batch(statements);
    }
  }
}

/**
 * A delivery that was taken in.
 *
 * @typedef {object} Delivery
 * @property {() => Promise<void>} done it had its effect
 * @property {() => Promise<void>} failed it may come again
 */

/**
 * Forgets deliveries that are older than they are remembered.
 *
 * @param {D1Database} db
 * @param {number} nowMs
 */
export async function forgetOldDeliveries(db, nowMs) {
  await db.batch([db.prepare(TABLE), forgettingOf(db, nowMs)]);
}

/**
 * @param {D1Database} db
 * @param {number} nowMs
 */
function forgettingOf(db, nowMs) {
  return db.prepare('DELETE FROM deliveries WHERE at < ?1').bind(nowMs - KEPT_MS);
}
