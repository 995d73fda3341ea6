import { keyId } from '../schedule/call-key.js';
import { Schedule } from '../schedule/schedule.js';
import { textOf } from '../value/json.js';
import { NOTHING } from './call-report.js';
import { Calls } from './calls.js';
import { runFailureRecipe } from './failure-recipe.js';
import { PendingCalls } from './pending-calls.js';
import { PlaceholderMask } from './placeholder-mask.js';
import { tooLong, waitsTooLong } from './time-limit.js';

/**
 * @typedef {import('../schedule/command.js').Command} Command
 * @typedef {import('../schedule/event.js').Event} Event
 * @typedef {import('../schedule/outcome.js').Outcome} Outcome
 * @typedef {import('../schedule/run-context.js').RunContext} RunContext
 * @typedef {import('../value/json.js').Json} Json
 * @typedef {import('./message.js').Message} Message
 * @typedef {import('./run-event.js').RunEvent} RunEvent
 * @typedef {import('./run-record.js').RunRecord} RunRecord
 * @typedef {import('./time-limit.js').TooLong} TooLong
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
  /** How the run ends that took, or would take, longer than it may. @type {TooLong | undefined} */
  #tooLong;
  /** Calls that have no answer. */
  #atWork = 0;
  /** When timers are due, by key. @type {Map<string, number>} */
  #due = new Map();
  /** Keys of nodes that just fell asleep. @type {Set<string>} */
  #asleep = new Set();
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
      // Whoever restored the run may resume a task first.
      queueMicrotask(() => this.#handleAll());
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
      for (const command of this.#schedule.on(event)) {
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
        this.#startTimer(command, sinceMs);
      } else {
        this.#make(command);
      }
    }
  }

  #limitTime() {
    const { longestRunMs } = this.#runner;
    if (longestRunMs !== undefined) {
      const left = this.#startedAtMs + longestRunMs - this.#now();
      this.#calls.after(left, { kind: 'out_of_time', why: tooLong(longestRunMs) });
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
      this.#leave();
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
        this.#due.delete(keyId(message.key));
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
        this.#tooLong = message.why;
        this.#stop();
        break;
      case 'broke':
        throw message.bug;
    }
  }

  /** @param {Extract<Message, { kind: 'returned' }>} message */
  #returned({ key, attempt, result, report }) {
    this.#atWork--;
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
    this.#schedule.on(event).forEach((command) => this.#execute(command));
  }

  /** @param {Command} command */
  #execute(command) {
    switch (command.kind) {
      case 'call_part':
      case 'call_recipe':
        this.#make(command);
        break;
      case 'start_timer':
        this.#startTimer(command, this.#lastMs);
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
        break;
      case 'finish':
        this.#resolve(this.#record(command.outcome));
        break;
    }
  }

  /** @param {Extract<Command, { kind: 'call_part' | 'call_recipe' }>} call */
  #make(call) {
    this.#atWork++;
    this.#calls.make(call);
  }

  /**
   * A wait that ends after the run may last is not begun: its end would never come.
   *
   * @param {import('../schedule/command.js').StartTimer} timer
   * @param {number} sinceMs
   */
  #startTimer({ key, attempt, delayMs }, sinceMs) {
    const { longestRunMs } = this.#runner;
    const dueMs = sinceMs + delayMs;
    const sleeps = this.#asleep.delete(keyId(key));
    if (sleeps && longestRunMs !== undefined && dueMs > this.#startedAtMs + longestRunMs) {
      const why = waitsTooLong(key, delayMs, longestRunMs);
      this.#calls.after(0, { kind: 'out_of_time', why });
    } else {
      this.#due.set(keyId(key), dueMs);
      this.#calls.after(dueMs - this.#now(), { kind: 'timer_done', key, attempt });
    }
  }

  /** @param {import('../schedule/trace-entry.js').TraceEntry} entry */
  #noteWaiting(entry) {
    const key = keyId(entry.key);
    const taskId = entry.status === 'waiting' ? textOf(entry.output, 'task_id') : undefined;
    if (taskId) {
      this.#waiting.set(key, taskId);
    } else {
      this.#waiting.delete(key);
    }
    if (entry.status === 'waiting' && !taskId) {
      this.#asleep.add(key);
    }
  }

  /** Ends here, where nothing goes on for long, if the request says so. */
  #leave() {
    const { longestWaitMs } = this.#request;
    if (longestWaitMs === undefined || this.#schedule.isFinished || this.#atWork > 0) {
      return;
    }
    const soonestMs = Math.min(...this.#due.values());
    if (soonestMs - this.#now() > longestWaitMs) {
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
    return this.#recordOf({ ...outcome, ...this.#tooLong });
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
