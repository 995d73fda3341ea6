import { WORKFLOWS } from '../platform/limits.js';
import { compact } from '../value/json-writer.js';
import { Payloads } from './payloads.js';

/**
 * Where an instance of a durable run begins.
 *
 * @typedef {object} DurableStart
 * @property {string} runId
 * @property {number} instance from 1; a run that needs more steps than an instance has goes on in
 *   the next
 * @property {string} source the recipe's text
 * @property {string[]} allowedHosts
 * @property {Json} input
 * @property {string} triggeredBy
 * @property {string} [scheduledAt]
 * @property {number} depth
 * @property {number} startedAtMs
 * @property {boolean} record false: only counts are kept
 * @property {JsonObject[]} events what happened to the run before, as stored JSON
 * @property {string} [parent] id of the durable run that waits for this one
 * @property {number} [minute] the scheduled minute that this run holds, see room `cron`
 *
 * @typedef {import('../value/json.js').Json} Json
 * @typedef {import('../value/json.js').JsonObject} JsonObject
 */

/**
 * What an instance is given: the start as JSON text, or where that is too long, the id of the
 * payload that holds it.
 *
 * @typedef {{ start: string } | { payload: string }} Params
 */

/** Room for what the platform adds. */
const MOST_BYTES = WORKFLOWS.payloadBytes - 64 * 1024;

/** Whether a text may take the way through Workflows. @param {string} text */
export function fitsWorkflows(text) {
  return text.length * 3 <= MOST_BYTES || new TextEncoder().encode(text).length <= MOST_BYTES;
}

/**
 * The instance that carries a run.
 *
 * @param {string} runId
 * @param {number} instance
 */
export function instanceId(runId, instance) {
  return instance === 1 ? runId : `${runId}-${instance}`;
}

/**
 * Starts an instance, once: when it is there, nothing happens.
 *
 * @param {import('./run-host.js').RunHost} host
 * @param {DurableStart} start
 */
export async function createInstance(host, start) {
  if (!host.workflows) {
    throw new Error('the Worker has no Workflows binding');
  }
  const id = instanceId(start.runId, start.instance);
  const text = compact(/** @type {any} */ (start));
  /** @type {Params} */
  let params = { start: text };
  if (!fitsWorkflows(text)) {
    const payload = `start:${id}`;
    await new Payloads(host.database).keep(payload, start.runId, text);
    params = { payload };
  }
  if (!(await exists(host.workflows, id))) {
    await host.workflows.create({ id, params });
  }
}

/**
 * @param {Workflow} workflows
 * @param {string} id
 */
async function exists(workflows, id) {
  try {
    await workflows.get(id);
    return true;
  } catch {
    return false;
  }
}
