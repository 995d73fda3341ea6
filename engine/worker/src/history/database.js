import { SCHEMA } from './schema.js';

/**
 * The D1 database. Its tables are made when they are first missed, so that no request pays for
 * looking.
 */
export class Database {
  #d1;

  /** @param {D1Database | undefined} d1 undefined: the Worker isn't bound to one */
  constructor(d1) {
    this.#d1 = d1;
  }

  /** Whether there is one at all; it may be out of reach nevertheless. */
  get isBound() {
    return this.#d1 !== undefined;
  }

  /**
   * A statement for {@link batch}, which fails where there is no database.
   *
   * @param {string} sql
   * @param {unknown[]} values
   * @returns {D1PreparedStatement}
   */
  statement(sql, ...values) {
    return this.#d1 ? this.#d1.prepare(sql).bind(...values) : NO_STATEMENT;
  }

  /**
   * Runs statements in one transaction and one round trip.
   *
   * @param {D1PreparedStatement[]} statements
   * @returns {Promise<D1Result<any>[]>}
   */
  async batch(statements) {
    try {
      return await this.#bound.batch(statements);
    } catch (e) {
      if (!isTableMissing(e)) {
        throw e;
      }
      await this.prepare();
      return this.#bound.batch(statements);
    }
  }

  /**
   * How many rows a statement changed.
   *
   * @param {string} sql
   * @param {unknown[]} values
   */
  async change(sql, ...values) {
    const [result] = await this.batch([this.statement(sql, ...values)]);
    return result.meta.changes;
  }

  /**
   * The rows a statement gives.
   *
   * @param {string} sql
   * @param {unknown[]} values
   * @returns {Promise<any[]>}
   */
  async rows(sql, ...values) {
    const [result] = await this.batch([this.statement(sql, ...values)]);
    return result.results;
  }

  /** Makes the tables that aren't there. */
  async prepare() {
    await this.#bound.batch(SCHEMA.map((sql) => this.#bound.prepare(sql)));
  }

  get #bound() {
    if (!this.#d1) {
      throw new Error('the Worker is not bound to a database (ARCRUN_DB)');
    }
    return this.#d1;
  }
}

const NO_STATEMENT = /** @type {any} */ (Object.freeze({}));

/** @param {unknown} e */
function isTableMissing(e) {
  return e instanceof Error && e.message.includes('no such table');
}
