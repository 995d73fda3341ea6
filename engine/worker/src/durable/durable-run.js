import { readEvent } from '../history/event-json.js';
import { keyText } from '../schedule/call-key.js';
import { randomHex } from '../value/digest.js';
import { DurableEnd } from './durable-end.js';
import { createInstance, fitsWorkflows } from './durable-start.js';
import { DurableState } from './durable-state.js';
import { DurableWork, SHORT_WAIT_MS } from './durable-work.js';
import { eventsText } from './news.js';
import { Payloads } from './payloads.js';
import { Tasks } from './tasks.js';

/**
 * @typedef {import('../value/json.js').JsonObject} JsonObject
 * @typedef {import('./durable-start.js').DurableStart} DurableStart
 * @typedef {import('./run-host.js').RunHost} RunHost
 * @typedef {import('./steps.js').Steps} Steps
 */

/** A message may get lost; what is in D1 is looked at once a day anyway. */
const LONGEST_WAIT_MS = 24 * 60 * 60 * 1000;

/** Steps kept for the end of an instance. */
const RESERVED_STEPS = 16;

/** What the host says of a bug of its own. */
const BUG = 'Something went wrong inside the executor. Try again; if it happens again, report it.';

/**
 * One instance of a durable run. Events are what lasts: each step makes the calls that have no answer
 * yet, and gives the events that follow; the state machine gets them in the same order after every
 * restart. So a call whose answer a step has given is never made again, and one that was cut off is
 * made again with the same `_call_id` and the same input.
 */
export class DurableRun {
  #host;
  #start;
  #steps;
  #state;
  #work;
  #payloads;
  #end;
  /** Events that the record of the waiting run knows of; -1: there is none. */
  #recorded = -1;

  /**
   * @param {RunHost} host
   * @param {DurableStart} start
   * @param {Steps} steps
   */
  constructor(host, start, steps) {
    this.#host = host;
    this.#start = start;
    this.#steps = steps;
    const recipe = host.recipeOf(start.source);
    const { runId, input, triggeredBy, scheduledAt, depth, allowedHosts, source } = start;
    const context = { runId, input, triggeredBy, scheduledAt, nonce: randomHex(16), depth };
    const request = { recipe, source, input, triggeredBy, scheduledAt, allowedHosts };
    const { startedAtMs } = start;
    this.#state = new DurableState(recipe, host.components, context, startedAtMs);
    this.#work = new DurableWork(host, start, request, context, this.#state);
    this.#payloads = new Payloads(host.database);
    this.#end = new DurableEnd(host, start, { context, request, startedAtMs });
  }

  /** Goes on to the end of the run, or of what this instance may do. */
  async go() {
    try {
      await this.#host.recall(this.#start.source);
      this.#begin();
      while (!this.#state.isOver) {
        if (this.#steps.left > RESERVED_STEPS) {
          await this.#goOn();
          continue;
        }
        await this.#take('drain', 'call', () => this.#work.drain());
        if (!this.#state.isOver) {
          await this.#goOnElsewhere();
          return;
        }
      }
      await this.#end.take(this.#steps, this.#state.record, this.#state.events);
    } catch (e) {
      if (e instanceof Over) {
        return;
      }
      if (!(e instanceof Broken)) {
        throw e;
      }
      const record = this.#state.brokenRecord(BUG, 'INTERNAL');
      await this.#end.take(this.#steps, record, this.#state.events);
    } finally {
      this.#work.close();
    }
  }

  #begin() {
    const { events, startedAtMs } = this.#start;
    if (events.length === 0) {
      this.#state.feed({ kind: 'started', atMs: startedAtMs });
    }
    events.map(readEvent).forEach((event) => this.#state.feed(event));
  }

