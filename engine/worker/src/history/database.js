import { SCHEMA } from './schema.js';

/**
 * The D1 database. Its tables are made when they are first missed, so that no request pays for
 * looking.
 */
export class Database {
  #d1;

  /** @param {D1Database} d1 */
  constructor(d1) {
    this.#d1 = d1;
  }

  /**
   * @param {string} sql
   * @param {unknown[]} values
   */
  statement(sql, ...values) {
    return this.#d1.prepare(sql).bind(...values);
  }

  /**
   * Runs statements in one transaction and one round trip.
   *
   * @param {D1PreparedStatement[]} statements
   * @returns {Promise<D1Result<any>[]>}
   */
  async batch(statements) {
    try {
      return await this.#d1.batch(statements);
    } catch (e) {
      if (!isTableMissing(e)) {
        throw e;
      }
      await this.prepare();
      return this.#d1.batch(statements);
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
    await this.#d1.batch(SCHEMA.map((sql) => this.#d1.prepare(sql)));
  }
}

/** @param {unknown} e */
function isTableMissing(e) {
  return e instanceof Error && e.message.includes('no such table');
}
