import { get } from '../value/json.js';
import { asResult } from './call-failure.js';
import { NO_STATS } from './call-result.js';
import { GuestCall } from './guest-call.js';
import { GuestExit, GuestStopped, HostBug } from './guest-end.js';
import { CANCELLED, failureOf, MEMORY_LIMIT } from './guest-failures.js';
import { readResult } from './guest-result.js';
import { NONE } from './host-services.js';
import { callQuickJs } from './quick-js-part.js';
import { callSuspendable } from './suspension.js';

/**
 * @typedef {import('../value/json.js').JsonObject} JsonObject
 * @typedef {import('./call-failure.js').CallFailure} CallFailure
 * @typedef {import('./call-result.js').CallResult} CallResult
 * @typedef {import('./failure-code.js').FailureCode} FailureCode
 * @typedef {import('./limits.js').Limits} Limits
 * @typedef {import('./part-module.js').PartModule} PartModule
 */

const PAGE = 65_536;

/**
 * After these the part's own result doesn't count: it can't know what it missed.
 *
 * @type {FailureCode[]}
 */
const DECISIVE = [
  'RESPONSE_TOO_LARGE',
  'HOST_NOT_ALLOWED',
  'CREDENTIAL_HOST',
  'CREDENTIAL_MISSING',
  'CREDENTIAL_UNREADABLE',
];

/**
 * Calls a part and waits for its end: in a fresh instance, within its limits, with the host's
 * services and nothing else.
 *
 * @param {PartModule} part
 * @param {Uint8Array} input one JSON document, UTF-8
 * @param {Limits} limits
 * @param {import('./host-services.js').HostServices} [host]
 * @param {AbortSignal} [signal] cancels the call: a guest that waits ends at once
 * @returns {Promise<CallResult>} the part's result, or a failure with its code; is never rejected for
 *   what a part does
 */
export async function callPart(part, input, limits, host = NONE, signal) {
  if (input.length > limits.inputBytes) {
    return failed(inputLimit(input.length, limits.inputBytes), '', NO_STATS);
  }
  if (signal?.aborted) {
    return failed(CANCELLED, '', NO_STATS);
  }
  if (part.isQuickJs) {
    return callQuickJs(part, input, limits);
  }
  const call = new GuestCall(input, limits, host);
  const cancel = () => call.cancel();
  signal?.addEventListener('abort', cancel);
  const startedMs = Date.now();
  let failure;
  try {
    await run(part, call, limits);
  } catch (e) {
    failure = ending(call.end ?? e, call);
  } finally {
    signal?.removeEventListener('abort', cancel);
    call.close();
  }
  const stats = {
    wallMs: Date.now() - startedMs,
    peakPages: (call.memory?.buffer.byteLength ?? 0) / PAGE,
    outputBytes: call.outputBytes,
    hostCalls: call.hostCalls,
  };
  return ended(call, failure, stats);
}

/**
 * @param {PartModule} part
 * @param {GuestCall} call
 * @param {Limits} limits
 */
async function run(part, call, limits) {
  const instance = new WebAssembly.Instance(part.wasm, part.importsFor(call));
  call.memory = /** @type {WebAssembly.Memory} */ (instance.exports.memory);
  if (call.hasTooMuchMemory) {
    throw new GuestStopped(tooMuchFromTheStart(call.memory, limits.memoryMiB));
  }
  const start = /** @type {() => void} */ (instance.exports._start);
  // A guest that can't be suspended runs at once, on the usual stack.
  await (part.waits ? callSuspendable(start) : start());
  call.requireLittleMemory();
  if (call.end) {
    throw call.end;
  }
}

/**
 * How a guest ended that did not return; undefined where it ended itself well.
 *
 * @param {unknown} thrown
 * @param {GuestCall} call
 * @returns {CallFailure | undefined}
 */
function ending(thrown, call) {
  if (thrown instanceof HostBug) {
    throw thrown;
  }
  const failure =
    thrown instanceof GuestExit
      ? thrown.code === 0
        ? undefined
        : exitCode(thrown.code, call.log.lastLines())
      : failureOf(thrown);
  const isHelpless = failure?.code === 'TRAP' || failure?.code === 'EXIT_CODE';
  return isHelpless && call.hasTooMuchMemory ? MEMORY_LIMIT : failure;
}

/**
 * @param {GuestCall} call
 * @param {CallFailure | undefined} failure
 * @param {import('./call-result.js').CallStats} stats
 * @returns {CallResult}
 */
function ended(call, failure, stats) {
  const log = call.log.text();
  const asked = call.hostFailure;
  const isInterrupted = failure?.code === 'TIMEOUT' || failure?.code === 'CANCELLED';
  if (asked && DECISIVE.includes(asked.code) && !isInterrupted) {
    return failed(asked, log, stats);
  }
  if (failure) {
    return failed(failure, log, stats);
  }
  try {
    const result = readResult(call.output());
    return { result: explained(result, asked), failure: undefined, log, stats };
  } catch (e) {
    if (e instanceof GuestStopped) {
      return failed(e.failure, log, stats);
    }
    throw e;
  }
}

/**
 * A part that was only told "error" gets the code and the reason it couldn't know.
 *
 * @param {JsonObject} result
 * @param {CallFailure | undefined} asked
 */
function explained(result, asked) {
  const isUnexplained =
    get(result, 'success') === false && get(result, 'error_code') === undefined;
  return asked && isUnexplained ? { ...result, error_code: asked.code, hint: asked.error } : result;
}

/**
 * @param {CallFailure} failure
 * @param {string} log
 * @param {import('./call-result.js').CallStats} stats
 * @returns {CallResult}
 */
function failed(failure, log, stats) {
  return { result: asResult(failure), failure: failure.code, log, stats };
}

/**
 * @param {number} length
 * @param {number} most
 * @returns {CallFailure}
 */
function inputLimit(length, most) {
  return {
    code: 'INPUT_LIMIT',
    error: `The part's input has ${length} bytes; at most ${most} are allowed.`,
    hint: 'Send less at a time, for example with a FOREACH.',
  };
}

/**
 * @param {WebAssembly.Memory} memory
 * @param {number} most
 * @returns {CallFailure}
 */
function tooMuchFromTheStart(memory, most) {
  const needed = Math.floor(memory.buffer.byteLength / (1024 * 1024));
  return {
    code: 'MEMORY_LIMIT',
    error: `The part needs ${needed} MiB from the start; it may use ${most}.`,
    hint: 'Raise its memory limit.',
  };
}

/**
 * @param {number} code
 * @param {string} lastLines
 * @returns {CallFailure}
 */
function exitCode(code, lastLines) {
  const told = lastLines === '' ? '' : ` Its last words:\n${lastLines}`;
  return { code: 'EXIT_CODE', error: `The part ended with exit code ${code}.${told}` };
}