  async #goOn() {
    const { calls, lastMs, soonestMs } = this.#state;
    const { unbegun } = this.#work;
    if (calls.length > 0 || unbegun.length > 0 || soonestMs - lastMs <= SHORT_WAIT_MS) {
      const names = [...calls, ...unbegun].map(nameOf).join(' ');
      await this.#take(names || 'pause', 'call', () => this.#work.work());
      this.#work.begun(unbegun);
    } else {
      await this.#recordWaiting();
      const left = soonestMs - this.#host.clock();
      await this.#steps.wait('wait', Math.min(left, LONGEST_WAIT_MS));
      await this.#tryToLook();
    }
  }

  /** What can't be looked at for long is looked at after the next wait. */
  async #tryToLook() {
    try {
      await this.#take('look', 'write', () => this.#work.look());
    } catch (e) {
      if (e instanceof Broken || e instanceof Over) {
        throw e;
      }
      console.error('A durable run could not look at D1:', e instanceof Error ? e.message : e);
    }
  }

  /**
   * Takes a step that gives events, and feeds them.
   *
   * @param {string} name
   * @param {import('./steps.js').Patience} patience
   * @param {() => Promise<import('./durable-work.js').Happened>} work
   */
  async #take(name, patience, work) {
    const given = JSON.parse(
      await this.#steps.take(name, patience, async () => {
        const { events, taken } = await work();
        if (this.#work.isBroken) {
          return JSON.stringify({ broken: true });
        }
        const text = eventsText(events);
        if (fitsWorkflows(text)) {
          return `{"taken":${taken},"events":${text}}`;
        }
        const payload = `events:${this.#start.runId}:${randomHex(8)}`;
        await this.#payloads.keep(payload, this.#start.runId, text);
        return JSON.stringify({ taken, payload });
      }),
    );
    if (given.broken) {
      throw new Broken();
    }
    // Of a step of an earlier life of the instance there are no messages here.
    this.#work.drop(given.taken);
    const events = given.events ?? JSON.parse(await this.#payload(given.payload));
    events.forEach((/** @type {JsonObject} */ json) => this.#state.feed(readEvent(json)));
  }

  /** @param {string} payload */
  async #payload(payload) {
    const text = await patiently(() => this.#payloads.read(payload));
    if (text === undefined && (await patiently(() => this.#end.isForgotten()))) {
      throw new Over();
    }
    if (text === undefined) {
      throw new Error(`events of the run ${this.#start.runId} are gone from D1: ${payload}`);
    }
    return text;
  }

  /** Tells D1 what the run waits for, once for each wait. */
  async #recordWaiting() {
    const { events, record, tasks, lastMs } = this.#state;
    if (this.#recorded === events.length) {
      return;
    }
    this.#recorded = events.length;
    const known = new Tasks(this.#host.database).asking(this.#start.runId, tasks, lastMs);
    await this.#end.write(this.#steps, 'record wait', record, events, known);
  }

  /** The next instance begins with all that happened. */
  async #goOnElsewhere() {
    const { runId } = this.#start;
    const instance = this.#start.instance + 1;
    const next = { ...this.#start, instance, events: this.#state.storedEvents };
    await this.#steps.take('go on', 'write', async () => {
      await this.#host.database.change(
        `INSERT INTO durable_runs (run_id, instance) VALUES (?, ?)
          ON CONFLICT (run_id) DO UPDATE SET instance = excluded.instance`,
        runId,
        instance,
      );
      await createInstance(this.#host, next);
      return '';
    });
  }
}

/** A bug of the host ended the run. */
class Broken extends Error {}

/** The run had come to its end already, and what it was made of is forgotten. */
class Over extends Error {}

/** @param {{ key: import('../schedule/call-key.js').CallKey, attempt: number }} call */
function nameOf({ key, attempt }) {
  return attempt === 1 ? keyText(key) : `${keyText(key)}#${attempt}`;
}

/**
 * Tries again for some minutes: outside of steps nobody else does.
 *
 * @template T
 * @param {() => Promise<T>} work
 * @returns {Promise<T>}
 */
async function patiently(work, delayMs = 1000) {
  try {
    return await work();
  } catch (e) {
    if (delayMs > 128_000) {
      throw e;
    }
    await new Promise((resolve) => setTimeout(resolve, delayMs));
    return patiently(work, delayMs * 2);
  }
}
