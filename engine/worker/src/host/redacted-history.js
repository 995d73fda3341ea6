import { History } from '../history/history.js';

/**
 * @typedef {import('../credentials/used-credentials.js').UsedCredentials} UsedCredentials
 * @typedef {import('../run/run-record.js').RunRecord} RunRecord
 */

/** The history, kept free of credentials that came up after a call had shown them. */
export class RedactedHistory extends History {
  #used;

  /**
   * @param {import('../history/database.js').Database} database
   * @param {UsedCredentials} used
   * @param {{ clock: () => number, retentionMs: number | undefined }} settings
   */
  constructor(database, used, settings) {
    super(database, settings);
    this.#used = used;
  }

  /**
   * @override
   * @param {Partial<import('../history/history.js').Keeping>} [keeping]
   */
  recorder(keeping) {
    const recorder = super.recorder({ ...keeping, clean: (value) => this.#used.json(value) });
    const ended = recorder.ended.bind(recorder);
    recorder.ended = (record) => ended(redacted(record, this.#used));
    return recorder;
  }
}

/**
 * A record without the credentials that came up while it was made: a call may have shown one that
 * only a later call asked for.
 *
 * @param {RunRecord} record
 * @param {UsedCredentials} used
 * @returns {RunRecord}
 */
export function redacted(record, used) {
  const { data, error, errorCode } = record;
  return {
    ...record,
    input: used.json(record.input),
    data: data === undefined ? undefined : used.json(data),
    error: error === undefined ? undefined : used.text(error),
    errorCode: errorCode === undefined ? undefined : used.text(errorCode),
    trace: record.trace.map((entry) => ({
      ...entry,
      input: entry.input === undefined ? undefined : used.json(entry.input),
      output: entry.output === undefined ? undefined : used.json(entry.output),
      error: entry.error === undefined ? undefined : used.text(entry.error),
      errorCode: entry.errorCode === undefined ? undefined : used.text(entry.errorCode),
    })),
  };
}
