import { Miniflare } from "miniflare";
import { setTimeout as delay } from "node:timers/promises";
import { Gate } from "./gate.mjs";
import { runtimeOptions } from "./runtime-options.mjs";
import { CpuLimitExceeded, RuntimeCrashed, RuntimeReplaced, VersionReplaced, WorkerThrew } from "./runtime-errors.mjs";
import { hasEntrypoint } from "./version-options.mjs";
import { d1Database, kvNamespace, r2Bucket, resultOf } from "./storage.mjs";
import { Watchdog } from "./watchdog.mjs";
import { workerdProcesses } from "./workerd-processes.mjs";

/**
 * @typedef {import("../account/model.mjs").Version} Version
 * @typedef {import("./runtime-options.mjs").RuntimeContext} RuntimeContext
 */

/** How long a deployment waits for answers under way, in milliseconds. */
const PATIENCE = 5000;
/** Instances of workflows are not woken when workerd was lost twice within this time, in milliseconds. */
const UNREST = 60_000;
/**
 * After a change that nobody asks about, the runtime follows by itself: workflows go on without a request.
 * Milliseconds.
 */
const FOLLOW = 1000;
/** How long after a lost connection workerd's end may take to show, in milliseconds. */
const LAST_WORDS = 1000;

/**
 * The life of one workerd: whom it runs, why it ends, and when it has.
 *
 * @typedef {{ workers: Set<string>, ending?: "deploy" | "cpu" | "crash", ended: Promise<void> }} Epoch
 */

/** The one workerd, by miniflare: runs the serving versions, holds KV, R2, D1 and Workflows. */
export class Runtime {
  #context;
  #gate = new Gate();
  #stale = true;
  #closed = false;
  /** @type {Miniflare | undefined} */
  #miniflare;
  /** @type {Epoch} */
  #epoch = { workers: new Set(), ended: Promise.resolve() };
  #lastLost = -Infinity;
  /** @type {NodeJS.Timeout | undefined} */
  #following;
  #watchdog;

  /** @param {RuntimeContext} context @param {{ interval?: number, limit?: number }} [watchdog] */
  constructor(context, watchdog = {}) {
    this.#context = context;
    this.#watchdog = new Watchdog({ ...watchdog, ping: () => this.#ping(), onBlocked: () => this.#blocked() });
  }

  /** The account changed: the next use sees it, and soon after nobody has to ask. */
  invalidate() {
    this.#stale = true;
    clearTimeout(this.#following);
    this.#following = setTimeout(() => {
      if (!this.#closed && this.#stale)
        this.refresh().catch((error) => console.error("The Workers could not be brought up to date:", error));
    }, FOLLOW);
    this.#following.unref();
  }

  /** Brings workerd up to date now. */
  async refresh() {
    await this.#use(async () => {});
  }

  /** Where workerd itself listens, for tests of what it refuses. @returns {Promise<URL>} */
  async address() {
    return this.#use((miniflare) => miniflare.ready);
  }

