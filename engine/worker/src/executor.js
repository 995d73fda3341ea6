import { Database } from './history/database.js';
import { History } from './history/history.js';
import { Executor } from './host/executor.js';
import { deployedCatalog } from './server/parts.js';
import { serve } from './server/router.js';

/**
 * The Worker.
 *
 * @typedef {import('./server/env.js').Env} Env
 */

export default {
  /**
   * @param {Request} request
   * @param {Env} env
   * @param {ExecutionContext} ctx
   */
  async fetch(request, env, ctx) {
    return serve(request, () => executorOf(env, ctx));
  },
};

/**
 * @param {Env} env
 * @param {ExecutionContext} ctx
 */
async function executorOf(env, ctx) {
  return new Executor({
    env,
    catalog: await deployedCatalog(),
    history: env.ARCRUN_DB && new History(new Database(env.ARCRUN_DB)),
    keepAlive: (work) => ctx.waitUntil(work),
  });
}
