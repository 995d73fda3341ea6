import { asResult } from './call-failure.js';

/**
 * @typedef {import('../value/json.js').JsonObject} JsonObject
 * @typedef {import('./failure-code.js').FailureCode} FailureCode
 */

/**
 * What went wrong: its older spelling (`error_type`), and the host's reason, none where the fault is
 * in the parameters or the code.
 *
 * @type {Record<string, { type: string, host?: FailureCode }>}
 */
const KINDS = {
  CONTRACT: { type: 'ContractError' },
  CODE_ERROR: { type: 'UserCodeError' },
  TIME_LIMIT: { type: 'TimeoutError', host: 'TIME_LIMIT' },
  MEMORY_LIMIT: { type: 'MemoryError', host: 'MEMORY_LIMIT' },
  OUTPUT_LIMIT: { type: 'OutputError', host: 'OUTPUT_LIMIT' },
  TRAP: { type: 'EngineError', host: 'TRAP' },
};

/** Ends one call of the part `code` with a failure for the user. */
export class CodeFailure extends Error {
  #kind;

  /**
   * @param {keyof typeof KINDS} kind
   * @param {string} error
   */
  constructor(kind, error) {
    super(error);
    this.name = 'CodeFailure';
    this.#kind = kind;
  }

  /** The host's reason; undefined where the fault is in the parameters or the code. */
  get hostCode() {
    return KINDS[this.#kind].host;
  }

  /** `{success: false, error, error_code, error_type}` @returns {JsonObject} */
  toResult() {
    return {
      ...asResult({ code: /** @type {FailureCode} */ (this.#kind), error: this.message }),
      error_type: KINDS[this.#kind].type,
    };
  }
}