  /**
   * Sends a request to a version that serves.
   *
   * @param {string} script
   * @param {Version} version
   * @param {string} url
   * @param {{ method: string, headers: Record<string, string | string[]>, body?: Uint8Array }} request
   * @returns {Promise<import("miniflare").Response>}
   * @throws {CpuLimitExceeded | RuntimeReplaced | VersionReplaced | WorkerThrew}
   */
  fetch(script, version, url, { method, headers, body }) {
    const { names } = this.#context;
    return this.#use(async (miniflare) => {
      const own = {
        "x-emulator-secret": names.secret,
        "x-emulator-target": this.#worker(script, version),
        "MF-Proxy-Shared-Secret": names.secret,
      };
      const init = {
        method,
        headers: [...pairs(headers), ...pairs(own)],
        ...(body?.length && { body }),
        redirect: "manual",
      };
      const response = await miniflare.dispatchFetch(url, /** @type {any} */ (init));
      if (response.headers.get("x-emulator-threw") === names.secret) throw new WorkerThrew();
      return response;
    });
  }

  /** @param {string} script @param {Version} version @returns {string} its name inside workerd */
  #worker(script, version) {
    const name = this.#context.names.version(script, version.id);
    if (!this.#epoch.workers.has(name)) throw new VersionReplaced();
    return name;
  }

  /**
   * Runs the scheduled handler of a version.
   *
   * @param {string} script
   * @param {Version} version
   * @param {string} cron
   * @param {Date} time
   * @returns {Promise<{ outcome: string }>}
   */
  scheduled(script, version, cron, time) {
    return this.#use(async (miniflare) => {
      const command = { name: "scheduled", on: this.#worker(script, version), args: [cron, time.getTime()] };
      const { outcome } = await resultOf(await this.#sender(miniflare)(command));
      return { outcome };
    });
  }

  /**
   * Acts on the instances of a workflow; see `Control` in `workers/workflow-host.worker.mjs`.
   *
   * @param {string} workflow
   * @param {object} command
   * @returns {Promise<any>}
   */
  workflow(workflow, command) {
    return this.#use((miniflare) => this.#control(miniflare, workflow, command));
  }

  /** @template T @param {string} id @param {(namespace: ReturnType<typeof kvNamespace>) => Promise<T>} use */
  namespace(id, use) {
    return this.#use((miniflare) => use(kvNamespace(this.#sender(miniflare), id)));
  }

  /** @template T @param {string} name @param {(bucket: ReturnType<typeof r2Bucket>) => Promise<T>} use */
  bucket(name, use) {
    return this.#use((miniflare) => use(r2Bucket(this.#sender(miniflare), name)));
  }

  /** @template T @param {string} id @param {(database: ReturnType<typeof d1Database>) => Promise<T>} use */
  database(id, use) {
    return this.#use((miniflare) => use(d1Database(this.#sender(miniflare), id)));
  }

  /** @param {Miniflare} miniflare @returns {import("./storage.mjs").Send} */
  #sender(miniflare) {
    return (command, body) =>
      miniflare.dispatchFetch("http://front/", {
        method: "POST",
        headers: {
          "x-emulator-secret": this.#context.names.secret,
          "x-emulator-command": encodeURIComponent(JSON.stringify(command)),
        },
        ...(body?.length && { body }),
      });
  }

  async close() {
    this.#closed = true;
    clearTimeout(this.#following);
    this.#watchdog.stop();
    await this.#gate.alone(async () => this.#miniflare?.dispose(), 0);
  }

  /** @template T @param {(miniflare: Miniflare) => Promise<T>} use @returns {Promise<T>} */
  async #use(use) {
    if (this.#closed) throw new RuntimeReplaced();
    if (this.#stale) await this.#gate.alone(() => this.#apply("deploy"), PATIENCE);
    return this.#gate.shared(async () => {
      const epoch = this.#epoch;
      try {
        return await use(/** @type {Miniflare} */ (this.#miniflare));
      } catch (error) {
        if (isConnectionLost(error)) await Promise.race([epoch.ended, delay(LAST_WORDS, undefined, { ref: false })]);
        if (epoch.ending === "crash") throw new RuntimeCrashed();
        if (epoch.ending === "cpu") throw new CpuLimitExceeded();
        if (epoch.ending === "deploy") throw new RuntimeReplaced();
        throw error;
      }
    });
  }

  /** @param {"deploy" | "cpu" | "crash"} reason */
  async #apply(reason) {
    if (reason === "deploy" && !this.#stale) return;
    this.#stale = false;
    this.#epoch.ending = reason;
    /** @type {() => void} */
    let end = () => {};
    /** @type {Epoch} */
    const epoch = { workers: new Set(), ended: new Promise((resolve) => (end = resolve)) };
    const { options, workers } = runtimeOptions(this.#context, () => {
      this.#lost(epoch);
      end();
    });
    epoch.workers = workers;
    try {
      if (this.#miniflare) await this.#miniflare.setOptions(options);
      else this.#miniflare = new Miniflare(options);
      await this.#miniflare.ready;
    } catch (error) {
      this.#stale = true;
      throw error;
    }
    this.#epoch = epoch;
    this.#context.onStarted(workerdProcesses().flatMap(({ pid }) => pid ?? []));
    if (reason === "deploy" || performance.now() - this.#lastLost > UNREST) await this.#wake(this.#miniflare);
    if (reason !== "deploy") this.#lastLost = performance.now();
  }

  /** @param {Miniflare} miniflare */
  async #wake(miniflare) {
    const { account, names, vault } = this.#context;
    for (const { name, script_name, class_name } of account.workflows.values()) {
      if (!this.#epoch.workers.has(names.workflowHost(name))) continue;
      const version = account.scripts.get(script_name)?.mainVersion();
      if (version && vault.missing(version).length === 0 && hasEntrypoint(version, class_name))
        await this.#control(miniflare, name, { action: "wake" });
    }
  }

  /** @param {Miniflare} miniflare @param {string} workflow @param {object} command */
  async #control(miniflare, workflow, command) {
    const response = await miniflare.dispatchFetch("http://workflow/", {
      method: "POST",
      headers: { "MF-Route-Override": this.#context.names.workflowHost(workflow) },
      body: JSON.stringify(command),
    });
    return response.json();
  }

  async #ping() {
    if (!this.#miniflare || this.#epoch.ending) return;
    const { names } = this.#context;
    await (
      await this.#miniflare.dispatchFetch("http://front/", { headers: { "x-emulator-secret": names.secret } })
    ).text();
  }

  #blocked() {
    if (!this.#epoch.ending && !this.#closed) this.#startAgain("cpu");
  }

  /** workerd ended: by itself, if nobody ended it. @param {Epoch} epoch */
  #lost(epoch) {
    if (epoch !== this.#epoch || epoch.ending || this.#closed) return;
    epoch.ending = "crash";
    console.error("workerd ended by itself, most often for want of memory. It is started again.");
    this.#startAgain("crash");
  }

  /** @param {"cpu" | "crash"} reason */
  #startAgain(reason) {
    this.#gate
      .alone(() => this.#apply(reason), 0)
      .catch((error) => console.error("workerd could not be started again:", error));
  }
}

/** @param {unknown} error */
function isConnectionLost(error) {
  return error instanceof TypeError && /fetch failed|terminated/.test(error.message);
}

/** @param {Record<string, string | string[]>} headers @returns {[string, string][]} */
function pairs(headers) {
  return Object.entries(headers).flatMap(([name, value]) =>
    [value].flat().map((one) => /** @type {[string, string]} */ ([name, one])),
  );
}
