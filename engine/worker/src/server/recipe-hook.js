import { HookStore } from '../hook/hook-store.js';
import { newToken, tokenHash } from '../hook/hook-token.js';
import { publicHook } from '../hook/public-hook.js';
import { HttpError } from '../http/http-error.js';
import { readable, recipeStore } from './recipes.js';

/**
 * @typedef {import('../host/executor.js').Executor} Executor
 * @typedef {import('../value/json.js').JsonObject} JsonObject
 */

/**
 * The public hook of a recipe that is being deployed.
 *
 * @typedef {object} HookChange
 * @property {string | undefined} hash of the token the recipe is to have
 * @property {string | undefined} token where it is a new one, which is shown now and never again
 * @property {() => Promise<void>} prepare before the recipe is written: makes a new token known
 * @property {() => Promise<void>} finish after it: forgets the token the recipe had
 */

/**
 * What deploying a recipe does to its hook: a hook is kept when its recipe is deployed again; a recipe
 * that asks for none any more loses it. Whatever goes wrong on the way, the hook that was works until
 * the recipe is written.
 *
 * @param {Executor} executor
 * @param {JsonObject} document
 * @param {string} name
 * @param {boolean} rotate whether to replace the token
 * @returns {Promise<HookChange>}
 */
export async function hookChange(executor, document, name, rotate) {
  const before = await hookOf(executor, name);
  const isWanted = publicHook(document) !== undefined;
  const token = isWanted && (before === undefined || rotate) ? newToken() : undefined;
  const hash = token === undefined ? (isWanted ? before : undefined) : await tokenHash(token);
  return {
    hash,
    token,
    async prepare() {
      if (token !== undefined && hash !== undefined) {
        await hooks(executor)?.put(hash, name);
      }
    },
    async finish() {
      if (before !== undefined && before !== hash) {
        await hooks(executor)?.delete(before);
      }
    },
  };
}

/**
 * The hash of a recipe's hook; undefined where it has none, and where its record can't be used.
 *
 * @param {Executor} executor
 * @param {string} name
 */
export async function hookOf(executor, name) {
  try {
    return (await readable(recipeStore(executor), name))?.record.hook;
  } catch (e) {
    if (e instanceof HttpError) {
      return undefined;
    }
    throw e;
  }
}

/** @param {Executor} executor */
export function hooks({ env }) {
  return env.ARCRUN_RECIPES && new HookStore(env.ARCRUN_RECIPES);
}

/**
 * Where a public hook is reached.
 *
 * @param {URL} url of the Worker
 * @param {string} token
 * @param {string} name
 * @returns {JsonObject}
 */
export function hookAddresses({ origin }, token, name) {
  return {
    token,
    trigger_url: `${origin}/webhooks/${token}/trigger`,
    query_url: `${origin}/q/${token}`,
    named_trigger_url: `${origin}/webhooks/named/${token}/${name}/trigger`,
  };
}
