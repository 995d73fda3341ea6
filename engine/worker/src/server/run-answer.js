import { runSummaryJson } from '../run/run-record-json.js';
import { textOf } from '../value/json.js';
import { answer } from '../http/answer.js';
import { answeredTrace } from './answered-trace.js';

/**
 * @typedef {import('../durable/durable-runs.js').Started} Standing
 * @typedef {import('../run/run-record.js').RunRecord} RunRecord
 * @typedef {import('../value/json.js').JsonObject} JsonObject
 */

/**
 * The answer to who asked for a run with a key: result and trace.
 *
 * @param {Standing} standing
 * @param {JsonObject} [more] further members of the body
 */
export function runAnswer(standing, more = {}) {
  if (standing.kind !== 'ended') {
    return notEnded(standing, more);
  }
  const { record, stored } = standing;
  const { data, failedNode, failedItems, trace } = record;
  const rest = {
    ...runSummaryJson(record),
    ...(failedNode === undefined ? {} : { failed_node: failedNode }),
    ...(failedItems === 0 ? {} : { failed_items: failedItems }),
    ...answeredTrace(trace),
  };
  return record.status === 'succeeded'
    ? answer({ success: true, data: data ?? null, ...rest, stored, ...more })
    : answer({ ...failure(record), ...rest, stored, ...more }, 500);
}

/**
 * The answer to a query: the run's bare result.
 *
 * @param {Standing} standing
 */
export function queryAnswer(standing) {
  if (standing.kind !== 'ended' || standing.record.status !== 'succeeded') {
    return runAnswer(standing);
  }
  return bare(standing.record);
}

/**
 * The answer to who came through a public hook: the result, and nothing of how it came about.
 *
 * @param {Standing} standing
 * @param {boolean} isQuery
 */
export function publicAnswer(standing, isQuery) {
  switch (standing.kind) {
    case 'started':
      return notEnded(standing, {});
    case 'waiting':
      return answer({ success: true, status: 'waiting', run_id: standing.record.runId }, 202);
    case 'ended':
      if (standing.record.status !== 'succeeded') {
        return answer(publicFailure(standing.record), 500);
      }
      return isQuery
        ? bare(standing.record)
        : answer({
            success: true,
            data: standing.record.data ?? null,
            run_id: standing.record.runId,
          });
  }
}

/**
 * @param {Exclude<Standing, { kind: 'ended' }>} standing
 * @param {JsonObject} more
 */
function notEnded(standing, more) {
  switch (standing.kind) {
    case 'started':
      return answer(
        {
          success: true,
          accepted: true,
          status: 'accepted',
          run_id: standing.runId,
          stored: standing.stored,
          ...more,
        },
        202,
      );
    case 'waiting':
      return answer(
        {
          success: true,
          paused: true,
          status: 'waiting',
          run_id: standing.record.runId,
          tasks: standing.tasks.map(({ taskId, node }) => ({ task_id: taskId, node })),
          stored: standing.stored,
          ...more,
        },
        202,
      );
  }
}

/** @param {RunRecord} record */
function bare(record) {
  return answer(record.data ?? null, 200, {
    'X-Arcrun-Run-Id': record.runId,
    'X-Arcrun-Duration-Ms': String(record.durationMs),
  });
}

/** @param {RunRecord} record @returns {JsonObject} */
function failure(record) {
  return {
    success: false,
    error: record.error ?? 'The run was cancelled.',
    error_code: record.errorCode ?? 'RUN_FAILED',
    hint: hintOf(record) ?? 'The trace shows what each node received and gave.',
  };
}

/** What the node that failed says can be done. @param {RunRecord} record */
function hintOf({ trace, failedNode }) {
  const failed = trace.findLast(
    ({ key, status }) => status === 'failed' && key.node === failedNode,
  );
  return failed?.output === undefined ? undefined : textOf(failed.output, 'hint');
}

/** @param {RunRecord} record @returns {JsonObject} */
function publicFailure({ runId }) {
  return {
    success: false,
    error: 'The run of this hook failed.',
    error_code: 'RUN_FAILED',
    hint: 'Whoever owns the hook finds the reason in the history under this run_id.',
    run_id: runId,
  };
}
