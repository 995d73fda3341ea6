import { get, isObject, memberOf, textOf, without } from '../value/json.js';
import { compact } from '../value/json-writer.js';

/**
 * What a result says: failure or not, which branch, wait or not. RECIPE.md, sections 2, 5, 9.
 *
 * @typedef {import('../value/json.js').Json} Json
 * @typedef {import('../value/json.js').JsonObject} JsonObject
 */

/**
 * Why a node failed.
 *
 * @typedef {object} Failure
 * @property {string} error for the user
 * @property {string} code for programs
 */

export const PART_FAILED = 'PART_FAILED';

const LONGEST_SLEEP_MS = 366 * 24 * 60 * 60 * 1000;

/** `{success: false, error, error_code}` @param {Failure} failure @returns {JsonObject} */
export function asResult({ error, code }) {
  return { success: false, error, error_code: code };
}

/**
 * The failure a result reports, or undefined when it reports none.
 *
 * @param {Json} result
 * @param {boolean} inData whether the part also reports failures inside `data`
 * @param {string} part
 * @returns {Failure | undefined}
 */
export function failureOf(result, inData, part) {
  const failed =
    reportsFailure(result) ?? (inData ? reportsFailure(memberOf(result, 'data')) : undefined);
  return failed && { error: errorText(failed, part), code: errorCode(failed) };
}

/** @param {Json | undefined} value */
function reportsFailure(value) {
  if (!isObject(value)) {
    return undefined;
  }
  const success = get(value, 'success');
  const failed = success === false || (saysSomething(get(value, 'error')) && success !== true);
  return failed ? value : undefined;
}

/** @param {Json | undefined} error */
function saysSomething(error) {
  if (typeof error === 'object' && error !== null) {
    return Object.keys(error).length > 0;
  }
  return error !== undefined && error !== null && error !== false && error !== '';
}

/**
 * @param {JsonObject} failed
 * @param {string} part
 */
function errorText(failed, part) {
  const error = get(failed, 'error');
  if (error === undefined || !saysSomething(error)) {
    return `\`${part}\` failed and gave no reason.`;
  }
  return textOf(error, 'message') ?? (typeof error === 'string' ? error : compact(error));
}

/** @param {JsonObject} failed */
function errorCode(failed) {
  return textOf(failed, 'error_code') || PART_FAILED;
}

/**
 * The value that ON_TRUE, ON_FALSE and ON_BRANCH compare, or undefined when there is none.
 *
 * @param {Json} result
 */
export function branchOf(result) {
  const data = memberOf(result, 'data');
  const name = textOf(data, 'branch') ?? textOf(result, 'branch');
  if (name !== undefined) {
    return name;
  }
  const truth = [memberOf(data, 'result'), memberOf(result, 'result')].find(
    (value) => typeof value === 'boolean',
  );
  return truth === undefined ? undefined : String(truth);
}

/**
 * How long a result asks to wait (`pending: true` and `resume_after_ms`), in whole milliseconds, or
 * undefined when it doesn't.
 *
 * @param {Json} result
 */
export function sleepMs(result) {
  const ms = memberOf(result, 'resume_after_ms');
  return memberOf(result, 'pending') === true && typeof ms === 'number' && ms >= 0
    ? Math.min(Math.ceil(ms), LONGEST_SLEEP_MS)
    : undefined;
}

/**
 * What a node gives once it has slept: its result without the wish to wait.
 *
 * @param {Json} result
 */
export function afterSleep(result) {
  return isObject(result) ? without(without(result, 'pending'), 'resume_after_ms') : result;
}

/**
 * The task that a result waits for (`pending: true` and a `task_id`), or undefined.
 *
 * @param {Json} result
 */
export function awaitedTask(result) {
  return memberOf(result, 'pending') === true ? textOf(result, 'task_id') || undefined : undefined;
}
