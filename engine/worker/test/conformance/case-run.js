import { keyText } from '../../src/schedule/call-key.js';
import { Schedule } from '../../src/schedule/schedule.js';
import { subRecipeResult, subRecipeStarted } from '../../src/schedule/sub-recipe.js';
import { partAnswer } from './case-parts.js';
import { onlyKnown } from './conformance-case.js';

/**
 * @typedef {import('../../src/schedule/command.js').Command} Command
 * @typedef {import('../../src/schedule/event.js').Event} Event
 * @typedef {Extract<Command, { kind: 'call_part' | 'call_recipe' }>} Call
 * @typedef {import('../../src/value/json.js').Json} Json
 * @typedef {import('./conformance-case.js').ConformanceCase} ConformanceCase
 */

/** Which of so many calls at work ends next. @param {number} _count */
export const OLDEST_FIRST = (_count) => 0;

/** @param {number} count */
export const NEWEST_FIRST = (count) => count - 1;

/** Plays the host of one case: answers calls from its script, in the order it wants. */
export class CaseRun {
  #script;
  #pick;
  #schedule;
  #depth;
  /** @type {Call[]} */
  #calls = [];
  /** @type {{ timer: import('../../src/schedule/command.js').StartTimer, atMs: number }[]} */
  #timers = [];
  #order;
  #events;
  #nowMs;
  #waits = false;

  /** @type {Event[]} */
  recorded = [];
  /** @type {Command[][]} */
  answers = [];
  /** @type {Call[]} */
  made = [];
  /** @type {import('../../src/schedule/command.js').StartTimer[]} */
  delays = [];
  /** @type {import('../../src/schedule/outcome.js').Outcome | undefined} */
  outcome;

  /**
   * @param {ConformanceCase} script
   * @param {import('../../src/recipe/recipe.js').Recipe} recipe
   * @param {import('../../src/schedule/run-context.js').RunContext} context
   * @param {(count: number) => number} pick
   */
  constructor(script, recipe, context, pick) {
    this.#script = script;
    this.#pick = pick;
    this.#depth = context.depth;
    const outermost = context.depth === script.context.depth;
    this.#order = outermost ? [...script.order] : [];
    this.#events = outermost ? [...script.events] : [];
    this.#schedule = new Schedule(recipe, script.components, context);
    this.#nowMs = script.startMs;
  }

  /**
   * @param {ConformanceCase} script
   * @param {(count: number) => number} pick
   */
  static play(script, pick) {
    const run = new CaseRun(script, script.recipe, script.context, pick);
    run.play();
    return run;
  }

  /** How the run stands at the end of the case, as the trace of a run says it. */
  get status() {
    return this.outcome?.status ?? 'waiting';
  }

  /** The trace of the run, also of one that waits. */
  get trace() {
    return this.outcome?.trace ?? this.#schedule.trace();
  }

  play() {
    this.#tell({ kind: 'started', atMs: this.#nowMs });
    while (!this.outcome) {
      if (this.#calls.length > 0) {
        this.#endCall(this.#nextCall());
      } else if (this.#timers.length > 0) {
        this.#fireTimer();
      } else if (!this.#waits) {
        throw new Error('the run neither ends nor waits');
      } else if (!this.#happens('waiting')) {
        break;
      }
    }
    if (this.#order.length > 0 || this.#events.length > 0) {
      throw new Error(`never happened: ${JSON.stringify([this.#order, this.#events])}`);
    }
  }

  #fireTimer() {
    this.#timers.sort((a, b) => a.atMs - b.atMs);
    const [{ timer, atMs }] = this.#timers.splice(0, 1);
    this.#nowMs = atMs;
    this.#tell({ kind: 'timer_fired', atMs, key: timer.key, attempt: timer.attempt });
  }

  /** @returns {Call} */
  #nextCall() {
    const wanted = this.#order[0];
    if (wanted === undefined) {
      return this.#calls[this.#pick(this.#calls.length)];
    }
    const named = this.#calls.find((call) => callName(call) === wanted);
    if (named) {
      this.#order.shift();
      return named;
    }
    const oldest = this.#calls.find((call) => !this.#order.includes(callName(call)));
    if (!oldest) {
      throw new Error(`${wanted} isn't at work: ${this.#calls.map(callName)}`);
    }
    return oldest;
  }

  /** @param {Call} call */
  #endCall(call) {
    this.#calls.splice(this.#calls.indexOf(call), 1);
    const result =
      call.kind === 'call_recipe'
        ? this.#runRecipe(call)
        : partAnswer(this.#script.parts, call.key, call.attempt, call.input);
    const { key, attempt } = call;
    this.#tell({ kind: 'call_finished', atMs: this.#nowMs, key, attempt, result });
    this.#happens(`finished ${callName(call)}`);
  }

  /** @param {import('../../src/schedule/command.js').CallRecipe} call @returns {Json} */
  #runRecipe(call) {
    const recipe = this.#script.recipeNamed(call.recipe);
    if (!recipe) {
      return partAnswer(this.#script.parts, call.key, call.attempt, call.input);
    }
    if (!call.awaited) {
      return subRecipeStarted(call.callId);
    }
    const context = {
      runId: call.callId,
      input: call.input,
      triggeredBy: 'subflow',
      scheduledAt: undefined,
      nonce: this.#script.context.nonce,
      depth: this.#depth + 1,
    };
    const inner = new CaseRun(this.#script, recipe, context, OLDEST_FIRST);
    inner.play();
    if (!inner.outcome) {
      throw new Error(`${call.recipe} waits`);
    }
    return subRecipeResult(call.recipe, call.callId, inner.outcome);
  }

  /** Lets the case's next event happen if it is meant for now. @param {string} now */
  #happens(now) {
    const event = this.#events[0];
    if (this.outcome || !event || event.when !== now) {
      return false;
    }
    this.#events.shift();
    onlyKnown(event, ['when', 'cancel', 'resume', 'result', 'after_ms']);
    this.#nowMs += Number(event.after_ms ?? 0);
    if (typeof event.resume === 'string') {
      const result = event.result ?? null;
      this.#tell({ kind: 'resumed', atMs: this.#nowMs, taskId: event.resume, result });
    } else {
      this.#tell({ kind: 'cancelled', atMs: this.#nowMs });
    }
    return true;
  }

  /** @param {Event} event */
  #tell(event) {
    const commands = this.#schedule.on(event);
    this.recorded.push(event);
    this.answers.push(commands);
    this.#waits = commands.length === 0 && this.#waits;
    for (const command of commands) {
      switch (command.kind) {
        case 'call_part':
        case 'call_recipe':
          this.#calls.push(command);
          this.made.push(command);
          break;
        case 'start_timer':
          this.delays.push(command);
          this.#timers.push({ timer: command, atMs: this.#nowMs + command.delayMs });
          break;
        case 'wait':
          this.#waits = true;
          break;
        case 'finish':
          this.outcome = command.outcome;
          break;
        case 'traced':
          break;
      }
    }
  }
}

/** `node`, `node[1]` and from the second attempt `node#2`. @param {Call} call */
export function callName({ key, attempt }) {
  return keyText(key) + (attempt > 1 ? `#${attempt}` : '');
}
