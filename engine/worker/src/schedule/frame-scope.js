import { get, isObject, memberOf, put } from '../value/json.js';
import { Ancestors } from './ancestors.js';

/**
 * @typedef {import('../template/scope.js').Scope} Scope
 * @typedef {import('../value/json.js').Json} Json
 * @typedef {import('../value/json.js').JsonObject} JsonObject
 * @typedef {import('./node-state.js').NodeState} NodeState
 * @typedef {import('./run-state.js').RunState} RunState
 * @typedef {import('./step.js').Step} Step
 */

const INPUT = 'input';
const INDEX = '_index';

/**
 * What names mean at one place of a run, apart from magic variables: loop variables, inner first;
 * `input` and node names; top-level fields of ancestors' results, nearest first; the run input's
 * fields. Only what has come before by the flow is there, never what happens to be done. RECIPE.md,
 * section 3.
 *
 * @implements {Scope}
 */
export class FrameScope {
  #run;
  #frame;
  #ancestors;

  /**
   * @param {RunState} run
   * @param {import('./frame.js').Frame} frame
   * @param {Ancestors} ancestors
   */
  constructor(run, frame, ancestors) {
    this.#run = run;
    this.#frame = frame;
    this.#ancestors = ancestors;
  }

  /**
   * Where a node's parameters are put together.
   *
   * @param {RunState} run
   * @param {NodeState} state
   */
  static before(run, state) {
    return new FrameScope(run, state.frame, Ancestors.of(state.step));
  }

  /**
   * Where a node's edges are judged: its own result is there.
   *
   * @param {RunState} run
   * @param {NodeState} state
   */
  static after(run, state) {
    return new FrameScope(run, state.frame, Ancestors.from(state.step));
  }

  /** @param {string} name @returns {Json | undefined} */
  lookup(name) {
    for (const { variable, item, index } of this.#loopVariables()) {
      if (name === variable) {
        return item;
      }
      if (name === variable + INDEX) {
        return index;
      }
    }
    const node = this.#namedAncestor(name);
    if (node) {
      return this.#frame.resultOf(node);
    }
    if (name === INPUT) {
      return this.#run.context.input;
    }
    const field = this.#ancestorField(name);
    return field === undefined ? this.#inputField(name) : field;
  }

  /** Of the loops around, inner first. */
  *#loopVariables() {
    for (let { loop, parent, index } = this.#frame; loop && parent; { loop, parent, index } = parent) {
      yield { variable: loop.entry.variable, item: loop.items[index], index };
    }
  }

  /** The name of a node before this one means that node, also when it was skipped. @param {string} name */
  #namedAncestor(name) {
    const step = this.#run.topology.named(name);
    if (!step || (name === INPUT && step.node.role !== 'input')) {
      return undefined;
    }
    return this.#ancestors.contains(step) ? step : undefined;
  }

  /** @param {string} name */
  #ancestorField(name) {
    for (const step of this.#ancestors) {
      const result = step.node.role === 'input' ? undefined : this.#frame.resultOf(step);
      const field = memberOf(result, name);
      if (field !== undefined) {
        return field;
      }
    }
    return undefined;
  }

  /**
   * Fields of the run input come last, also where they reach a node as a virtual node's result.
   *
   * @param {string} name
   */
  #inputField(name) {
    return this.#inputs()
      .map((input) => memberOf(input, name))
      .find((field) => field !== undefined);
  }

  /** The run input, preceded by virtual inputs' results, which carry those of their loops. */
  #inputs() {
    const results = this.#run.topology.inputs
      .filter((step) => step.loops.length > 0 && this.#ancestors.contains(step))
      .map((step) => this.#frame.resultOf(step))
      .filter((result) => result !== undefined);
    return [...results, this.#run.context.input];
  }

  names() {
    return [...new Set(Array.from(this.#entries(), ([name]) => name))];
  }

  /** Everything in scope by name, put together in the order in which names are looked up. */
  members() {
    /** @type {JsonObject} */
    const members = {};
    for (const [name, value] of this.#entries()) {
      if (!Object.hasOwn(members, name)) {
        put(members, name, value);
      }
    }
    return members;
  }

  /** Every value in scope, those that a nearer one of the same name hides included. */
  values() {
    return Array.from(this.#entries(), ([, value]) => value);
  }

  /** @returns {Generator<[name: string, value: Json]>} */
  *#entries() {
    for (const { variable, item, index } of this.#loopVariables()) {
      yield [variable, item];
      yield [variable + INDEX, index];
    }
    yield [INPUT, this.lookup(INPUT) ?? null];
    /** @type {Json[]} */
    const results = [];
    const silent = new Set();
    for (const step of this.#ancestors) {
      const result = this.#frame.resultOf(step);
      if (result === undefined) {
        silent.add(step.name);
        continue;
      }
      yield [step.name, result];
      if (step.node.role !== 'input') {
        results.push(result);
      }
    }
    for (const result of [...results, ...this.#inputs()]) {
      if (isObject(result)) {
        yield* Object.entries(result).filter(([name]) => !silent.has(name));
      }
    }
  }
}
