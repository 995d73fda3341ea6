import { traceEntryJson } from '../../src/run/run-record-json.js';
import { keyText } from '../../src/schedule/call-key.js';
import { get, isObject, without } from '../../src/value/json.js';
import { callName } from './case-run.js';
import { onlyKnown } from './conformance-case.js';

/**
 * @typedef {import('../../src/value/json.js').Json} Json
 * @typedef {import('../../src/value/json.js').JsonObject} JsonObject
 * @typedef {import('./case-run.js').CaseRun} CaseRun
 */

const ENTRY_KEYS = [
  'node',
  'part',
  'status',
  'attempt',
  'iteration',
  'input',
  'output',
  'error',
  'error_code',
  'unresolved',
];
const CALL_KEYS = ['call', 'call_id', 'input', 'recipe', 'awaited', 'url', 'timeout_ms'];

/**
 * What a played case shows that it doesn't expect.
 *
 * @param {JsonObject} expected
 * @param {CaseRun} run
 * @param {boolean} inOrder whether the order of calls counts
 * @returns {string[]}
 */
export function differences(expected, run, inOrder) {
  /** @type {string[]} */
  const found = [];
  for (const [key, value] of Object.entries(expected)) {
    check(key, value);
  }
  return found;

  /**
   * @param {string} key
   * @param {Json} value
   */
  function check(key, value) {
    switch (key) {
      case 'status':
        return same(key, run.status, value);
      case 'data':
        return same(key, ended().data ?? null, value);
      case 'error':
        return same(key, ended().error ?? null, value);
      case 'error_has':
        return checkWords(/** @type {string[]} */ (value));
      case 'error_code':
        return same(key, ended().errorCode ?? null, value);
      case 'failed_node':
        return same(key, ended().failedNode ?? null, value);
      case 'failed_items':
        return same(key, ended().failedItems, value);
      case 'trace':
        return checkTrace(/** @type {JsonObject[]} */ (value));
      case 'trace_has':
        return checkPart(/** @type {JsonObject[]} */ (value));
      case 'calls':
        return inOrder ? checkCalls(/** @type {Json[]} */ (value)) : undefined;
      case 'delays':
        return same(
          key,
          run.delays.map((timer) => ({
            [`${keyText(timer.key)}#${timer.attempt}`]: timer.delayMs,
          })),
          value,
        );
      default:
        throw new Error(`unknown expectation \`${key}\``);
    }
  }

  function ended() {
    if (!run.outcome) {
      throw new Error('the run has not ended');
    }
    return run.outcome;
  }

  /** @param {string[]} words */
  function checkWords(words) {
    for (const word of words) {
      if (!ended().error?.includes(word)) {
        found.push(`error: ${JSON.stringify(ended().error)} has no ${JSON.stringify(word)}`);
      }
    }
  }

  /** @param {JsonObject[]} entries */
  function checkTrace(entries) {
    const actual = trace();
    same('trace', actual.map(brief), entries.map((entry) => brief(full(entry))));
    entries.slice(0, actual.length).forEach((entry, i) => checkEntry(entry, actual[i]));
  }

  /** @param {JsonObject[]} entries */
  function checkPart(entries) {
    for (const written of entries) {
      const wanted = brief(full(written));
      const matching = trace().filter((entry) => brief(entry) === wanted);
      same(`entries ${wanted}`, matching.length, 1);
      matching.forEach((entry) => checkEntry(written, entry));
    }
  }

  /**
   * @param {JsonObject} written
   * @param {JsonObject} actual
   */
  function checkEntry(written, actual) {
    if (!Object.hasOwn(written, 'node')) {
      return;
    }
    onlyKnown(written, ENTRY_KEYS);
    for (const [key, value] of Object.entries(written)) {
      same(`${brief(actual)} ${key}`, get(actual, key), value);
    }
  }

  /** @returns {JsonObject[]} */
  function trace() {
    return run.trace.map((entry) => traceEntryJson(entry));
  }

  /** @param {Json[]} calls */
  function checkCalls(calls) {
    same(
      'calls',
      run.made.map(callName),
      calls.map((call) => (isObject(call) ? call.call : call)),
    );
    calls.slice(0, run.made.length).forEach((call, i) => {
      if (isObject(call)) {
        onlyKnown(call, CALL_KEYS);
        const seen = callJson(run.made[i]);
        for (const [key, value] of Object.entries(without(call, 'call'))) {
          same(`${callName(run.made[i])} ${key}`, get(seen, key), value);
        }
      }
    });
  }

  /**
   * Compared as text: the order of members counts.
   *
   * @param {string} what
   * @param {Json | undefined} actual
   * @param {Json | undefined} wanted
   */
  function same(what, actual, wanted) {
    const is = JSON.stringify(actual) ?? '(none)';
    const should = JSON.stringify(wanted) ?? '(none)';
    if (is !== should) {
      found.push(`${what}: is ${is}, expected ${should}`);
    }
  }
}

/** `node[0]#2: status` @param {JsonObject} entry */
function brief({ node, iteration, attempt, status }) {
  const at = iteration === undefined ? '' : JSON.stringify(iteration);
  const again = typeof attempt === 'number' && attempt > 1 ? `#${attempt}` : '';
  return `${node}${at}${again}: ${status}`;
}

/** An entry in full, or short as `node[0]#2: status`. @param {JsonObject} entry @returns {JsonObject} */
function full(entry) {
  if (Object.hasOwn(entry, 'node')) {
    return entry;
  }
  const [[node, status]] = Object.entries(entry);
  return { node, status };
}

/** @param {import('./case-run.js').Call} call @returns {JsonObject} */
function callJson(call) {
  const seen = { call_id: call.callId, input: call.input, timeout_ms: call.timeoutMs };
  return call.kind === 'call_recipe'
    ? { ...seen, recipe: call.recipe, awaited: call.awaited }
    : seen;
}
