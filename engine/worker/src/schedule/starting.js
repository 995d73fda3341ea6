import { keyId } from './call-key.js';
import { prepareCall } from './calls.js';
import { receivedBy } from './run-result.js';
import { begunEntry } from './trace.js';

/** @typedef {import('./node-state.js').NodeState} NodeState */

/** Calls in one run. RECIPE.md, section 3. */
export const MAX_EXECUTIONS = 10_000;

/** Decides whether a node runs, and begins it. */
export class Starting {
  #run;
  #settling;

  /**
   * @param {import('./run-state.js').RunState} run
   * @param {import('./settling.js').Settling} settling
   */
  constructor(run, settling) {
    this.#run = run;
    this.#settling = settling;
  }

  /**
   * Skips a node that no edge leads to; virtual nodes end at once, the others wait for a call.
   *
   * @param {NodeState} state
   */
  decide(state) {
    const step = state.step;
    if (state.arrivals.length === 0 && !step.isStart) {
      this.#settling.skip(state);
    } else if (step.node.role === 'output') {
      state.startedAtMs = this.#run.nowMs;
      this.#settling.complete(state, receivedBy(state), undefined);
    } else if (step.node.role === 'input' || this.#isTrigger(step)) {
      state.startedAtMs = this.#run.nowMs;
      this.#settling.complete(state, this.#run.context.input, undefined);
    } else {
      state.phase = 'ready';
      this.#run.ready.add(state);
    }
  }

  /** @param {import('./step.js').Step} step */
  #isTrigger(step) {
    const component = step.isSubflow ? undefined : this.#run.component(step);
    return component?.kind === 'part' && component.contract?.runtime === 'trigger';
  }

  /**
   * Begins calls while some may begin.
   *
   * @returns {NodeState | undefined} why the run must end here
   */
  startReady() {
    const most = Math.max(1, this.#run.recipe.maxParallel);
    while (this.#run.callsAtWork < most && !this.#run.ready.isEmpty) {
      if (this.#run.executions === MAX_EXECUTIONS) {
        return this.#run.ready.peek();
      }
      this.#run.executions++;
      this.#start(this.#run.ready.remove());
    }
    return undefined;
  }

  /** @param {NodeState} state */
  #start(state) {
    const run = this.#run;
    state.startedAtMs = run.nowMs;
    if (state.call) {
      // The same call once more: what it is given does not change.
      state.call = { ...state.call, attempt: state.attempt };
    } else {
      const prepared = prepareCall(run, state);
      if ('refused' in prepared) {
        this.#settling.answer(state, prepared.refused, false);
        return;
      }
      state.call = prepared.call;
    }
    state.phase = 'called';
    run.called.set(keyId(state.key), state);
    run.running.add(state);
    run.callsAtWork++;
    run.commands.push({ kind: 'traced', entry: begunEntry(run, state) }, state.call);
  }
}
