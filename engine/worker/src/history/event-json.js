import { get } from '../value/json.js';

/**
 * Events of a run as stored JSON, the same on both hosts.
 *
 * @typedef {import('../schedule/event.js').Event} Event
 * @typedef {import('../value/json.js').Json} Json
 * @typedef {import('../value/json.js').JsonObject} JsonObject
 */

/** @param {Event} event @returns {JsonObject} */
export function eventJson(event) {
  switch (event.kind) {
    case 'started':
    case 'cancelled':
      return { event: event.kind, at_ms: event.atMs };
    case 'call_finished':
      return { event: event.kind, at_ms: event.atMs, ...callJson(event), result: event.result };
    case 'timer_fired':
      return { event: event.kind, at_ms: event.atMs, ...callJson(event) };
    case 'resumed':
      return {
        event: event.kind,
        at_ms: event.atMs,
        task_id: event.taskId,
        result: event.result,
      };
  }
}

/**
 * @param {JsonObject} json
 * @returns {Event}
 * @throws {TypeError} when the JSON is no event
 */
export function readEvent(json) {
  const kind = text(json, 'event');
  const atMs = number(json, 'at_ms');
  switch (kind) {
    case 'started':
    case 'cancelled':
      return { kind, atMs };
    case 'call_finished':
      return { kind, atMs, ...readCall(json), result: member(json, 'result') };
    case 'timer_fired':
      return { kind, atMs, ...readCall(json) };
    case 'resumed':
      return { kind, atMs, taskId: text(json, 'task_id'), result: member(json, 'result') };
    default:
      throw new TypeError(`no event of a run: ${kind}`);
  }
}

/** @param {Extract<Event, { key: unknown }>} event */
function callJson({ key, attempt }) {
  return { node: key.node, iteration: key.iteration, attempt };
}

/** @param {JsonObject} json */
function readCall(json) {
  const iteration = member(json, 'iteration');
  if (!Array.isArray(iteration) || !iteration.every((index) => typeof index === 'number')) {
    throw new TypeError('iteration is no list of numbers');
  }
  return { key: { node: text(json, 'node'), iteration }, attempt: number(json, 'attempt') };
}

/** @param {JsonObject} json @param {string} name */
function member(json, name) {
  const value = get(json, name);
  if (value === undefined) {
    throw new TypeError(`an event lacks ${name}`);
  }
  return value;
}

/** @param {JsonObject} json @param {string} name */
function text(json, name) {
  const value = member(json, name);
  if (typeof value !== 'string') {
    throw new TypeError(`${name} is no text`);
  }
  return value;
}

/** @param {JsonObject} json @param {string} name */
function number(json, name) {
  const value = member(json, name);
  if (typeof value !== 'number') {
    throw new TypeError(`${name} is no number`);
  }
  return value;
}
