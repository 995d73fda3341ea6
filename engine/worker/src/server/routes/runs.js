import { english } from '../../catalog/part-description.js';
import { readCursor } from '../../history/cursor.js';
import { HistoryException } from '../../history/history-exception.js';
import { get, textOf } from '../../value/json.js';
import { answer } from '../../http/answer.js';
import { HttpError } from '../../http/http-error.js';
import { reading, unknownRun } from '../run-history.js';

/**
 * @typedef {import('../../host/executor.js').Executor} Executor
 * @typedef {import('../route.js').Route} Route
 */

const STATUSES = ['running', 'waiting', 'succeeded', 'failed', 'cancelled', 'lost'];
const MOST = 100;

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
      throw unknownRun(params.run_id);
    }
    return answer({ success: true, ...run });
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
