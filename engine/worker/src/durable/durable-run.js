import { readEvent } from '../history/event-json.js';
import { Calls } from '../run/calls.js';
import { PlaceholderMask } from '../run/placeholder-mask.js';
import { Runner } from '../run/runner.js';
import { keyId, keyText } from '../schedule/call-key.js';
import { randomHex } from '../value/digest.js';
import { createInstance, fitsWorkflows } from './durable-start.js';
import { DurableEnd } from './durable-end.js';
import { DurableState } from './durable-state.js';
import { Inbox } from './inbox.js';
import { eventsText, News } from './news.js';
import { Payloads } from './payloads.js';
import { SubRuns } from './sub-runs.js';
import { withOwnTaskIds } from './task-ids.js';
import { Tasks } from './tasks.js';

/**
 * @typedef {import('../schedule/event.js').Event} Event
 * @typedef {import('../value/json.js').JsonObject} JsonObject
 * @typedef {import('./durable-start.js').DurableStart} DurableStart
 * @typedef {import('./run-host.js').RunHost} RunHost
 * @typedef {import('./steps.js').Steps} Steps
 */

/** Shorter waits are waited for within a step: sleeping and waking takes steps too. */
const SHORT_WAIT_MS = 10_000;

/** A message may get lost; what is in D1 is looked at once a day anyway. */
const LONGEST_WAIT_MS = 24 * 60 * 60 * 1000;

/** Steps kept for the end of an instance. */
const RESERVED_STEPS = 16;

