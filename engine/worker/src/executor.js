import { Connectors } from './connector/connectors.js';
import { TokensInMemory } from './connector/tokens-in-memory.js';
import { Vault } from './credentials/vault.js';
import { DurableWorkflow } from './durable/durable-workflow.js';
import { Database } from './history/database.js';
import { Executor } from './host/executor.js';
import { everyMinute } from './host/schedules.js';
import { TokensInD1 } from './host/tokens-in-d1.js';
import { deployedCatalog } from './server/parts.js';
import { serve } from './server/router.js';

/**
 * The Worker: what the platform calls.
 *
 * @typedef {import('./platform/env.js').Env} Env
 */

// Read at the start of the script, whose time no request pays for.
await deployedCatalog().catch(() => {});

/** Kept as long as the isolate, so that calls share their access tokens. @type {Connectors | undefined} */
let connectors;

export default {
  /**
   * @param {Request} request
   * @param {Env} env
   * @param {ExecutionContext} ctx
   */
  async fetch(request, env, ctx) {
    return serve(request, () => executorOf(env, ctx));
  },

  /**
   * @param {ScheduledController} controller
   * @param {Env} env
   * @param {ExecutionContext} ctx
   */
  async scheduled(controller, env, ctx) {
    await everyMinute(await executorOf(env, ctx), controller.scheduledTime);
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
    connectors: connectorsOf(env),
    keepAlive: (work) => ctx.waitUntil(work),
  });
}

/** @param {Env} env */
function connectorsOf(env) {
  connectors ??= new Connectors(
    env.ARCRUN_DB
      ? new TokensInD1(new Database(env.ARCRUN_DB), new Vault(env))
      : new TokensInMemory(),
  );
  return connectors;
}
