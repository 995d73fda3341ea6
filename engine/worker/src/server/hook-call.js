import { Deliveries } from '../hook/deliveries.js';
import { HookStore } from '../hook/hook-store.js';
import { tokenHash } from '../hook/hook-token.js';
import { publicHook } from '../hook/public-hook.js';
import { refused, verify } from '../hook/verify.js';
import { HostFailure } from '../sandbox/host-failure.js';
import { memberOf, textOf } from '../value/json.js';
import { answer } from '../http/answer.js';
import { HttpError } from '../http/http-error.js';
import { readable, recipeStore, requireInput } from './recipes.js';
import { publicAnswer } from './run-answer.js';
import { bodyInput, queryInput } from './run-input.js';

/**
 * @typedef {import('../deployed/recipe-store.js').DeployedRecipe} DeployedRecipe
 * @typedef {import('../hook/public-hook.js').Verification} Verification
 * @typedef {import('../value/json.js').Json} Json
 * @typedef {import('./incoming.js').Incoming} Incoming
 */

/**
 * A hook that a token opens.
 *
 * @typedef {object} OpenHook
 * @property {string} hash of the token
 * @property {DeployedRecipe} deployed
 * @property {Verification | undefined} verification
 */

/**
 * The hook of a token; undefined where there is none, where it was revoked, or where it belongs to
 * another recipe than the one named.
 *
 * @param {Incoming} incoming
 * @param {string} token
 * @param {string} [recipe]
 * @returns {Promise<OpenHook | undefined>}
 * @throws {HttpError} 503 where the recipe asks for a signature in a way nobody understands
 */
export async function findHook({ executor }, token, recipe) {
  const store = recipeStore(executor);
  const hash = await tokenHash(token);
  const kv = executor.env.ARCRUN_RECIPES;
  const name = hash === undefined || !kv ? undefined : await new HookStore(kv).find(hash);
  if (hash === undefined || name === undefined || (recipe !== undefined && recipe !== name)) {
    return undefined;
  }
  const deployed = await readable(store, name);
  const hook = deployed && publicHook(deployed.record.document);
  if (!deployed || !hook || deployed.record.hook !== hash) {
    return undefined;
  }
  if (hook.fault) {
    throw notReady(name, hook.fault.message);
  }
  return { hash, deployed, verification: hook.verification };
}

/** The same for a token that never was, one that was revoked, and one of another recipe. */
export function unknownHook() {
  return new HttpError(
    404,
    'UNKNOWN_HOOK',
    'There is no such hook.',
    'Check the address. A hook that was just made may take a minute to be seen; one that was revoked is gone.',
  );
}

/**
 * Runs the recipe of a hook.
 *
 * @param {Incoming} incoming
 * @param {OpenHook} hook
 * @param {boolean} isQuery whether the answer is the bare result
 */
export async function callHook(incoming, hook, isQuery) {
  const { verification } = hook;
  const signed = verification
    ? await verified(incoming, hook.deployed, verification)
    : undefined;
  const isGet = incoming.request.method === 'GET';
  const input = isGet
    ? queryInput(incoming.url)
    : bodyInput(incoming.headers, await incoming.bytes());
  if (verification?.styleName === 'slack' && memberOf(input, 'type') === 'url_verification') {
    return answer({ challenge: textOf(input, 'challenge') ?? '' });
  }
  requireInput(hook.deployed.recipe, input);
  const ids = verification && signed ? deliveryIds(incoming, verification, signed, input) : [];
  return once(incoming, hook, ids, () => started(incoming, hook, input, isQuery));
}

/**
 * Does the work unless this delivery was taken in before. One whose run failed may come again.
 *
 * @param {Incoming} incoming
 * @param {OpenHook} hook
 * @param {string[]} ids
 * @param {() => Promise<Response>} work
 */
async function once({ executor }, hook, ids, work) {
  const deliveries = new Deliveries(executor.env.ARCRUN_DB, executor.clock);
  const delivery = await deliveries.claim(hook.hash, ids);
  if (!delivery) {
    return answer({ success: true, duplicate: true });
  }
  let response;
  try {
    response = await work();
  } catch (e) {
    await delivery.failed();
    throw e;
  }
  if (response.ok) {
    executor.keepAlive(delivery.done());
  } else {
    await delivery.failed();
  }
  return response;
}

/**
 * @param {Incoming} incoming
 * @param {OpenHook} hook
 * @param {Json} input
 * @param {boolean} isQuery
 */
async function started({ executor, url }, { deployed }, input, isQuery) {
  const { recipe, source, record } = deployed;
  const isAsync = !isQuery && url.searchParams.get('async') === '1';
  const standing = await executor.run(
    { recipe, source, input, triggeredBy: 'webhook', allowedHosts: record.allowedHosts },
    { record: record.record, isAsync },
  );
  return publicAnswer(standing, isQuery);
}

/**
 * @param {Incoming} incoming
 * @param {DeployedRecipe} deployed
 * @param {Verification} verification
 * @returns {Promise<string>} the signature
 */
async function verified(incoming, deployed, { style, secret }) {
  if (incoming.request.method === 'GET') {
    throw refused('A GET request has no body that could be signed; use POST.');
  }
  const { executor } = incoming;
  const { name } = deployed.record;
  const credential = await executor.credentials.find(secret).catch((e) => {
    throw e instanceof HostFailure ? notReady(name, e.message) : e;
  });
  if (!credential) {
    throw notReady(name, `there is no credential ${secret}`);
  }
  return verify(
    style,
    credential.value,
    incoming.headers,
    await incoming.bytes(),
    executor.clock(),
  );
}

/**
 * What names a delivery: its sender's id, and its signature, which nobody else can make. An id in a
 * header that isn't signed can be changed by whoever sends old bytes again.
 *
 * @param {Incoming} incoming
 * @param {Verification} verification
 * @param {string} signature
 * @param {Json} input
 */
function deliveryIds({ headers }, { style, styleName }, signature, input) {
  const own = style.deliveryIds(headers, input).map((id) => `${styleName}:${id}`);
  return style.repeats ? own : [...own, `signature:${signature}`];
}

/**
 * The reason is for the log of the hook's owner; who calls learns nothing of it.
 *
 * @param {string} recipe
 * @param {string} why
 */
function notReady(recipe, why) {
  console.error(`The hook of the recipe ${recipe} can't check signatures: ${why}`);
  return new HttpError(
    503,
    'HOOK_NOT_READY',
    'This hook can not check signatures at the moment.',
    'Its owner finds the reason in the log of the executor.',
  );
}
