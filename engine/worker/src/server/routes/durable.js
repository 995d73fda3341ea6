import { answer } from '../../http/answer.js';
import { HttpError } from '../../http/http-error.js';
import { asResult } from '../../schedule/result-rules.js';
import { get, textOf } from '../../value/json.js';
import { reading, unavailable, unknownRun } from '../run-history.js';

/**
 * What can be done with a run that goes on by itself.
 *
 * @typedef {import('../../host/executor.js').Executor} Executor
 * @typedef {import('../../value/json.js').Json} Json
 * @typedef {import('../../value/json.js').JsonObject} JsonObject
 * @typedef {import('../route.js').Route} Route
 */

const TASK = /^[A-Za-z0-9_-]{1,200}$/;

/** @type {Route} */
export const resume = {
  method: 'POST',
  path: '/workflows/resume',
  access: 'call',
  id: 'resumeRun',
  summary: 'Gives a waiting node its result',
  body: 'Resumption',
  answers: [{ status: 200, text: 'The run goes on', schema: 'Resumed' }],
  errors: [404, 409, 503],
  async handle(incoming) {
    const body = await incoming.object();
    const taskId = textOf(body, 'task_id') ?? '';
    if (!TASK.test(taskId)) {
      throw new HttpError(
        400,
        'WRONG_TYPE',
        '`task_id` must be the text that the waiting run gave.',
        'Send {"task_id": "...", "data": ...} or {"task_id": "...", "error": "..."}.',
      );
    }
    const resumed = await settled(incoming.executor, taskId, resultOf(body));
    switch (resumed.kind) {
      case 'settled':
        return answer({ success: true, resumed: true, run_id: resumed.runId });
      case 'over':
        throw new HttpError(
          409,
          'TASK_SETTLED',
          'This task has its result already, or its run is over.',
          'A task takes one result. Look at the run in GET /executions.',
          { more: { run_id: resumed.runId } },
        );
      case 'unknown':
        throw new HttpError(
          404,
          'UNKNOWN_TASK',
          'No run waits for this task.',
          'Check the task_id; it is in the answer that said the run waits, and in GET /executions/<run_id>.',
        );
    }
  },
};

/** @type {Route} */
export const cancel = {
  method: 'POST',
  path: '/executions/:run_id/cancel',
  access: 'manage',
  id: 'cancelRun',
  summary: 'Ends a run that waits, or that goes on in the background',
  answers: [
    {
      status: 202,
      text: 'It was asked to end: one that waits does at once, one at work the next time it looks',
      schema: 'Cancelled',
    },
  ],
  errors: [404, 409, 503],
  async handle({ executor, params: { run_id: runId } }) {
    if (await cancelled(executor, runId)) {
      return answer({ success: true, cancelled: true, run_id: runId }, 202);
    }
    const run = await reading(() => executor.history.find(runId));
    if (!run) {
      throw unknownRun(runId);
    }
    throw new HttpError(
      409,
      'NOT_CANCELLABLE',
      `The run "${runId}" does not go on by itself: it is over, or answers a request.`,
      'Only a run that waits or that goes on in the background can be cancelled.',
      { more: { run_id: runId, status: run.status } },
    );
  },
};

/** A part's result, or a failure. @param {JsonObject} body @returns {Json} */
function resultOf(body) {
  const error = get(body, 'error');
  if (error !== undefined && error !== null) {
    const text = typeof error === 'string' ? error : JSON.stringify(error);
    return asResult({ error: text, code: textOf(body, 'error_code') ?? 'RESUMED_WITH_ERROR' });
  }
  return { success: true, data: get(body, 'data') ?? null };
}

/**
 * @param {Executor} executor
 * @param {string} taskId
 * @param {Json} result
 */
async function settled(executor, taskId, result) {
  try {
    return await executor.runs.resume(taskId, result);
  } catch (e) {
    console.error('A task could not be resumed:', e instanceof Error ? e.name : typeof e);
    throw unavailable('What runs wait for can not be reached.');
  }
}

/**
 * @param {Executor} executor
 * @param {string} runId
 */
async function cancelled(executor, runId) {
  try {
    return await executor.runs.cancel(runId);
  } catch (e) {
    console.error('A run could not be cancelled:', e instanceof Error ? e.name : typeof e);
    throw unavailable('What ends runs can not be reached.');
  }
}
