import { isObject, memberOf, withMember } from '../value/json.js';
import { judge } from './edge-rules.js';
import { allItemsFailed, tooLarge } from './failures.js';
import { FrameScope } from './frame-scope.js';
import { itemsOf } from './item-list.js';
import { Loop } from './loop.js';
import { magicScope } from './magic-scope.js';
import { asResult, failureOf } from './result-rules.js';
import { isOverLimit } from './result-size.js';
import { resultOf } from './run-result.js';

/**
 * @typedef {import('../value/json.js').Json} Json
 * @typedef {import('./block.js').Block} Block
 * @typedef {import('./frame.js').Frame} Frame
 * @typedef {import('./node-state.js').NodeState} NodeState
 * @typedef {import('./route.js').Route} Route
 */

/** Runs the loops of a node, one after another, item by item. RECIPE.md, section 6. */
export class Looping {
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

  /** Starts the next loop of a node, or ends the node after its last. @param {NodeState} source */
  startNext(source) {
    if (source.loops.length === source.step.loops.length) {
      this.#gather(source);
      return;
    }
    const entry = source.step.loops[source.loops.length];
    const loop = new Loop(source, entry, bodyOf(entry), itemsOf(this.#run, source, entry));
    source.loops.push(loop);
    source.frame.add(loop);
    this.#run.work.add({ kind: 'turn', loop });
  }

  /**
   * Begins as many iterations as may go on at once; after the last one, goes on.
   *
   * @param {Loop} loop
   */
  turn(loop) {
    while (loop.canStart()) {
      const frame = loop.start();
      if (loop.entry.to.block === loop.body) {
        this.#settling.settle(frame, loop.entry, true);
      }
      this.#settling.open(frame);
    }
    if (loop.isOver && !loop.isClosed) {
      loop.isClosed = true;
      this.#run.failedItems += loop.failed;
      this.#judgeExits(loop);
      this.startNext(loop.source);
    }
  }

  /** A frame has come to its end. @param {Frame} frame */
  ended(frame) {
    const loop = frame.loop;
    if (loop) {
      loop.finish(frame, frame.failed ? itemFailure(frame.failed) : resultOf(frame));
      this.#run.work.add({ kind: 'turn', loop });
    }
  }

  /**
   * A loop that ran has taken the edge that leads straight out of it; of one without items, the
   * edges out of its body are judged on `{results: []}`.
   *
   * @param {Loop} loop
   */
  #judgeExits(loop) {
    const scope = magicScope(this.#run, FrameScope.after(this.#run, loop.source));
    const nothing = { results: [] };
    for (const exit of loop.body.exits) {
      if (
        exit === loop.entry ||
        (loop.items.length === 0 && judge(exit, nothing, false, scope).taken)
      ) {
        loop.taken.add(exit);
      }
    }
  }

  /** Adds what the loops gave to the node's result. @param {NodeState} source */
  #gather(source) {
    const own = source.result ?? null;
    let result = isObject(own) ? own : { data: own };
    /** @type {Json} */
    let last = null;
    /** @type {import('./result-rules.js').Failure | undefined} */
    let failure;
    for (const loop of source.loops) {
      last = loop.results;
      result = withMember(result, `results_${loop.entry.variable}`, last);
      if (loop.allFailed) {
        failure ??= allItemsFailed(source.step.name, loop.entry.variable, loop.done);
      }
    }
    // `results` says the same once more and isn't counted.
    if (isOverLimit(result)) {
      result = tooLarge(source.step.name);
      failure = failureOf(result, false, source.step.name);
    } else {
      result = { ...withMember(result, 'results', last), ...(failure && asResult(failure)) };
    }
    source.result = result;
    source.failure = failure;
    this.#settling.conclude(source);
  }

  /**
   * Settles the edges out of a loop's body once its source has come to its end.
   *
   * @param {NodeState} source
   * @param {Route} entry
   */
  leave(source, entry) {
    const body = bodyOf(entry);
    const loop = source.frame.loopOver(body);
    if (!loop) {
      this.#skip(body, source.frame);
    }
    for (const exit of body.exits) {
      this.#settling.settle(source.frame, exit, loop?.taken.has(exit) ?? false);
    }
  }

  /**
   * @param {Block} body
   * @param {Frame} frame
   */
  #skip(body, frame) {
    const blocks = [body];
    for (let block = blocks.shift(); block; block = blocks.shift()) {
      for (const step of block.steps) {
        const key = { node: step.name, iteration: frame.iteration };
        const entry = this.#run.trace.skip(this.#run, step, key);
        this.#run.commands.push({ kind: 'traced', entry });
      }
      blocks.push(...block.children);
    }
  }
}

/** @param {NodeState} failed */
function itemFailure({ result, failure }) {
  if (result !== undefined && memberOf(result, 'success') === false) {
    return result;
  }
  return failure ? asResult(failure) : null;
}

/** @param {Route} entry */
function bodyOf(entry) {
  if (!entry.body) {
    throw new Error(`the edge from ${entry.from.name} to ${entry.to.name} is not a loop`);
  }
  return entry.body;
}
