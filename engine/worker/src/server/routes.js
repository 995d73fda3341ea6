import { answer } from '../http/answer.js';
import { openApi } from './openapi.js';
import { cancel, resume } from './routes/durable.js';
import { cypherExecute, execute, validate } from './routes/execute.js';
import { health } from './routes/health.js';
import { definition, deploy, list, remove } from './routes/named.js';
import { components, execution, executions } from './routes/runs.js';
import * as trigger from './routes/trigger.js';

/** @typedef {import('./route.js').Route} Route */

/** @type {Route} */
const description = {
  method: 'GET',
  path: '/openapi.json',
  access: 'call',
  id: 'describe',
  summary: 'Gives this description',
  answers: [{ status: 200, text: 'OpenAPI 3.1', schema: 'Any' }],
  errors: [],
  handle: async ({ url }) => answer(openApi(ROUTES, url.origin)),
};

/**
 * All that the executor can be asked for. Of two that fit, the first counts.
 *
 * @type {Route[]}
 */
export const ROUTES = [
  health,
  description,
  execute,
  cypherExecute,
  validate,
  deploy,
  list,
  definition,
  remove,
  trigger.trigger,
  trigger.queryByGet,
  trigger.queryByPost,
  trigger.namedHookTrigger,
  trigger.namedHookQueryByGet,
  trigger.namedHookQueryByPost,
  trigger.hookTrigger,
  trigger.hookQueryByGet,
  trigger.hookQueryByPost,
  trigger.shortNamedQueryByGet,
  trigger.shortNamedQueryByPost,
  executions,
  execution,
  cancel,
  resume,
  components,
];
