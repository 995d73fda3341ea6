import { readDocument } from '../../src/document/document-reader.js';
import { markDeadRuns } from '../../src/durable/dead-runs.js';
import { DurableRuns } from '../../src/durable/durable-runs.js';
import { DurableWorkflow } from '../../src/durable/durable-workflow.js';
import { WorkflowSteps } from '../../src/durable/steps.js';
import { wake } from '../../src/durable/wake.js';
import { Database } from '../../src/history/database.js';
import { History } from '../../src/history/history.js';

/**
 * @typedef {import('../../src/value/json.js').Json} Json
 * @typedef {import('../../src/value/json.js').JsonObject} JsonObject
 * @typedef {{ DB: D1Database, Durable: Workflow, Traveller: Workflow, FewSteps: Workflow }} Env
 */

/** Recipes by name, as they would be deployed. @type {Record<string, JsonObject>} */
const RECIPES = {
  chain: { flow: ['input >> PIPE >> a', 'a >> ON_SUCCESS >> b', 'b >> ON_SUCCESS >> c'] },
  wide: { flow: ['input >> PIPE >> a', 'input >> PIPE >> b', 'a >> PIPE >> c', 'b >> PIPE >> c'] },
  approval: { flow: ['input >> PIPE >> a', 'a >> PIPE >> ask', 'ask >> ON_SUCCESS >> b'] },
  two_approvals: { flow: ['input >> PIPE >> ask', 'input >> PIPE >> ask2'] },
  nap: { flow: ['input >> PIPE >> a', 'a >> PIPE >> nap', 'nap >> PIPE >> b'] },
  short_nap: { flow: ['input >> PIPE >> blink', 'blink >> PIPE >> b'] },
  loop: { flow: ['input >> FOREACH n >> a'] },
  patient: {
    flow: ['input >> PIPE >> fail'],
    config: { fail: { run: { retry: { attempts: 3, delay_ms: 600_000 } } } },
  },
  failing: { flow: ['input >> PIPE >> fail'], on_failure: 'alarm' },
  alarm: { flow: ['input >> PIPE >> alarm'] },
  parent: {
    flow: ['input >> PIPE >> before', 'before >> CALLS_SUBFLOW >> chain', 'chain >> PIPE >> after'],
    config: { chain: { run: { timeout_ms: 3_600_000 } } },
  },
  parent_of_approval: {
    flow: ['input >> CALLS_SUBFLOW >> approval', 'approval >> PIPE >> after'],
    config: { approval: { run: { timeout_ms: 3_600_000 } } },
  },
  hasty_parent: { flow: ['input >> CALLS_SUBFLOW >> approval'] },
  large: { flow: ['input >> PIPE >> large', 'large >> PIPE >> b'], config: { b: { n: '{{large.data.n}}' } } },
  secretive: { flow: ['input >> PIPE >> a', 'a >> PIPE >> ask'], config: { a: { key: '{{credential.k}}' } } },
  broken: { flow: ['input >> PIPE >> a', 'a >> PIPE >> bug'] },
};

/** @param {string} name */
function sourceOf(name) {
  return JSON.stringify({ name, ...RECIPES[name] });
}

/** @param {string} source */
function recipeOf(source) {
  return readDocument(JSON.parse(source)).recipe;
}

/** @type {import('../../src/part/contract.js').Contract} */
const CONTRACT = {
  id: '',
  runtime: 'wasm',
  inputSchema: {},
  fromScope: [],
  verbatim: [],
  credentials: [],
  failureInData: false,
  storage: false,
  network: true,
  hosts: [],
};

/** Parts ask a service outside, which counts them and says what they give. */
const CALLER = {
  /** @type {import('../../src/run/part-caller.js').PartCaller['call']} */
  async call(_run, { key, callId, attempt, input }) {
    if (key.node === 'bug') {
      throw new Error('a bug of the host');
    }
    const response = await fetch(`http://parts/${key.node}`, {
      method: 'POST',
      body: JSON.stringify({ callId, attempt, input, node: key.node }),
    });
    const result = /** @type {Json} */ (await response.json());
    return { result, report: { log: '', hostCalls: [], computingMs: 0, memoryBytes: 0 } };
  },
};

/**
 * @param {Env} env
 * @param {Workflow | undefined} workflows
 * @param {() => number} [clock]
 * @returns {import('../../src/durable/run-host.js').RunHost}
 */
