import { WORKFLOWS } from '../platform/limits.js';
import { compact } from '../value/json-writer.js';
import { encodeUtf8 } from '../value/utf8.js';
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

/**
 * Whether a text may take the way through Workflows, however the platform writes it: in UTF-8, or in
 * two bytes a character where one of them needs them.
 *
 * @param {string} text
 */
export function fitsWorkflows(text) {
  const wide = /[^\u0000-\u00ff]/.test(text) ? text.length * 2 : text.length;
  return wide <= MOST_BYTES && encodeUtf8(text).length <= MOST_BYTES;
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
 * Whether an id is a run's, and not that of a later instance which carries one.
 *
 * @param {string} id
 */
export function isRunId(id) {
  return /^[^-]+-[^-]+$/.test(id);
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

/**
 * Starts a run that another asked for, once, and lets the history know.
 *
 * @param {import('./run-host.js').RunHost} host
 * @param {import('../run/run-request.js').RunRequest} request
 * @param {Pick<DurableStart, 'runId' | 'depth' | 'record' | 'parent'>} more
 */
export async function startRun(host, request, more) {
  const { source, allowedHosts = [], input, triggeredBy, scheduledAt } = request;
  const startedAtMs = host.clock();
  const { runId, depth } = more;
  const context = { runId, depth, input, triggeredBy, scheduledAt, nonce: '' };
  const recorder = host.history.recorder({ record: more.record, byWorkflow: true });
  await recorder.began(context, request, startedAtMs);
  await createInstance(host, {
    ...more,
    instance: 1,
    source,
    allowedHosts,
    input,
    triggeredBy,
    startedAtMs,
    events: [],
  });
}
