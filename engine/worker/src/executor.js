import { Connectors } from './connector/connectors.js';
import { TokensInMemory } from './connector/tokens-in-memory.js';
import { DurableWorkflow } from './durable/durable-workflow.js';
import { Executor } from './host/executor.js';
import { deployedCatalog } from './server/parts.js';
import { serve } from './server/router.js';

/**
 * The Worker: what the platform calls.
 *
 * @typedef {import('./server/env.js').Env} Env
 */

/** Kept as long as the isolate, so that calls share their access tokens. */
const connectors = new Connectors(new TokensInMemory());

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

/** Carries durable runs. */
export class ArcrunWorkflow extends DurableWorkflow {
  /** @type {Executor | undefined} */
  #executor;

  /** @override */
  get host() {
    if (!this.#executor) {
      throw new TypeError('the instance has not begun');
    }
    return this.#executor.runHost;
  }

  /**
   * @override
   * @param {Parameters<DurableWorkflow['run']>[0]} event
   * @param {Parameters<DurableWorkflow['run']>[1]} step
   */
  async run(event, step) {
    this.#executor = await executorOf(this.env, this.ctx);
    return super.run(event, step);
  }
}

/**
 * @param {Env} env
 * @param {Pick<ExecutionContext, 'waitUntil'>} ctx
 */
async function executorOf(env, ctx) {
  return new Executor({
    env,
    catalog: await deployedCatalog(),
    connectors,
    keepAlive: (work) => ctx.waitUntil(work),
  });
}
