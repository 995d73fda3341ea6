/** Characters of a piece: at most three bytes each, it stays under what a row holds. */
const PIECE_LENGTH = 500_000;

/** Texts in D1 of any length, in pieces. */
export class Payloads {
  #database;

  /** @param {import('../history/database.js').Database} database */
  constructor(database) {
    this.#database = database;
  }

  /**
   * Statements that keep a text until its run ends.
   *
   * @param {string} payloadId
   * @param {string} runId
   * @param {string} text
   */
  keeping(payloadId, runId, text) {
    return pieces(text).map((piece, seq) =>
      this.#database.statement(
        'INSERT OR REPLACE INTO payloads VALUES (?, ?, ?, ?)',
        payloadId,
        seq,
        runId,
        piece,
      ),
    );
  }

  /**
   * @param {string} payloadId
   * @param {string} runId
   * @param {string} text
   */
  async keep(payloadId, runId, text) {
    await this.#database.batch(this.keeping(payloadId, runId, text));
  }

  /**
   * The text; undefined where there is none, or none any more.
   *
   * @param {string} payloadId
   */
  async read(payloadId) {
    const rows = await this.#database.rows(
      'SELECT piece FROM payloads WHERE payload_id = ? ORDER BY seq',
      payloadId,
    );
    return rows.length === 0 ? undefined : rows.map(({ piece }) => piece).join('');
  }

  /** Forgets one. @param {string} payloadId */
  async forget(payloadId) {
    await this.#database.change('DELETE FROM payloads WHERE payload_id = ?', payloadId);
  }
}

/** @param {string} text */
function pieces(text) {
  const found = [];
  let from = 0;
  do {
    let to = from + PIECE_LENGTH;
    if (isPairCut(text, to)) {
      to--;
    }
    found.push(text.slice(from, to));
    from = to;
  } while (from < text.length);
  return found;
}

/**
 * @param {string} text
 * @param {number} at
 */
function isPairCut(text, at) {
  const before = text.charCodeAt(at - 1);
  return before >= 0xd800 && before <= 0xdbff;
}
