import { keyId } from './call-key.js';
import { CANCELLED, cycle, nodeLimit } from './failures.js';
import { RunState } from './run-state.js';
import { resultOf } from './run-result.js';
import { Settling } from './settling.js';
import { MAX_EXECUTIONS, Starting } from './starting.js';

/**
 * @typedef {import('../value/json.js').Json} Json
 * @typedef {import('./call-key.js').CallKey} CallKey
 * @typedef {import('./command.js').Command} Command
 * @typedef {import('./event.js').Event} Event
 * @typedef {import('./outcome.js').Outcome} Outcome
 * @typedef {import('./result-rules.js').Failure} Failure
 */

/**
 * Decides what happens next in one run. No clock, no I/O: the same events give the same commands, so
 * a run is replayed or restored by giving a new schedule its events again. Same rules, names and
 * cases as `schedule/Schedule.java`.
 *
 * The first event is `started`. Every `call_part` and `call_recipe` is answered by `call_finished`
 * with its key and attempt, every `start_timer` by `timer_fired`, in any order. An event that fits
 * nothing (answered before, never asked for, an unknown task) changes nothing. After `finish`
 * nothing follows: calls still at work have to be stopped.
 *
 * A recipe whose edges form a circle fails at its start with the code `CYCLE`.
 */
export class Schedule {
  #run;
  #settling;
  #starting;
  #started = false;
  #finished = false;

  /**
   * @param {import('../recipe/recipe.js').Recipe} recipe
   * @param {import('../part/components.js').Components} components
   * @param {import('./run-context.js').RunContext} context
   */
  constructor(recipe, components, context) {
    this.#run = new RunState(recipe, components, context);
    this.#settling = new Settling(this.#run);
    this.#starting = new Starting(this.#run, this.#settling);
  }

  /**
   * Takes an event in, and gives what the host has to do, in this order.
   *
   * @param {Event} event
   * @returns {Command[]}
   */
  on(event) {
    if (this.#finished || !this.#accept(event)) {
      return [];
    }
    if (!this.#finished) {
      this.#goOn();
    }
    return this.#run.takeCommands();
  }

  /** Whether the run is over: `finish` was given. */
  get isFinished() {
    return this.#finished;
  }

  /**
   * The trace so far, in the order of an outcome's: nodes at work are `running`, parked ones
   * `waiting`. The record of a waiting run holds it.
   */
  trace() {
    return this.#run.trace.inOrder(this.#run, this.#run.running);
  }

  /** @param {Event} event @returns {boolean} whether it changes anything */
  #accept(event) {
    const first = event.kind === 'started';
    if (first === this.#started && event.kind !== 'cancelled') {
      return false;
    }
    this.#run.nowMs = Math.max(this.#run.nowMs, event.atMs);
    switch (event.kind) {
      case 'started':
        return this.#begin();
      case 'call_finished':
        return this.#answered(event.key, event.attempt, event.result);
      case 'timer_fired':
        return this.#due(event.key, event.attempt);
      case 'resumed':
        return this.#resumed(event.taskId, event.result);
      case 'cancelled':
        return this.#cancelled();
    }
  }

  #begin() {
    this.#started = true;
    this.#run.startedAtMs = this.#run.nowMs;
    if (this.#run.topology.cycle.length === 0) {
      this.#settling.open(this.#run.root);
    } else {
      this.#stop('failed', cycle(this.#run.topology.cycle), undefined);
    }
    return true;
  }

  /**
   * @param {CallKey} key
   * @param {number} attempt
   * @param {Json} result
   */
  #answered(key, attempt, result) {
    const state = this.#run.called.get(keyId(key));
    if (state?.phase !== 'called' || state.attempt !== attempt) {
      return false;
    }
    this.#run.called.delete(keyId(key));
    this.#run.callsAtWork--;
    this.#settling.answer(state, result, true);
    return true;
  }

  /**
   * @param {CallKey} key
   * @param {number} attempt
   */
  #due(key, attempt) {
    const asleep = this.#run.sleeping.get(keyId(key));
    if (asleep?.attempt === attempt) {
      this.#run.sleeping.delete(keyId(key));
      this.#settling.wake(asleep);
      return true;
    }
    const state = this.#run.called.get(keyId(key));
    if (state?.phase !== 'delayed' || state.attempt !== attempt) {
      return false;
    }
    this.#run.called.delete(keyId(key));
    state.phase = 'ready';
    this.#run.ready.add(state);
    return true;
  }

  /**
   * @param {string} task
   * @param {Json} result
   */
  #resumed(task, result) {
    const states = this.#run.parked.get(task);
    if (!states) {
      return false;
    }
    this.#run.parked.delete(task);
    states.forEach((state) => this.#settling.resume(state, result));
    return true;
  }

  #cancelled() {
    if (!this.#started) {
      this.#started = true;
      this.#run.startedAtMs = this.#run.nowMs;
    }
    this.#stop('cancelled', CANCELLED, undefined);
    return true;
  }

  #goOn() {
    const run = this.#run;
    let refused;
    do {
      while (!run.work.isEmpty) {
        const work = run.work.remove();
        if (work.kind === 'decide') {
          this.#starting.decide(work.state);
        } else {
          this.#settling.looping.turn(work.loop);
        }
      }
      refused = this.#starting.startReady();
    } while (!refused && !run.work.isEmpty);
    if (refused) {
      const node = refused.step.name;
      this.#stop('failed', nodeLimit(node, MAX_EXECUTIONS), node);
    } else if (run.root.open === 0) {
      this.#finish();
    } else if (run.called.size === 0) {
      run.commands.push({ kind: 'wait' });
    }
  }

  #finish() {
    const failed = this.#run.root.failed;
    if (failed) {
      this.#end('failed', undefined, failed.failure, failed.step.name);
    } else {
      this.#end('succeeded', resultOf(this.#run.root), undefined, undefined);
    }
  }

  /**
   * Ends the run before its nodes have come to their end.
   *
   * @param {Outcome['status']} status
   * @param {Failure} why
   * @param {string | undefined} node
   */
  #stop(status, why, node) {
    for (const state of [...this.#run.running]) {
      this.#settling.end(state, 'failed', undefined, why);
    }
    this.#end(status, undefined, why, node);
  }

  /**
   * @param {Outcome['status']} status
   * @param {Json | undefined} data
   * @param {Failure | undefined} why
   * @param {string | undefined} node
   */
  #end(status, data, why, node) {
    this.#finished = true;
    this.#run.commands.push({
      kind: 'finish',
      outcome: {
        status,
        data,
        error: why?.error,
        errorCode: why?.code,
        failedNode: node,
        failedItems: this.#run.failedItems,
        trace: this.#run.trace.inOrder(this.#run, []),
      },
    });
  }
}
