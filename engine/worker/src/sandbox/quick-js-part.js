import { CodeFailure } from './code-failure.js';
import { codeInput } from './code-input.js';
import { NO_STATS } from './call-result.js';
import { GuestLog } from './guest-log.js';
import { QuickJsCall } from './quick-js-call.js';

/** @typedef {import('./call-result.js').CallResult} CallResult */

/**
 * Calls the part `code`. It computes at one stretch: nothing can wait in it, its ticks end it.
 *
 * @param {import('./part-module.js').PartModule} part the catalog's QuickJS
 * @param {Uint8Array} parameters one JSON document, UTF-8
 * @param {import('./limits.js').Limits} limits
 * @returns {CallResult}
 */
export function callQuickJs(part, parameters, limits) {
  const log = new GuestLog(limits.logBytes);
  const call = new QuickJsCall(part.wasm, (text) => log.write(text));
  const startedMs = Date.now();
  const { result, failure } = outcome(call, parameters, limits);
  const stats = {
    ...NO_STATS,
    wallMs: Date.now() - startedMs,
    peakPages: call.pages,
    outputBytes: call.outputBytes,
  };
  return { result, failure, log: log.text(), stats };
}

/**
 * @param {QuickJsCall} call
 * @param {Uint8Array} parameters
 * @param {import('./limits.js').Limits} limits
 * @returns {Pick<CallResult, 'result' | 'failure'>}
 */
function outcome(call, parameters, limits) {
  try {
    const data = call.run(codeInput(parameters, limits));
    return { result: { success: true, data }, failure: undefined };
  } catch (e) {
    if (e instanceof CodeFailure) {
      return { result: e.toResult(), failure: e.hostCode };
    }
    throw e;
  }
}
