import { judge } from './edge-rules.js';
import { tooLarge } from './failures.js';
import { FrameScope } from './frame-scope.js';
import { Looping } from './looping.js';
import { magicScope } from './magic-scope.js';
import { keyId } from './call-key.js';
import { partName } from './part-name.js';
import { afterSleep, awaitedTask, failureOf, sleepMs } from './result-rules.js';
import { isOverLimit } from './result-size.js';
import { isTriedAgain, retryDelayMs } from './retry-rule.js';
import { parkedEntry } from './trace.js';

/**
 * @typedef {import('../value/json.js').Json} Json
 * @typedef {import('./frame.js').Frame} Frame
 * @typedef {import('./node-state.js').NodeState} NodeState
 * @typedef {import('./result-rules.js').Failure} Failure
 * @typedef {import('./route.js').Route} Route
 * @typedef {import('./trace-entry.js').TraceEntry} TraceEntry
 */

/** Takes a node from its result to its end, and tells the nodes after it. */
export class Settling {
  #run;

  /** @param {import('./run-state.js').RunState} run */
  constructor(run) {
    this.#run = run;
    this.looping = new Looping(run, this);
  }

  /**
   * A call, or what stood in for one, gave a result. It may be tried again or be parked.
   *
   * @param {NodeState} state
   * @param {Json} given
   * @param {boolean} called
   */
  answer(state, given, called) {
    const result = isOverLimit(given) ? tooLarge(state.step.name) : given;
    const failure = this.#failureOf(state, result);
    const retry = state.step.node.run.retry;
    if (failure && called && retry && isTriedAgain(retry, state.attempt, failure)) {
      this.#tryAgain(state, retry, result, failure);
      return;
    }
    const task = !failure && called ? awaitedTask(result) : undefined;
    const sleep = !failure && called ? sleepMs(result) : undefined;
    if (task !== undefined) {
      this.#park(state, task, result);
    } else if (sleep !== undefined) {
      this.#sleep(state, sleep, result);
    } else {
      this.complete(state, result, failure);
    }
  }

  /** A node that slept long enough has its result. @param {NodeState} state */
  wake(state) {
    const result = afterSleep(state.result ?? null);
    this.complete(state, result, this.#failureOf(state, result));
  }

  /**
   * A parked node gets the result it waited for, which is final.
   *
   * @param {NodeState} state
   * @param {Json} given
   */
  resume(state, given) {
    const result = isOverLimit(given) ? tooLarge(state.step.name) : given;
    this.complete(state, result, this.#failureOf(state, result));
  }

  /**
   * @param {NodeState} state
   * @param {Json} result
   */
  #failureOf(state, result) {
    const component = state.step.isSubflow ? undefined : this.#run.component(state.step);
    const contract = component?.kind === 'part' ? component.contract : undefined;
    return failureOf(result, contract?.failureInData ?? false, partName(this.#run, state.step));
  }

  /**
   * @param {NodeState} state
   * @param {import('../recipe/node-run.js').Retry} retry
   * @param {Json} result
   * @param {Failure} failure
   */
  #tryAgain(state, retry, result, failure) {
    this.end(state, 'failed', result, failure);
    state.phase = 'delayed';
    const delayMs = retryDelayMs(retry, state.attempt);
    state.attempt++;
    this.#run.called.set(keyId(state.key), state);
    this.#run.commands.push({
      kind: 'start_timer',
      key: state.key,
      attempt: state.attempt,
      delayMs,
    });
  }