function hostOf(env, workflows, clock = Date.now) {
  const database = new Database(env.DB);
  return {
    components: { resolve: (id) => ({ kind: 'part', id, contract: { ...CONTRACT, id } }) },
    caller: CALLER,
    recipes: {
      find: async (name) =>
        name in RECIPES ? { recipe: recipeOf(sourceOf(name)), source: sourceOf(name) } : undefined,
    },
    recipeOf,
    keepAlive: () => {},
    recall: async () => {},
    noteBug: (bug) => console.error(bug),
    database,
    history: new History(database, { clock }),
    workflows,
    clock,
  };
}

export class Durable extends DurableWorkflow {
  /** @override */
  get host() {
    return hostOf(this.env, this.env.Durable);
  }
}

/** An instance that has few steps. */
export class FewSteps extends DurableWorkflow {
  /** @override */
  get host() {
    return hostOf(this.env, this.env.FewSteps);
  }

  /** @override @param {import('cloudflare:workers').WorkflowStep} step */
  stepsOf(step) {
    const steps = super.stepsOf(step);
    return {
      get left() {
        return steps.left - 1000;
      },
      take: steps.take.bind(steps),
      wait: steps.wait.bind(steps),
    };
  }
}

/** Time goes by as soon as somebody waits. */
export class Traveller extends DurableWorkflow {
  #movedMs = 0;
  #host = hostOf(this.env, this.env.Traveller, () => Date.now() + this.#movedMs);

  /** @override */
  get host() {
    return this.#host;
  }

  /** @override @param {import('cloudflare:workers').WorkflowStep} step */
  stepsOf(step) {
    const steps = new WorkflowSteps(step);
    return {
      get left() {
        return steps.left;
      },
      take: steps.take.bind(steps),
      wait: async (/** @type {string} */ name, /** @type {number} */ ms) => {
        this.#movedMs += Number(await steps.take(`${name} moved`, 'call', async () => String(ms)));
      },
    };
  }
}

/** @param {Env} env @param {{ by?: 'Durable' | 'Traveller' | 'FewSteps' | 'nobody' }} asked */
function durableRuns(env, { by = 'Durable' }) {
  const host = hostOf(env, by === 'nobody' ? undefined : env[by]);
  return { host, runs: new DurableRuns(host) };
}

/** @param {string} name @param {any} asked */
function requestOf(name, { input = {}, durable = false }) {
  const source = sourceOf(name);
  const recipe = { ...recipeOf(source), durable };
  return { recipe, source, input, triggeredBy: 'api', allowedHosts: ['parts'] };
}

/** @param {Env} env @param {any} asked */
export async function run(env, { recipe, more, ...asked }) {
  return durableRuns(env, asked).runs.run(requestOf(recipe, asked), more);
}

/** @param {Env} env @param {any} asked */
export async function start(env, { recipe, more, ...asked }) {
  return durableRuns(env, asked).runs.start(requestOf(recipe, asked), more);
}

/** @param {Env} env @param {any} asked */
export async function resume(env, { taskId, result, ...asked }) {
  return durableRuns(env, asked).runs.resume(taskId, result);
}

/** @param {Env} env @param {any} asked */
export async function cancel(env, { runId, ...asked }) {
  return durableRuns(env, asked).runs.cancel(runId);
}

/** As the schedule does, some hours later. @param {Env} env */
export async function markDead(env) {
  await markDeadRuns(hostOf(env, env.Durable, () => Date.now() + 7_200_000));
}

/** @param {Env} env @param {{ id: string }} asked */
export async function terminate(env, { id }) {
  await (await env.Durable.get(id)).terminate();
}

/** @param {Env} env @param {any} asked */
export async function poke(env, { runId, ...asked }) {
  await wake(durableRuns(env, asked).host, runId);
}

/** @param {Env} env @param {any} asked */
export async function find(env, { runId }) {
  return hostOf(env, undefined).history.find(runId);
}

/** @param {Env} env @param {any} query */
export async function list(env, query) {
  return hostOf(env, undefined).history.list(query);
}

/** @param {Env} env @param {{ sql: string }} asked */
export async function rows(env, { sql }) {
  return new Database(env.DB).rows(sql);
}

/** @param {Env} env @param {{ sql: string }} asked */
export async function change(env, { sql }) {
  return new Database(env.DB).change(sql);
}

/** @param {Env} env @param {{ id: string, by?: 'Durable' }} asked */
export async function instance(env, { id, by = 'Durable' }) {
  const { status, error } = await (await env[by].get(id)).status();
  return { status, error };
}
