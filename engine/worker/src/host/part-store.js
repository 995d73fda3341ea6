import { HostFailure } from '../sandbox/host-failure.js';

const TABLE = `CREATE TABLE IF NOT EXISTS entries (
  part TEXT NOT NULL, name TEXT NOT NULL, value TEXT NOT NULL, expires_at INTEGER,
  PRIMARY KEY (part, name)) WITHOUT ROWID`;
const GET = `SELECT value FROM entries WHERE part = ?1 AND name = ?2
  AND (expires_at IS NULL OR expires_at > ?3)`;
const PUT = 'INSERT OR REPLACE INTO entries VALUES (?1, ?2, ?3, ?4)';

/** What D1 takes in a row, with room for its key. */
const MOST_BYTES = 1_900_000;

/** The small key-value stores of parts that have one (`storage: true`), each part its own. */
export class PartStore {
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
   * The value; undefined where there is none or its time is over.
   *
   * @param {string} part
   * @param {string} name
   * @returns {Promise<string | undefined>}
   * @throws {HostFailure} where the store does not answer
   */
  async get(part, name) {
    const rows = await this.#rows(GET, [part, name, this.#clock()]);
    return rows.at(0)?.value;
  }

  /**
   * @param {string} part
   * @param {string} name
   * @param {string} value
   * @param {number} ttlSeconds how long the value lives; 0: for good
   * @throws {HostFailure} where it can't be stored
   */
  async put(part, name, value, ttlSeconds) {
    if (value.length > MOST_BYTES) {
      throw new HostFailure(
        'STORAGE_UNAVAILABLE',
        `The part \`${part}\` wanted to store ${value.length} characters under one key; the store takes ${MOST_BYTES}.`,
        'Store less under one key.',
      );
    }
    const expiresAt = ttlSeconds === 0 ? null : this.#clock() + ttlSeconds * 1000;
    await this.#rows(PUT, [part, name, value, expiresAt]);
  }

  /**
   * @param {string} sql
   * @param {(string | number | null)[]} values
   * @returns {Promise<any[]>}
   */
  async #rows(sql, values) {
    if (!this.#db) {
      throw unavailable();
    }
    const statement = this.#db.prepare(sql).bind(...values);
    try {
      return (await statement.all()).results;
    } catch (e) {
      if (!String(e).includes('no such table')) {
        throw unavailable();
      }
    }
    try {
      await this.#db.prepare(TABLE).run();
      return (await statement.all()).results;
    } catch {
      throw unavailable();
    }
  }
}

/**
 * Forgets values whose time is over.
 *
 * @param {D1Database} db
 * @param {number} nowMs
 */
export async function forgetOldValues(db, nowMs) {
  await db.batch([
    db.prepare(TABLE),
    db.prepare('DELETE FROM entries WHERE expires_at <= ?1').bind(nowMs),
  ]);
}

function unavailable() {
  return new HostFailure(
    'STORAGE_UNAVAILABLE',
    'The store of parts does not answer.',
    'Try again; if it stays so, look at the D1 database of this Worker.',
  );
}