  /**
   * @param {NodeState} state
   * @param {string} task
   * @param {Json} result
   */
  #park(state, task, result) {
    state.phase = 'parked';
    this.#run.parked.set(task, [...(this.#run.parked.get(task) ?? []), state]);
    this.#run.commands.push({ kind: 'traced', entry: parkedEntry(this.#run, state, result) });
  }

  /**
   * @param {NodeState} state
   * @param {number} delayMs
   * @param {Json} result
   */
  #sleep(state, delayMs, result) {
    const { key, attempt } = state;
    state.phase = 'parked';
    state.result = result;
    this.#run.sleeping.set(keyId(key), state);
    this.#run.commands.push(
      { kind: 'traced', entry: parkedEntry(this.#run, state, result) },
      { kind: 'start_timer', key, attempt, delayMs },
    );
  }

  /**
   * The node's own result is final. A node that didn't fail runs its loops first.
   *
   * @param {NodeState} state
   * @param {Json} result
   * @param {Failure | undefined} failure
   */
  complete(state, result, failure) {
    state.result = result;
    state.failure = failure;
    if (!failure && state.step.loops.length > 0) {
      state.phase = 'looping';
      this.looping.startNext(state);
    } else {
      this.conclude(state);
    }
  }

  /** Judges the edges of a node and settles them. @param {NodeState} state */
  conclude(state) {
    state.phase = 'concluded';
    const result = state.result ?? null;
    const failed = state.failure !== undefined;
    const scope = magicScope(this.#run, FrameScope.after(this.#run, state));
    const verdicts = state.step.outgoing.map((route) =>
      route.isLoop ? { taken: false } : judge(route, result, failed, scope),
    );
    const taken = verdicts.map((verdict) => verdict.taken);
    const unjudged = verdicts.find((verdict) => verdict.error)?.error;
    state.failure = unjudged ?? state.failure;
    const handled = failed && !unjudged && taken.includes(true);
    this.end(state, statusOf(state, handled), result, state.failure);
    if (state.failure && !handled && !state.step.node.run.optional) {
      state.frame.noteFailure(state);
    }
    this.#settleAll(state, taken);
    this.#close(state.frame);
  }

  /**
   * No edge into the node was taken: it doesn't run, and no edge out of it is taken.
   *
   * @param {NodeState} state
   */
  skip(state) {
    state.phase = 'concluded';
    const entry = this.#run.trace.skip(this.#run, state.step, state.key);
    this.#run.commands.push({ kind: 'traced', entry });
    this.#settleAll(
      state,
      state.step.outgoing.map(() => false),
    );
    this.#close(state.frame);
  }

  /**
   * @param {NodeState} state
   * @param {boolean[]} taken
   */
  #settleAll(state, taken) {
    state.step.outgoing.forEach((route, i) => {
      if (route.isLoop) {
        this.looping.leave(state, route);
      } else {
        this.settle(state.frame, route, taken[i]);
      }
    });
  }

  /**
   * Ends the entry of the attempt a node is at.
   *
   * @param {NodeState} state
   * @param {TraceEntry['status']} status
   * @param {Json | undefined} output
   * @param {Failure | undefined} failure
   */
  end(state, status, output, failure) {
    this.#run.running.delete(state);
    const entry = this.#run.trace.end(this.#run, state, status, output, failure);
    this.#run.commands.push({ kind: 'traced', entry });
  }

  /**
   * Settles an edge that starts in a frame: at its target, or for the loop to tell later.
   *
   * @param {Frame} frame
   * @param {Route} route
   * @param {boolean} taken
   */
  settle(frame, route, taken) {
    if (route.to.block !== frame.block) {
      if (taken) {
        frame.loop?.taken.add(route);
      }
      return;
    }
    const target = frame.state(route.to);
    if (taken) {
      target.arrivals.push(route);
      if (frame.block === route.from.block && !route.isLoop) {
        frame.state(route.from).leads = true;
      }
    }
    target.unsettled--;
    if (target.unsettled === 0) {
      this.#run.work.add({ kind: 'decide', state: target });
    }
  }

  /** @param {Frame} frame */
  #close(frame) {
    frame.open--;
    if (frame.open === 0) {
      this.looping.ended(frame);
    }
  }

  /** Begins a pass through a block. @param {Frame} frame */
  open(frame) {
    for (const state of frame.states) {
      if (state.step.incoming.length === 0) {
        this.#run.work.add({ kind: 'decide', state });
      }
    }
    if (frame.open === 0) {
      this.looping.ended(frame);
    }
  }
}

/**
 * @param {NodeState} state
 * @param {boolean} handled
 */
function statusOf(state, handled) {
  if (!state.failure) {
    return 'succeeded';
  }
  return handled ? 'handled' : 'failed';
}
