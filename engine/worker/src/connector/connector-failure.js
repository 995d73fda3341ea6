import { textOf } from '../value/json.js';

/** @typedef {import('../value/json.js').JsonObject} JsonObject */

/** Why a connector's call gave nothing; a result for the user. */
export class ConnectorFailure extends Error {
  /** @param {JsonObject} result `{success: false, error, error_code, hint?, …}` */
  constructor(result) {
    super(textOf(result, 'error_code') ?? '');
    this.name = 'ConnectorFailure';
    this.result = result;
  }

  /**
   * @param {string} code
   * @param {string} error what happened, without secrets
   * @param {string} [hint] what to do
   */
  static of(code, error, hint) {
    return new ConnectorFailure(failure(code, error, hint));
  }

  /** @param {import('../sandbox/host-failure.js').HostFailure} told */
  static ofHost({ failure: { code, error, hint } }) {
    return ConnectorFailure.of(code, error, hint);
  }

  /** Its `error_code`. */
  get code() {
    return this.message;
  }
}

/**
 * @param {string} code
 * @param {string} error
 * @param {string} [hint]
 * @returns {JsonObject}
 */
export function failure(code, error, hint) {
  const result = { success: false, error, error_code: code };
  return hint === undefined ? result : { ...result, hint };
}
