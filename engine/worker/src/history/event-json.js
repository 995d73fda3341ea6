import { get, textOf } from '../value/json.js';

/**
 * Events of a run as stored JSON, the same on both hosts.
 *
 * @typedef {import('../schedule/event.js').Event} Event
 * @typedef {import('../value/json.js').Json} Json
 * @typedef {import('../value/json.js').JsonObject} JsonObject
 */

/** @param {Event} event @returns {JsonObject} */
export function eventJson(event) {
  const named = { event: event.kind, at_ms: event.atMs };
  switch (event.kind) {
    case 'started':
    case 'cancelled':
      return named;
    case 'call_finished':
      return { ...named, ...call(event.key, event.attempt), result: event.result };
    case 'timer_fired':
      return { ...named, ...call(event.key, event.attempt) };
    case 'resumed':
      return { ...named, task_id: event.taskId, result: event.result };
  }
}

/**
 * @param {JsonObject} json
 * @returns {Event}
 * @throws {TypeError} when the JSON is no event
 */
export function readEvent(json) {
  const kind = textOf(json, 'event');
  const atMs = number(json, 'at_ms');
  switch (kind) {
    case 'started':
    case 'cancelled':
      return { kind, atMs };
    case 'call_finished':
      return {
        kind,
        atMs,
        key: key(json),
        attempt: number(json, 'attempt'),
        result: member(json, 'result'),
      };
    case 'timer_fired':
      return { kind, atMs, key: key(json), attempt: number(json, 'attempt') };
    case 'resumed':
      return { kind, atMs, taskId: text(json, 'task_id'), result: member(json, 'result') };
    default:
      throw new TypeError(`no event of a run: ${kind}`);
  }
}

/**
 * @param {import('../schedule/call-key.js').CallKey} key
 * @param {number} attempt
 */
function call({ node, iteration }, attempt) {
  return { node, iteration, attempt };
}

/** @param {JsonObject} json */
function key(json) {
  const iteration = member(json, 'iteration');
  if (!Array.isArray(iteration) || !iteration.every((index) => typeof index === 'number')) {
    throw new TypeError('an iteration is no list of numbers');
  }
  return { node: text(json, 'node'), iteration };
}

/**
 * @param {JsonObject} json
 * @param {string} name
 */
function member(json, name) {
  const value = get(json, name);
  if (value === undefined) {
    throw new TypeError(`an event lacks ${name}`);
  }
  return value;
}

/**
 * @param {JsonObject} json
 * @param {string} name
 */
function text(json, name) {
  const value = member(json, name);
  if (typeof value !== 'string') {
    throw new TypeError(`${name} is no text`);
  }
  return value;
}

/**
 * @param {JsonObject} json
 * @param {string} name
 */
function number(json, name) {
  const value = member(json, name);
  if (typeof value !== 'number') {
    throw new TypeError(`${name} is no number`);
  }
  return value;
}
