import { CatalogComponents } from '../catalog/catalog-components.js';
import { CredentialStore } from '../credentials/credential-store.js';
import { UsedCredentials } from '../credentials/used-credentials.js';
import { Vault } from '../credentials/vault.js';
import { RecordException } from '../deployed/recipe-record.js';
import { RecipeStore } from '../deployed/recipe-store.js';
import { Runner } from '../run/runner.js';
import { PartCalls } from './part-calls.js';
import { PartStore } from './part-store.js';
import { noteBug } from './bug-log.js';
import { redacted, WatchedRecorder } from './watched-recorder.js';

/**
 * @typedef {import('../run/run-record.js').RunRecord} RunRecord
 * @typedef {import('../run/run-request.js').RunRequest} RunRequest
 * @typedef {import('./durable-runs.js').DurableRuns} DurableRuns
 * @typedef {import('./run-history.js').RunHistory} RunHistory
 */

/**
 * What an executor is made of.
 *
 * @typedef {object} ExecutorSettings
 * @property {import('../server/env.js').Env} env
 * @property {import('../catalog/catalog.js').Catalog} catalog
 * @property {(work: Promise<unknown>) => void} keepAlive `ctx.waitUntil`
 * @property {RunHistory} [history] none: nothing is kept
 * @property {DurableRuns} [durable] none: no run outlives its request
 * @property {import('./part-calls.js').CallConnector} [connectors]
 * @property {() => number} [clock] milliseconds since 1970 UTC
 */

/**
 * How a run that was asked for stands when its caller gets an answer.
 *
 * @typedef {{ kind: 'ended', record: RunRecord, stored: boolean }
 *   | { kind: 'accepted', runId: string }
 *   | { kind: 'waiting', record: RunRecord, tasks: import('./durable-runs.js').Task[] }
 *   | { kind: 'stranded', record: RunRecord }} Standing
 */

/** A request waits no longer for a node than this; then the run goes on without it. CLOUD.md. */
const LONGEST_WAIT_MS = 10_000;

/** Runs recipes for one request, schedule or Workflows instance. */
export class Executor {
  #settings;
  #used;
  #caller;

  /** @param {ExecutorSettings} settings */
  constructor(settings) {
    const { env, catalog, clock = Date.now } = settings;
    this.#settings = settings;
    this.clock = clock;
    this.components = new CatalogComponents(catalog);
    this.recipes = env.ARCRUN_RECIPES && new RecipeStore(env.ARCRUN_RECIPES);
    this.vault = new Vault(env);
    this.credentials = new CredentialStore(env.ARCRUN_CREDENTIALS, this.vault);
    this.#used = new UsedCredentials(this.credentials);
    this.#caller = new PartCalls({
      catalog,
      store: new PartStore(env.ARCRUN_DB, clock),
      used: this.#used,
      connectors: settings.connectors,
    });
  }

  get env() {
    return this.#settings.env;
  }

  get catalog() {
    return this.#settings.catalog;
  }

  get history() {
    return this.#settings.history;
  }

  get durable() {
    return this.#settings.durable;
  }

  /** @param {Promise<unknown>} work */
  keepAlive(work) {
    this.#settings.keepAlive(work);
  }

  /** Takes out the credentials that came up so far. @param {string} text */
  redact(text) {
    return this.#used.text(text);
  }

  /**
   * A runner whose runs are told to that recorder.
   *
   * @param {import('../run/run-recorder.js').RunRecorder} recorder
   */
  runner(recorder) {
    return new Runner({
      components: this.components,
      caller: this.#caller,
      recipes: { find: (name) => this.#find(name) },
      recorder,
      keepAlive: (work) => this.keepAlive(work),
      clock: this.clock,
    });
  }

  /**
   * Runs a recipe, and waits for its end unless it is to be run in the background or has to wait for
   * long itself.
   *
   * @param {RunRequest} request
   * @param {{ record: boolean, isAsync: boolean }} options record false: only counts are kept
   * @returns {Promise<Standing>}
   */
  async run(request, { record, isAsync }) {
    const { durable, history } = this.#settings;
    if (durable && (isAsync || request.recipe.durable)) {
      const { runId } = await durable.start(request, { record });
      return { kind: 'accepted', runId };
    }
    const kept = history?.recorder({ record });
    const recorder = new WatchedRecorder(kept, this.#used);
    const run = this.runner(recorder).start({ ...request, longestWaitMs: LONGEST_WAIT_MS });
    const standing = run.done.then((ended) => this.#standing(recorder, kept, ended, record));
    if (isAsync) {
      this.keepAlive(standing.catch((bug) => noteBug(bug, 'async run')));
      return { kind: 'accepted', runId: run.id };
    }
    return standing;
  }

  /**
   * @param {WatchedRecorder} recorder
   * @param {import('./run-history.js').KeptRuns | undefined} kept
   * @param {RunRecord} record
   * @param {boolean} isKept
   * @returns {Promise<Standing>}
   */
  async #standing(recorder, kept, record, isKept) {
    const clean = redacted(record, this.#used);
    if (record.status !== 'waiting') {
      return { kind: 'ended', record: clean, stored: kept?.stored === true };
    }
    const { durable } = this.#settings;
    const left = recorder.left(record.runId);
    if (!durable || !left) {
      return { kind: 'stranded', record: clean };
    }
    const { tasks } = await durable.handOver(left, { record: isKept });
    return { kind: 'waiting', record: clean, tasks };
  }

  /** @param {string} name */
  async #find(name) {
    try {
      const found = await this.recipes?.find(name);
      return found && { ...found, allowedHosts: found.record.allowedHosts };
    } catch (e) {
      if (e instanceof RecordException) {
        console.error(`The recipe ${name}, which another calls, can't be used: ${e.message}.`);
        return undefined;
      }
      throw e;
    }
  }
}
