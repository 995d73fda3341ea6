import { requireKey } from '../../access/access.js';
import { presentedKey } from '../../access/presented-key.js';
import { callHook, findHook, unknownHook } from '../hook-call.js';
import { deployedRecipe, requireInput } from '../recipes.js';
import { queryAnswer, runAnswer } from '../run-answer.js';
import { bodyInput, queryInput } from '../run-input.js';

/**
 * @typedef {import('../incoming.js').Incoming} Incoming
 * @typedef {import('../route.js').Route} Route
 */

const ASYNC = [{ name: 'async', text: '1: answer at once with 202, run in the background' }];
const RUNS = [
  { status: 200, text: 'The run succeeded', schema: 'RunResult' },
  { status: 202, text: 'The run waits, or goes on in the background', schema: 'RunAccepted' },
];
const QUERIES = [
  { status: 200, text: "The run's bare result", schema: 'Any' },
  { status: 202, text: 'The run waits', schema: 'RunAccepted' },
];
const HOOK_RUNS = [
  {
    status: 200,
    text: 'The run succeeded, or this delivery was taken in before',
    schema: 'HookResult',
  },
  { status: 202, text: 'The run waits, or goes on in the background', schema: 'HookAccepted' },
];

/** @type {Route} */
export const trigger = {
  method: 'POST',
  path: '/webhooks/named/:name/trigger',
  access: 'call',
  id: 'triggerRecipe',
  summary: 'Runs a deployed recipe with the body as its input',
  query: ASYNC,
  body: 'Any',
  answers: RUNS,
  errors: [404, 409],
  handle: async (incoming) => runAnswer(await named(incoming)),
};

/** @type {Route} */
export const queryByGet = {
  method: 'GET',
  path: '/webhooks/named/:name/query',
  access: 'call',
  id: 'queryRecipe',
  summary: 'Runs a deployed recipe with the query as its input, and gives the bare result',
  answers: QUERIES,
  errors: [400, 404, 409],
  handle: async (incoming) => queryAnswer(await named(incoming)),
};

/** @type {Route} */
export const queryByPost = {
  ...queryByGet,
  method: 'POST',
  id: 'queryRecipeByPost',
  summary: 'Runs a deployed recipe with the body as its input, and gives the bare result',
  body: 'Any',
};

/** @type {Route} */
export const hookTrigger = {
  method: 'POST',
  path: '/webhooks/:token/trigger',
  access: 'hook',
  id: 'triggerHook',
  summary: 'Runs the recipe of a public hook with the body as its input',
  query: ASYNC,
  body: 'Any',
  answers: HOOK_RUNS,
  errors: [404, 409, 503],
  handle: (incoming) => hook(incoming, incoming.params.token, undefined, false),
};

/** @type {Route} */
export const hookQueryByGet = {
  method: 'GET',
  path: '/q/:token',
  access: 'hook',
  id: 'queryHook',
  summary:
    'Runs the recipe of a public hook with the query as its input, and gives the bare result',
  answers: QUERIES,
  errors: [400, 404, 409, 503],
  handle: (incoming) => hook(incoming, incoming.params.token, undefined, true),
};

/** @type {Route} */
export const hookQueryByPost = {
  ...hookQueryByGet,
  method: 'POST',
  id: 'queryHookByPost',
  summary:
    'Runs the recipe of a public hook with the body as its input, and gives the bare result',
  body: 'Any',
};

/** @type {Route} */
export const namedHookTrigger = {
  ...hookTrigger,
  path: '/webhooks/named/:ns/:name/trigger',
  id: 'triggerNamedHook',
  summary: "Runs a deployed recipe; `ns` is its hook's token, or a key is sent",
  handle: (incoming) => hook(incoming, incoming.params.ns, incoming.params.name, false),
};

/** @type {Route} */
export const namedHookQueryByGet = {
  ...hookQueryByGet,
  path: '/webhooks/named/:ns/:name/query',
  id: 'queryNamedHook',
  summary:
    "Runs a deployed recipe and gives the bare result; `ns` is its hook's token, or a key is sent",
  handle: (incoming) => hook(incoming, incoming.params.ns, incoming.params.name, true),
};

/** @type {Route} */
export const namedHookQueryByPost = {
  ...namedHookQueryByGet,
  method: 'POST',
  id: 'queryNamedHookByPost',
  body: 'Any',
};

/** @type {Route} */
export const shortNamedQueryByGet = {
  ...namedHookQueryByGet,
  path: '/q/:ns/:name',
  id: 'queryNamedHookShort',
};

/** @type {Route} */
export const shortNamedQueryByPost = {
  ...namedHookQueryByPost,
  path: '/q/:ns/:name',
  id: 'queryNamedHookShortByPost',
};

/** Runs the recipe that the path names. @param {Incoming} incoming */
async function named(incoming) {
  const { executor, request, url } = incoming;
  const { recipe, source, record } = await deployedRecipe(executor, incoming.params.name);
  const input =
    request.method === 'GET'
      ? queryInput(url)
      : bodyInput(incoming.headers, await incoming.bytes());
  requireInput(recipe, input);
  return executor.run(
    { recipe, source, input, triggeredBy: 'api', allowedHosts: record.allowedHosts },
    {
      record: record.record,
      isAsync: incoming.query('async') === '1' && request.method === 'POST',
    },
  );
}

/**
 * Runs the recipe of a hook; where the path names one and the token opens nothing, whoever shows a
 * key may run it too.
 *
 * @param {Incoming} incoming
 * @param {string} token
 * @param {string | undefined} name
 * @param {boolean} isQuery
 */
async function hook(incoming, token, name, isQuery) {
  const found = await findHook(incoming, token, name);
  if (found) {
    return callHook(incoming, found, isQuery);
  }
  if (name === undefined || presentedKey(incoming.headers) === undefined) {
    throw unknownHook();
  }
  await requireKey(incoming.headers, incoming.executor.env.ARCRUN_API_KEYS, 'call');
  const standing = await named(incoming);
  return isQuery ? queryAnswer(standing) : runAnswer(standing);
}
