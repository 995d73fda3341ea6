import { Calls } from '../run/calls.js';
import { PlaceholderMask } from '../run/placeholder-mask.js';
import { Runner } from '../run/runner.js';
import { keyId } from '../schedule/call-key.js';
import { Inbox } from './inbox.js';
import { News } from './news.js';
import { SubRuns } from './sub-runs.js';
import { withOwnTaskIds } from './task-ids.js';

/**
 * @typedef {import('../schedule/event.js').Event} Event
 * @typedef {import('./durable-start.js').DurableStart} DurableStart
 * @typedef {import('./durable-state.js').DurableState} DurableState
 * @typedef {import('./run-host.js').RunHost} RunHost
 *
 * @typedef {object} Happened
 * @property {Event[]} events
 * @property {number} taken how many messages of calls are among them
 */

/** Shorter waits are waited for within a step: sleeping and waking takes steps too. */
export const SHORT_WAIT_MS = 10_000;

/** When D1 is looked at for the first time while calls are at work; then half as often each time. */
const FIRST_LOOK_MS = 5000;

/** Before D1 is asked again for something that is overdue. */
const OVERDUE_MS = 1000;

/**
 * What is done within the steps of a durable run: calls are made, each once in a life of the
 * instance, and what they and others say becomes events. A message counts as told only once
 * {@link drop} says that the step is safe; a step that is taken again tells it again.
 */
export class DurableWork {
  #host;
  #state;
  #calls;
  #mask;
  #subRuns;
  #news;
  #inbox = new Inbox();
  /** Calls made in this life of the instance, with their attempts. @type {Set<string>} */
  #made = new Set();
  /** Recipes that some step has begun. @type {Set<string>} */
  #begun = new Set();
  #lookPauseMs = FIRST_LOOK_MS;
  #nextLookMs;

  /**
   * @param {RunHost} host
   * @param {DurableStart} start
   * @param {import('../run/run-request.js').RunRequest} request
   * @param {import('../schedule/run-context.js').RunContext} context
   * @param {DurableState} state
   */
  constructor(host, start, request, context, state) {
    this.#host = host;
    this.#state = state;
    const runner = new Runner({
      components: host.components,
      caller: withOwnTaskIds(host.caller),
      keepAlive: host.keepAlive,
      clock: host.clock,
    });
    this.#calls = new Calls(runner, request, context, (message) => this.#inbox.add(message));
    this.#mask = new PlaceholderMask(context.nonce);
    this.#subRuns = new SubRuns(host, start, request, this.#mask);
    this.#news = new News(host, start.runId, this.#subRuns);
    this.#nextLookMs = host.clock() + FIRST_LOOK_MS;
  }

  /** Calls of recipes that no step has begun. */
  get unbegun() {
    return this.#state.recipes.map(({ call }) => call).filter((call) => !this.#begun.has(idOf(call)));
  }

  /** A step has begun them. @param {import('../schedule/command.js').CallRecipe[]} calls */
  begun(calls) {
    calls.forEach((call) => this.#begun.add(idOf(call)));
  }

  /** Whether a bug of the host showed. */
  get isBroken() {
    return this.#inbox.all.some(({ kind }) => kind === 'broke');
  }

  /** The oldest messages are safe. @param {number} count */
  drop(count) {
    this.#inbox.drop(count);
  }

  /** Stops all calls. */
  close() {
    this.#calls.close();
  }

  /** Makes what is to be made and waits for what comes first. @returns {Promise<Happened>} */
  async work() {
    const state = this.#state;
    const events = await this.#make();
    const waits = state.calls.length > 0 || state.soonestMs - state.lastMs <= SHORT_WAIT_MS;
    for (;;) {
      const news = await this.#lookInPassing();
      const messages = this.#inbox.all;
      events.push(...this.#eventsOf(messages), ...this.#news.due(state), ...news);
      if (events.length > 0 || !waits || this.isBroken) {
        return { events, taken: messages.length };
      }
      const left = Math.min(state.soonestMs, this.#nextLookMs) - this.#host.clock();
      await this.#inbox.next(messages.length, left > 0 ? left : OVERDUE_MS);
    }
  }

  /** Waits for the calls at work; makes none. @returns {Promise<Happened>} */
  async drain() {
    const made = this.#state.calls.filter((call) => this.#made.has(idOf(call)));
    while (this.#inbox.all.length < made.length) {
      await this.#inbox.next(this.#inbox.all.length, Infinity);
    }
    const messages = this.#inbox.all;
    return { events: this.#eventsOf(messages), taken: messages.length };
  }

  /** What came from outside. @returns {Promise<Happened>} rejected when D1 is out of reach */
  async look() {
    this.#nextLookMs = this.#host.clock() + this.#lookPauseMs;
    const due = this.#news.due(this.#state);
    return { events: due.length > 0 ? due : await this.#news.arrived(this.#state), taken: 0 };
  }

  /** @returns {Promise<Event[]>} answers that are there at once */
  async #make() {
    for (const call of this.#state.calls) {
      if (!this.#made.has(idOf(call))) {
        this.#made.add(idOf(call));
        this.#calls.make(call);
      }
    }
    /** @type {Event[]} */
    const events = [];
    for (const call of this.unbegun) {
      const result = await this.#subRuns.begin(call);
      if (result !== undefined) {
        const { key, attempt } = call;
        events.push({ kind: 'call_finished', atMs: this.#host.clock(), key, attempt, result });
      }
    }
    return events;
  }

  /** @param {import('../run/message.js').Message[]} messages @returns {Event[]} */
  #eventsOf(messages) {
    const atMs = this.#host.clock();
    return messages.flatMap((message) => {
      if (message.kind === 'broke') {
        this.#host.noteBug(message.bug, 'durable run');
      }
      if (message.kind !== 'returned') {
        return [];
      }
      const { key, attempt } = message;
      const result = this.#mask.json(message.result);
      return [{ kind: 'call_finished', atMs, key, attempt, result }];
    });
  }

  /** News while calls are at work. D1 out of reach can wait. @returns {Promise<Event[]>} */
  async #lookInPassing() {
    const now = this.#host.clock();
    const overdue = this.#state.recipes.some(({ dueMs }) => dueMs <= now);
    if (now < this.#nextLookMs && !overdue) {
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
}

/** @param {{ key: import('../schedule/call-key.js').CallKey, attempt: number }} call */
function idOf({ key, attempt }) {
  return `${attempt}#${keyId(key)}`;
}
