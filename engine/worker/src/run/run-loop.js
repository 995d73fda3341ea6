import { keyId } from '../schedule/call-key.js';
import { Schedule } from '../schedule/schedule.js';
import { textOf } from '../value/json.js';
import { NOTHING } from './call-report.js';
import { Calls } from './calls.js';
import { runFailureRecipe } from './failure-recipe.js';
import { PendingCalls } from './pending-calls.js';
import { PlaceholderMask } from './placeholder-mask.js';
import { tooLong } from './time-limit.js';

/**
 * @typedef {import('../schedule/command.js').Command} Command
 * @typedef {import('../schedule/event.js').Event} Event
 * @typedef {import('../schedule/outcome.js').Outcome} Outcome
 * @typedef {import('../schedule/run-context.js').RunContext} RunContext
 * @typedef {import('../value/json.js').Json} Json
 * @typedef {import('./message.js').Message} Message
 * @typedef {import('./run-event.js').RunEvent} RunEvent
 * @typedef {import('./run-record.js').RunRecord} RunRecord
 */

/**
 * What happened to a run before, from which it is restored.
 *
 * @typedef {object} Past
 * @property {number} startedAtMs
 * @property {Event[]} events
 */

/** One run: takes messages, feeds the state machine, does what it commands. */
export class RunLoop {
  #runner;
  #request;
  #context;
  #listener;
  #mask;
  #schedule;
  #calls;
  #pending = new PendingCalls();
  /** Tasks that nodes wait for, by key. @type {Map<string, string>} */
  #waiting = new Map();
  /** @type {Message[]} */
  #inbox = [];
  #isHandling = false;
  #startedAtMs;
  #lastMs;
  #isOutOfTime = false;
  /** Nothing can go on until a task is resumed. */
  #isWaiting = false;
  /** @type {(record: RunRecord) => void} */
  #resolve = () => {};
  /** @type {(bug: unknown) => void} */
  #reject = () => {};
  /** @type {Promise<RunRecord>} */
  #end = new Promise((resolve, reject) => {
    this.#resolve = resolve;
    this.#reject = reject;
  });

  /**
   * @param {import('./runner.js').Runner} runner
   * @param {import('./run-request.js').RunRequest} request
   * @param {RunContext} context
   * @param {(event: RunEvent) => void} listener
   * @param {Past} [past]
   */
  constructor(runner, request, context, listener, past) {
    this.#runner = runner;
    this.#request = request;
    this.#context = context;
    this.#listener = listener;
    this.#mask = new PlaceholderMask(context.nonce);
    this.#schedule = new Schedule(request.recipe, runner.components, context);
    this.#calls = new Calls(runner, request, context, (message) => this.#take(message));
    this.#startedAtMs = past?.startedAtMs ?? runner.clock();
    this.#lastMs = Math.max(this.#startedAtMs, past?.events.at(-1)?.atMs ?? 0);
    this.id = context.runId;
    this.done = this.#go(past?.events);
  }

  cancel() {
    this.#take({ kind: 'cancel' });
  }

  /**
   * @param {string} taskId
   * @param {Json} result
   */
  resume(taskId, result) {
    this.#take({ kind: 'resume', taskId, result });
  }

  /** @param {Event[] | undefined} past @returns {Promise<RunRecord>} */
  async #go(past) {
    const cancel = () => this.cancel();
    const signal = this.#request.signal;
    try {
      // What is told from here on waits in the inbox until the start is recorded.
      this.#isHandling = true;
      signal?.addEventListener('abort', cancel);
      if (signal?.aborted) {
        this.cancel();
      }
      if (past) {
        this.#restore(past);
      } else {
        await this.#begin();
      }
      this.#isHandling = false;
      this.#handleAll();
      const record = await this.#end;
      await this.#runner.recorder.ended(record);
      this.#tell({ kind: 'ended', runId: this.id, record });
      runFailureRecipe(this.#runner, this.#request, record);
      return record;
    } finally {
      signal?.removeEventListener('abort', cancel);
      this.#calls.close();
    }
  }

  async #begin() {
    const { recipe, input } = this.#request;
    await this.#runner.recorder.began(this.#context, this.#request, this.#startedAtMs);
    this.#tell({
      kind: 'began',
      runId: this.id,
      recipe: recipe.name,
      atMs: this.#startedAtMs,
      input,
    });
    this.#limitTime();
    this.#feed({ kind: 'started', atMs: this.#lastMs });
  }

  /** Goes through what happened, then asks again for what had not come to its end. @param {Event[]} past */
  #restore(past) {
    this.#limitTime();
    for (const event of past) {
      this.#pending.note(event);
      const commands = this.#schedule.on(event);
      this.#noteProgress(commands);
      for (const command of commands) {
        this.#pending.add(command, event.atMs);
        if (command.kind === 'traced') {
          this.#noteWaiting(command.entry);
        } else if (command.kind === 'finish') {
          this.#resolve(this.#record(command.outcome));
        }
      }
    }
    for (const { command, sinceMs } of this.#pending.all()) {
      if (command.kind === 'start_timer') {
        this.#startTimer(command, Math.max(0, sinceMs + command.delayMs - this.#now()));
      } else {
        this.#calls.make(command);
      }
    }
    // Whoever restored the run may resume a task first.
    queueMicrotask(() => this.#leave());
  }

  #limitTime() {
    const { longestRunMs } = this.#runner;
    if (longestRunMs !== undefined) {
      const left = this.#startedAtMs + longestRunMs - this.#now();
      this.#calls.after(Math.max(0, left), { kind: 'out_of_time' });
    }
  }

  /** @param {Message} message */
  #take(message) {
    this.#inbox.push(message);
    if (!this.#isHandling) {
      this.#handleAll();
    }
  }

  #handleAll() {
    this.#isHandling = true;
    try {
      for (let next = this.#inbox.shift(); next; next = this.#inbox.shift()) {
        this.#handle(next);
      }
    } catch (bug) {
      this.#reject(bug);
    } finally {
      this.#isHandling = false;
    }
  }

  /** @param {Message} message */
  #handle(message) {
    switch (message.kind) {
      case 'returned':
        this.#returned(message);
        break;
      case 'timer_done':
        this.#feed({
          kind: 'timer_fired',
          atMs: this.#now(),
          key: message.key,
          attempt: message.attempt,
        });
        break;
      case 'resume':
        this.#resumed(message.taskId, message.result);
        break;
      case 'cancel':
        this.#stop();
        break;
      case 'out_of_time':
        this.#isOutOfTime = true;
        this.#stop();
        break;
      case 'broke':
        throw message.bug;
    }
  }

  /** @param {Extract<Message, { kind: 'returned' }>} message */
  #returned({ key, attempt, result, report }) {
    if (report !== NOTHING) {
      const masked = this.#mask.report(report);
      this.#runner.recorder.reported(this.id, key, attempt, masked);
      this.#tell({ kind: 'call_reported', runId: this.id, key, attempt, report: masked });
    }
    const atMs = this.#now();
    this.#feed({ kind: 'call_finished', atMs, key, attempt, result: this.#mask.json(result) });
  }

  /**
   * @param {string} taskId
   * @param {Json} result
   */
  #resumed(taskId, result) {
    const waits = [...this.#waiting].filter(([, task]) => task === taskId);
    if (waits.length > 0) {
      waits.forEach(([key]) => this.#waiting.delete(key));
      this.#feed({ kind: 'resumed', atMs: this.#now(), taskId, result });
    }
  }

  #stop() {
    this.#calls.close();
    this.#feed({ kind: 'cancelled', atMs: this.#now() });
  }

  /** @param {Event} event */
  #feed(event) {
    this.#runner.recorder.happened(this.id, event);
    const commands = this.#schedule.on(event);
    this.#noteProgress(commands);
    commands.forEach((command) => this.#execute(command));
  }

  /** @param {Command[]} commands of one event; none: it changed nothing */
  #noteProgress(commands) {
    this.#isWaiting =
      commands.length === 0 ? this.#isWaiting : commands.some(({ kind }) => kind === 'wait');
  }

  /** @param {Command} command */
  #execute(command) {
    switch (command.kind) {
      case 'call_part':
      case 'call_recipe':
        this.#calls.make(command);
        break;
      case 'start_timer':
        this.#startTimer(command, command.delayMs);
        break;
      case 'traced':
        this.#noteWaiting(command.entry);
        this.#tell({
          kind: 'node_changed',
          runId: this.id,
          entry: this.#mask.entry(command.entry),
        });
        break;
      case 'wait':
        this.#tell({ kind: 'waiting', runId: this.id, taskIds: [...this.#waiting.values()] });
        this.#leave();
        break;
      case 'finish':
        this.#resolve(this.#record(command.outcome));
        break;
    }
  }

  /**
   * @param {import('../schedule/command.js').StartTimer} timer
   * @param {number} delayMs
   */
  #startTimer({ key, attempt }, delayMs) {
    this.#calls.after(delayMs, { kind: 'timer_done', key, attempt });
  }

  /** @param {import('../schedule/trace-entry.js').TraceEntry} entry */
  #noteWaiting(entry) {
    const taskId = entry.status === 'waiting' ? textOf(entry.output, 'task_id') : undefined;
    if (taskId !== undefined) {
      this.#waiting.set(keyId(entry.key), taskId);
    } else {
      this.#waiting.delete(keyId(entry.key));
    }
  }

  /** Ends here, where nothing can go on, if the request says so. */
  #leave() {
    if (this.#isWaiting && this.#request.leaveWaiting && this.#inbox.length === 0) {
      this.#calls.close();
      this.#resolve(
        this.#recordOf({
          status: 'waiting',
          data: undefined,
          error: undefined,
          errorCode: undefined,
          failedNode: undefined,
          failedItems: 0,
          trace: this.#schedule.trace(),
        }),
      );
    }
  }

  /** @param {Outcome} outcome */
  #record(outcome) {
    return this.#recordOf(
      this.#isOutOfTime && this.#runner.longestRunMs !== undefined
        ? { ...outcome, ...tooLong(this.#runner.longestRunMs) }
        : outcome,
    );
  }

  /**
   * @param {Omit<Outcome, 'status'> & { status: RunRecord['status'] }} outcome
   * @returns {RunRecord}
   */
  #recordOf({ status, data, error, errorCode, failedNode, failedItems, trace }) {
    return {
      runId: this.id,
      recipe: this.#request.recipe.name,
      status,
      startedAtMs: this.#startedAtMs,
      durationMs: this.#now() - this.#startedAtMs,
      input: this.#request.input,
      data: data === undefined ? undefined : this.#mask.json(data),
      error: error === undefined ? undefined : this.#mask.text(error),
      errorCode,
      failedNode,
      failedItems,
      trace: trace.map((entry) => this.#mask.entry(entry)),
    };
  }

  /** @param {RunEvent} event */
  #tell(event) {
    this.#listener(event);
  }

  #now() {
    this.#lastMs = Math.max(this.#lastMs, this.#runner.clock());
    return this.#lastMs;
  }
}
