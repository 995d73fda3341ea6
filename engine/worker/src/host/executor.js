import { CatalogComponents } from '../catalog/catalog-components.js';
import { CredentialStore } from '../credentials/credential-store.js';
import { UsedCredentials } from '../credentials/used-credentials.js';
import { Vault } from '../credentials/vault.js';
import { namedCredentials } from '../deployed/named-credentials.js';
import { RecordException } from '../deployed/recipe-record.js';
import { RecipeStore } from '../deployed/recipe-store.js';
import { readDocument } from '../document/document-reader.js';
import { DurableRuns } from '../durable/durable-runs.js';
import { Database } from '../history/database.js';
import { forgetOldDeliveries } from '../hook/deliveries.js';
import { readJson } from '../value/json-reader.js';
import { noteBug } from './bug-log.js';
import { PartCalls } from './part-calls.js';
import { forgetOldValues, PartStore } from './part-store.js';
import { redacted, RedactedHistory } from './redacted-history.js';

/**
 * @typedef {import('../durable/durable-runs.js').Started} Started
 * @typedef {import('../durable/run-host.js').RunHost} RunHost
 * @typedef {import('../run/run-request.js').RunRequest} RunRequest
 */

/**
 * What an executor is made of.
 *
 * @typedef {object} ExecutorSettings
 * @property {import('../platform/env.js').Env} env
 * @property {import('../catalog/catalog.js').Catalog} catalog
 * @property {import('../connector/connectors.js').Connectors} connectors
 * @property {(work: Promise<unknown>) => void} keepAlive `ctx.waitUntil`
 * @property {() => number} [clock] milliseconds since 1970 UTC
 */

const DAY_MS = 24 * 60 * 60 * 1000;

/** All that one request, schedule or Workflows instance works with. */
export class Executor {
  #used;
  /** Texts of recipes whose credentials are known to be hidden. @type {Map<string, Promise<void>>} */
  #recalled = new Map();

  /** @param {ExecutorSettings} settings */
  constructor({ env, catalog, connectors, keepAlive, clock = Date.now }) {
    this.env = env;
    this.catalog = catalog;
    this.clock = clock;
    this.keepAlive = keepAlive;
    this.components = new CatalogComponents(catalog);
    this.recipes = env.ARCRUN_RECIPES && new RecipeStore(env.ARCRUN_RECIPES);
    this.vault = new Vault(env);
    this.credentials = new CredentialStore(env.ARCRUN_CREDENTIALS, this.vault);
    this.#used = new UsedCredentials(this.credentials);
    const database = new Database(env.ARCRUN_DB);
    const retentionMs = retentionOf(env);
    this.history = new RedactedHistory(database, this.#used, { clock, retentionMs });
    /** What runs need, ordinary and durable ones. @type {RunHost} */
    this.runHost = {
      components: this.components,
      caller: new PartCalls({
        catalog,
        connectors,
        ai: env.AI,
        store: new PartStore(env.ARCRUN_DB, clock),
        used: this.#used,
      }),
      recipes: { find: (name) => this.#find(name) },
      recipeOf: (source) => readDocument(readJson(source)).recipe,
      keepAlive,
      database,
      history: this.history,
      workflows: env.ARCRUN_WORKFLOW,
      recall: (source) => this.#recall(source),
      noteBug,
      clock,
    };
    this.runs = new DurableRuns(this.runHost);
  }

  /**
   * Runs a recipe, and waits for its end unless it is durable, is to be run in the background, or has
   * to wait for long itself.
   *
   * @param {RunRequest} request
   * @param {{ record: boolean, isAsync: boolean }} options record false: only counts are kept
   * @returns {Promise<Started>} without credentials
   */
  async run(request, { record, isAsync }) {
    const started = await (isAsync
      ? this.runs.start(request, { record })
      : this.runs.run(request, { record }));
    return started.kind === 'started'
      ? started
      : { ...started, record: redacted(started.record, this.#used) };
  }

  /**
   * Forgets what is too old: runs, deliveries of hooks, values of parts whose time is over.
   *
   * @throws {import('../history/history-exception.js').HistoryException} where D1 does not answer
   */
  async sweep() {
    await this.history.sweep();
    const db = this.env.ARCRUN_DB;
    if (db) {
      await forgetOldDeliveries(db, this.clock());
      await forgetOldValues(db, this.clock());
    }
  }

  /** @param {string} source of a recipe */
  #recall(source) {
    const recalled = this.#recalled.get(source) ?? this.#asked(source);
    this.#recalled.set(source, recalled);
    return recalled;
  }

  /** @param {string} source */
  async #asked(source) {
    const { recipe } = readDocument(readJson(source));
    const names = [...namedCredentials(source, recipe, this.components)];
    // One that can't be read can't have been used; whoever asks for it is told why.
    await Promise.allSettled(names.map((name) => this.#used.find(name)));
  }

  /** @param {string} name */
  async #find(name) {
    try {
      const found = await this.recipes?.find(name);
      if (!found) {
        return undefined;
      }
      const { recipe, source, record } = found;
      return { recipe, source, allowedHosts: record.allowedHosts, record: record.record };
    } catch (e) {
      if (e instanceof RecordException) {
        console.error(`The recipe ${name}, which another calls, can't be used: ${e.message}.`);
        return undefined;
      }
      throw e;
    }
  }
}

/** How long runs are kept; undefined: for ever. @param {import('../platform/env.js').Env} env */
function retentionOf({ ARCRUN_RETENTION_DAYS: days }) {
  return days !== undefined && /^[1-9]\d{0,4}$/.test(days) ? Number(days) * DAY_MS : undefined;
}
