import { eventJson } from '../history/event-json.js';
import { PendingCalls } from '../run/pending-calls.js';
import { PlaceholderMask } from '../run/placeholder-mask.js';
import { Schedule } from '../schedule/schedule.js';
import { WaitingTasks } from './waiting-tasks.js';

/**
 * Where a durable run stands. Follows from its events alone.
 *
 * @typedef {import('../run/run-record.js').RunRecord} RunRecord
 * @typedef {import('../schedule/command.js').CallPart} CallPart
 * @typedef {import('../schedule/command.js').CallRecipe} CallRecipe
 * @typedef {import('../schedule/command.js').StartTimer} StartTimer
 * @typedef {import('../schedule/event.js').Event} Event
 * @typedef {import('../schedule/outcome.js').Outcome} Outcome
 */

export class DurableState {
  #schedule;
  #mask;
  #recipe;
  #context;
  #startedAtMs;
  #pending = new PendingCalls();
  #tasks = new WaitingTasks();
  /** @type {Outcome | undefined} */
  #outcome;
  /** @type {Event[]} */
  events = [];

  /**
   * @param {import('../recipe/recipe.js').Recipe} recipe
   * @param {import('../part/components.js').Components} components
   * @param {import('../schedule/run-context.js').RunContext} context
   * @param {number} startedAtMs
   */
  constructor(recipe, components, context, startedAtMs) {
    this.#recipe = recipe;
    this.#context = context;
    this.#startedAtMs = startedAtMs;
    this.#mask = new PlaceholderMask(context.nonce);
    this.#schedule = new Schedule(recipe, components, context);
  }

  /** @param {Event} event */
  feed(event) {
    this.events.push(event);
    this.#pending.note(event);
    for (const command of this.#schedule.on(event)) {
      this.#pending.add(command, event.atMs);
      if (command.kind === 'traced') {
        this.#tasks.note(command.entry);
      } else if (command.kind === 'finish') {
        this.#outcome = command.outcome;
      }
    }
  }

  get isOver() {
    return this.#outcome !== undefined;
  }

  /** When the last event was. */
  get lastMs() {
    return this.events.at(-1)?.atMs ?? this.#startedAtMs;
  }

  /** Events as they are stored. */
  get storedEvents() {
    return this.events.map(eventJson);
  }

  /** Part calls that have no answer. @returns {CallPart[]} */
  get calls() {
    return this.#asked.map(({ command }) => command).filter((each) => each.kind === 'call_part');
  }

  /** Recipes that have no answer, and when that is too late. @returns {{ call: CallRecipe, dueMs: number }[]} */
  get recipes() {
    return this.#asked.flatMap(({ command, sinceMs }) =>
      command.kind === 'call_recipe'
        ? [{ call: command, dueMs: sinceMs + command.timeoutMs }]
        : [],
    );
  }

  /** Timers that go on. @returns {{ timer: StartTimer, dueMs: number }[]} */
  get timers() {
    return this.#asked.flatMap(({ command, sinceMs }) =>
      command.kind === 'start_timer' ? [{ timer: command, dueMs: sinceMs + command.delayMs }] : [],
    );
  }

  /** What nodes wait for. */
  get tasks() {
    return this.#tasks.all;
  }

  get #asked() {
    return this.#pending.all();
  }

  /** When the next timer or the patience with a recipe is over; infinite where there is none. */
  get soonestMs() {
    return Math.min(...[...this.timers, ...this.recipes].map(({ dueMs }) => dueMs));
  }

  /** The record of a run that is over, or that waits. @returns {RunRecord} */
  get record() {
    return this.#recordOf(
      this.#outcome ?? { ...NOTHING, status: 'waiting', trace: this.#schedule.trace() },
    );
  }

  /** The record of a run that the host had to give up. @param {string} error @param {string} errorCode */
  brokenRecord(error, errorCode) {
    const trace = this.#schedule.trace();
    return this.#recordOf({ ...NOTHING, status: 'failed', error, errorCode, trace });
  }

  /**
   * @param {Omit<Outcome, 'status'> & { status: RunRecord['status'] }} outcome
   * @returns {RunRecord}
   */
  #recordOf({ status, data, error, errorCode, failedNode, failedItems, trace }) {
    return {
      runId: this.#context.runId,
      recipe: this.#recipe.name,
      status,
      startedAtMs: this.#startedAtMs,
      durationMs: this.lastMs - this.#startedAtMs,
      input: this.#context.input,
      data: data === undefined ? undefined : this.#mask.json(data),
      error: error === undefined ? undefined : this.#mask.text(error),
      errorCode,
      failedNode,
      failedItems,
      trace: trace.map((entry) => this.#mask.entry(entry)),
    };
  }
}

const NOTHING = {
  data: undefined,
  error: undefined,
  errorCode: undefined,
  failedNode: undefined,
  failedItems: 0,
};
