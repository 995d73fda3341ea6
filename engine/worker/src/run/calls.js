import { subRecipeResult, subRecipeStarted } from '../schedule/sub-recipe.js';
import { NOTHING } from './call-report.js';
import { failureResult } from './failures.js';
import { PlaceholderMask } from './placeholder-mask.js';
import { called } from './run-request.js';

/**
 * @typedef {import('../schedule/command.js').CallPart} CallPart
 * @typedef {import('../schedule/command.js').CallRecipe} CallRecipe
 * @typedef {import('./message.js').Message} Message
 */

/** What a timer of the platform can hold, about 24 days. */
const LONGEST_TIMER_MS = 2 ** 31 - 1;

/** The calls and timers of one run that are under way. */
export class Calls {
  #runner;
  #request;
  #context;
  #outbox;
  #mask;
  #abort = new AbortController();
  /** @type {Set<ReturnType<typeof setTimeout>>} */
  #timers = new Set();

  /**
   * @param {import('./runner.js').Runner} runner
   * @param {import('./run-request.js').RunRequest} request
   * @param {import('../schedule/run-context.js').RunContext} context
   * @param {(message: Message) => void} outbox is told how each ends, never at once, and nothing
   *   after {@link close}
   */
  constructor(runner, request, context, outbox) {
    this.#runner = runner;
    this.#request = request;
    this.#context = context;
    this.#outbox = outbox;
    this.#mask = new PlaceholderMask(context.nonce);
  }

  /** @param {CallPart | CallRecipe} call */
  make(call) {
    const answer = call.kind === 'call_part' ? this.#callPart(call) : this.#callRecipe(call);
    answer.then(
      (given) => this.#tell({ kind: 'returned', key: call.key, attempt: call.attempt, ...given }),
      (bug) => this.#tell({ kind: 'broke', bug }),
    );
  }

  /**
   * @param {number} delayMs
   * @param {Message} message
   */
  after(delayMs, message) {
    const now = Math.min(Math.max(0, delayMs), LONGEST_TIMER_MS);
    const timer = setTimeout(() => {
      this.#timers.delete(timer);
      if (delayMs > now) {
        this.after(delayMs - now, message);
      } else {
        this.#tell(message);
      }
    }, now);
    this.#timers.add(timer);
  }

  /** Aborts all that is under way; nothing more is told. */
  close() {
    this.#abort.abort();
    this.#timers.forEach((timer) => clearTimeout(timer));
    this.#timers.clear();
  }

  /** @param {Message} message */
  #tell(message) {
    if (!this.#abort.signal.aborted) {
      this.#outbox(message);
    }
  }

  /** @param {CallPart} call */
  async #callPart(call) {
    const caller = {
      runId: this.#context.runId,
      nonce: this.#context.nonce,
      allowedHosts: this.#request.allowedHosts ?? [],
    };
    return this.#runner.caller.call(caller, call, this.#abort.signal);
  }

  /** @param {CallRecipe} call */
  async #callRecipe(call) {
    return { result: await this.#runRecipe(call), report: NOTHING };
  }

  /** @param {CallRecipe} call */
  async #runRecipe(call) {
    const found = await this.#runner.recipes.find(call.recipe);
    if (!found) {
      return failureResult(
        'UNKNOWN_RECIPE',
        `There is no recipe "${call.recipe}".`,
        'Check the name, and that this recipe is deployed too.',
      );
    }
    // What this run may put in for a placeholder is nothing for another.
    const input = this.#mask.json(call.input);
    const request = called(this.#request, found, input, 'subflow');
    const child = this.#runner.startAt(request, this.#context.depth + 1);
    if (!call.awaited) {
      this.#runner.keepAlive(child.done);
      return subRecipeStarted(child.id);
    }
    const record = await this.#ended(child, call.timeoutMs);
    if (!record) {
      return failureResult(
        'TIMEOUT',
        `The recipe "${call.recipe}" took longer than ${call.timeoutMs} ms.`,
        'Raise run.timeout_ms of this node, or make the recipe faster.',
      );
    }
    const status =
      record.status === 'succeeded' || record.status === 'cancelled' ? record.status : 'failed';
    return subRecipeResult(call.recipe, child.id, { ...record, status });
  }

  /**
   * The record of a run once it has ended; undefined where it took too long and was cancelled. It
   * ends with this one.
   *
   * @param {import('./run.js').Run} child
   * @param {number} timeoutMs
   * @returns {Promise<import('./run-record.js').RunRecord | undefined>}
   */
  async #ended(child, timeoutMs) {
    const cancel = () => child.cancel();
    this.#abort.signal.addEventListener('abort', cancel);
    /** @type {() => void} */
    let giveUp = () => {};
    /** @type {Promise<undefined>} */
    const late = new Promise((resolve) => {
      giveUp = () => resolve(undefined);
    });
    const timer = setTimeout(giveUp, timeoutMs);
    try {
      const record = await Promise.race([child.done, late]);
      if (!record) {
        child.cancel();
        this.#runner.keepAlive(child.done);
      }
      return record;
    } finally {
      clearTimeout(timer);
      this.#abort.signal.removeEventListener('abort', cancel);
    }
  }
}
