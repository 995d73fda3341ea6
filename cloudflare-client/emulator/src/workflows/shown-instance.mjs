import { first, statusName, stepsOf } from "./instance-log.mjs";

/**
 * An instance as the host of its workflow describes it.
 *
 * @typedef {{ id: string, created_on: string, version_id: string, source: string, params?: unknown, status?: number, log?: import("./instance-log.mjs").LogEntry[] }} Described
 */

/**
 * In a list. Shape: `InstanceListResponse` of npm `cloudflare` 7.3.0.
 *
 * @param {Described} instance
 * @param {string} workflowId
 */
export function listedInstance(instance, workflowId) {
  const log = instance.log ?? [];
  return {
    id: instance.id,
    created_on: instance.created_on,
    modified_on: log.at(-1)?.timestamp ?? instance.created_on,
    started_on: first(log, "started")?.timestamp ?? null,
    ended_on: ended(log)?.timestamp ?? null,
    status: statusName(instance.status),
    version_id: instance.version_id,
    workflow_id: workflowId,
    trigger_source: instance.source,
  };
}

/** In full. Shape: `InstanceGetResponse` of npm `cloudflare` 7.3.0. @param {Described} instance */
export function shownInstance(instance) {
  const log = instance.log ?? [];
  const succeeded = first(log, "succeeded");
  const failed = first(log, "failed");
  const steps = stepsOf(log);
  return {
    status: statusName(instance.status),
    params: instance.params ?? null,
    trigger: { source: instance.source },
    versionId: instance.version_id,
    queued: instance.created_on,
    start: first(log, "started")?.timestamp ?? null,
    end: ended(log)?.timestamp ?? null,
    success: succeeded ? true : failed ? false : null,
    output: succeeded?.metadata?.result ?? null,
    error: failed?.metadata?.error ?? null,
    rollback: null,
    step_count: steps.filter(({ type }) => type === "step").length,
    steps,
  };
}

/** @param {import("./instance-log.mjs").LogEntry[]} log */
function ended(log) {
  return first(log, "succeeded", "failed", "terminated");
}