/** When D1 is looked at for the first time while calls are at work; then half as often each time. */
const FIRST_LOOK_MS = 5000;

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
  #calls;
  #mask;
  #news;
  #subRuns;
  #payloads;
  #end;
  #inbox = new Inbox();
  /** Messages that the step under way has put into events. */
  #taken = 0;
  /** Calls made in this life of the instance, with their attempts. @type {Set<string>} */
  #made = new Set();
  /** Recipes that some step has begun. @type {Set<string>} */
  #begun = new Set();
  /** Events that the record of the waiting run knows of; -1: there is none. */
  #recorded = -1;
  #lookPauseMs = FIRST_LOOK_MS;
  #nextLookMs;

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
    const runner = new Runner({
      components: host.components,
      caller: withOwnTaskIds(host.caller),
      keepAlive: host.keepAlive,
      clock: host.clock,
    });
    this.#state = new DurableState(recipe, host.components, context, start.startedAtMs);
    this.#calls = new Calls(runner, request, context, (message) => this.#inbox.add(message));
    this.#mask = new PlaceholderMask(context.nonce);
    this.#subRuns = new SubRuns(host, start, request);
    this.#news = new News(host, runId, this.#subRuns);
    this.#payloads = new Payloads(host.database);
    this.#nextLookMs = host.clock() + FIRST_LOOK_MS;
    this.#end = new DurableEnd(host, start, { context, request, startedAtMs: start.startedAtMs });
  }

  /** Goes on to the end of the run, or of what this instance may do. */
  async go() {
    try {
      this.#begin();
      while (!this.#state.isOver) {
        if (this.#steps.left > RESERVED_STEPS) {
          await this.#goOn();
          continue;
        }
        await this.#drain();
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
      this.#calls.close();
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
    const { calls, recipes, lastMs, soonestMs } = this.#state;
    const unbegun = recipes.filter(({ call }) => !this.#begun.has(idOf(call)));
    if (calls.length > 0 || unbegun.length > 0 || soonestMs - lastMs <= SHORT_WAIT_MS) {
      const names = [...calls, ...unbegun.map(({ call }) => call)].map(nameOf);
      await this.#take(names.join(' ') || 'pause', 'call', () => this.#work());
      unbegun.forEach(({ call }) => this.#begun.add(idOf(call)));
    } else {
      await this.#recordWaiting();
      const left = soonestMs - this.#host.clock();
      await this.#steps.wait('wait', Math.min(left, LONGEST_WAIT_MS));
      await this.#take('look', 'write', () => this.#look());
    }
  }

  /** Before another instance goes on: calls at work come to their end, none is made. */
  async #drain() {
    await this.#take('drain', 'call', async () => {
      const isAtWork = () => this.#state.calls.filter((call) => this.#made.has(idOf(call))).length;
      while (this.#inbox.all.length < isAtWork()) {
        await this.#inbox.next(Infinity);
      }
      return this.#told();
    });
  }

  /**
   * Takes a step that gives events, and feeds them.
   *
   * @param {string} name
   * @param {import('./steps.js').Patience} patience
   * @param {() => Promise<Event[]>} work
   */
  async #take(name, patience, work) {
    const given = JSON.parse(
      await this.#steps.take(name, patience, async () => {
        const events = await work();
        if (this.#isBroken()) {
          return JSON.stringify({ broken: true });
        }
        const text = eventsText(events);
        if (fitsWorkflows(text)) {
          return JSON.stringify({ events: text });
        }
        const payload = `events:${this.#start.runId}:${randomHex(8)}`;
        await this.#payloads.keep(payload, this.#start.runId, text);
        return JSON.stringify({ payload });
      }),
    );
    if (given.broken) {
      throw new Broken();
    }
    this.#inbox.drop(this.#taken);
    this.#taken = 0;
    const text = given.events ?? (await this.#eventsOf(given.payload));
    JSON.parse(text).forEach((/** @type {JsonObject} */ json) => this.#state.feed(readEvent(json)));
  }

  /** @param {string} payload */
  async #eventsOf(payload) {
    const text = await patiently(() => this.#payloads.read(payload));
    if (text === undefined && (await patiently(() => this.#end.isForgotten()))) {
      throw new Over();
    }
    if (text === undefined) {
      throw new Error(`events of the run ${this.#start.runId} are gone from D1: ${payload}`);
    }
    return text;
  }

  /** Makes what is to be made and waits for what comes first. @returns {Promise<Event[]>} */
  async #work() {
    const events = await this.#makeCalls();
    const waits =
      this.#state.calls.length > 0 || this.#state.soonestMs - this.#state.lastMs <= SHORT_WAIT_MS;
    for (;;) {
      events.push(...this.#told(), ...this.#news.due(this.#state), ...(await this.#lookInPassing()));
      if (events.length > 0 || !waits || this.#isBroken()) {
        return events;
      }
      const untilMs = Math.min(this.#state.soonestMs, this.#nextLookMs);
      await this.#inbox.next(untilMs - this.#host.clock());
    }
  }

  #isBroken() {
    return this.#inbox.all.some(({ kind }) => kind === 'broke');
  }

  /** What calls told, as events. @returns {Event[]} */
  #told() {
    const messages = this.#inbox.all;
    this.#taken = messages.length;
    return messages.flatMap((message) => this.#eventsFrom(message));
  }

  /** @returns {Promise<Event[]>} answers that are there at once */
  async #makeCalls() {
    for (const call of this.#state.calls.filter((each) => this.#isFirst(each))) {
      this.#calls.make(call);
    }
    /** @type {Event[]} */
    const events = [];
    for (const { call } of this.#state.recipes) {
      if (!this.#begun.has(idOf(call))) {
        const result = await this.#subRuns.begin(call);
        if (result !== undefined) {
          const { key, attempt } = call;
          events.push({ kind: 'call_finished', atMs: this.#host.clock(), key, attempt, result });
        }
      }
    }
    return events;
  }

  /** @param {import('./durable-state.js').CallPart} call */
  #isFirst(call) {
    const isNew = !this.#made.has(idOf(call));
    this.#made.add(idOf(call));
    return isNew;
  }

  /** @param {import('../run/message.js').Message} message @returns {Event[]} */
  #eventsFrom(message) {
    if (message.kind === 'broke') {
      console.error('A durable run broke:', message.bug);
    }
    if (message.kind !== 'returned') {
      return [];
    }
    const { key, attempt } = message;
    const result = this.#mask.json(message.result);
    return [{ kind: 'call_finished', atMs: this.#host.clock(), key, attempt, result }];
  }

  /** News while calls are at work. D1 out of reach can wait. @returns {Promise<Event[]>} */
  async #lookInPassing() {
    const now = this.#host.clock();
    if (now < this.#nextLookMs) {
      return [];
    }
    this.#lookPauseMs *= 2;
    this.#nextLookMs = now + this.#lookPauseMs;
    try {
      return await this.#news.arrived(this.#state);
    } catch (e) {
      console.error('A durable run could not look at D1:', e instanceof Error ? e.message : e);
      return [];
    }
  }

  /** @returns {Promise<Event[]>} */
  async #look() {
    this.#nextLookMs = this.#host.clock() + this.#lookPauseMs;
    const due = this.#news.due(this.#state);
    return due.length > 0 ? due : this.#news.arrived(this.#state);
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
function idOf({ key, attempt }) {
  return `${attempt}#${keyId(key)}`;
}

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
