import { english } from '../../catalog/part-description.js';
import { readCursor } from '../../history/cursor.js';
import { HistoryException } from '../../history/history-exception.js';
import { asResult } from '../../schedule/result-rules.js';
import { get, textOf } from '../../value/json.js';
import { answer } from '../../http/answer.js';
import { HttpError } from '../../http/http-error.js';

/**
 * @typedef {import('../../host/executor.js').Executor} Executor
 * @typedef {import('../../value/json.js').Json} Json
 * @typedef {import('../../value/json.js').JsonObject} JsonObject
 * @typedef {import('../route.js').Route} Route
 */

const STATUSES = ['running', 'waiting', 'succeeded', 'failed', 'cancelled', 'lost'];
const MOST = 100;
const TASK = /^[A-Za-z0-9_-]{1,200}$/;

/** @type {Route} */
export const executions = {
  method: 'GET',
  path: '/executions',
  access: 'call',
  id: 'listRuns',
  summary: 'Lists runs, the newest first',
  query: [
    { name: 'recipe', text: 'only those of this recipe' },
    { name: 'status', text: `only those that are ${STATUSES.join(', ')}` },
    { name: 'limit', text: `at most so many, 1 to ${MOST}` },
    { name: 'cursor', text: 'what the page before gave, to go on after it' },
  ],
  answers: [{ status: 200, text: 'A page of them', schema: 'RunList' }],
  errors: [400, 503],
  async handle(incoming) {
    const status = incoming.query('status');
    if (status !== undefined && !STATUSES.includes(status)) {
      throw badQuery('status', `one of ${STATUSES.join(', ')}`);
    }
    const limit = incoming.query('limit') ?? '20';
    if (!/^\d{1,3}$/.test(limit) || Number(limit) < 1 || Number(limit) > MOST) {
      throw badQuery('limit', `a number from 1 to ${MOST}`);
    }
    const { executor } = incoming;
    const cursor = incoming.query('cursor');
    const after = cursor === undefined ? undefined : readCursor(cursor);
    if (cursor !== undefined && after === undefined) {
      throw badQuery('cursor', 'what the page before gave');
    }
    const page = await reading(() =>
      executor.history.list({
        recipe: incoming.query('recipe'),
        status,
        after,
        limit: Number(limit),
      }),
    );
    return answer({ success: true, ...page });
  },
};

/** @type {Route} */
export const execution = {
  method: 'GET',
  path: '/executions/:run_id',
  access: 'call',
  id: 'getRun',
  summary: 'Gives one run with its trace',
  answers: [{ status: 200, text: 'The run', schema: 'RunRecord' }],
  errors: [404, 503],
  async handle({ executor, params }) {
    const run = await reading(() => executor.history.find(params.run_id));
    if (!run) {
      throw new HttpError(
        404,
        'UNKNOWN_RUN',
        `There is no run "${params.run_id}".`,
        'GET /executions lists those that are kept.',
      );
    }
    return answer({ success: true, ...run });
  },
};

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
export const components = {
  method: 'GET',
  path: '/components',
  access: 'call',
  id: 'listParts',
  summary: 'Lists the parts with what is known of their calls',
  answers: [{ status: 200, text: 'All of them, by name', schema: 'PartList' }],
  errors: [],
  async handle({ executor }) {
    const statistics = await statisticsOf(executor);
    const parts = executor.catalog
      .all()
      .map(({ contract, json }) => ({
        canonical_id: contract.id,
        display_name: english(get(json, 'display_name')),
        description: english(get(json, 'description')),
        category: textOf(json, 'category') ?? '',
        stability: textOf(json, 'stability') ?? '',
        runtime: contract.runtime,
        input_schema: contract.inputSchema,
        ...(statistics?.get(contract.id) ?? {
          total_runs: 0,
          success_rate: null,
          avg_duration_ms: null,
        }),
      }))
      .sort((a, b) => (a.canonical_id < b.canonical_id ? -1 : 1));
    return answer({
      success: true,
      components: parts,
      total: parts.length,
      ...(statistics ? {} : { statistics: 'unavailable' }),
    });
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

/** What is known of the parts' calls; undefined where that can't be read. @param {Executor} executor */
async function statisticsOf(executor) {
  try {
    return await executor.history.partStatistics();
  } catch (e) {
    if (e instanceof HistoryException) {
      return undefined;
    }
    throw e;
  }
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
 * @template T
 * @param {() => Promise<T>} work
 */
async function reading(work) {
  try {
    return await work();
  } catch (e) {
    throw e instanceof HistoryException ? unavailable('The run history does not answer.') : e;
  }
}

/** @param {string} error */
function unavailable(error) {
  return new HttpError(
    503,
    'NOT_AVAILABLE',
    error,
    'Try again in a minute; if it stays so, deploy again from the studio.',
  );
}

/**
 * @param {string} name
 * @param {string} expected
 */
function badQuery(name, expected) {
  return new HttpError(
    400,
    'WRONG_QUERY',
    `\`${name}\` must be ${expected}.`,
    'Change it, or leave it out.',
  );
}
