import { componentName } from '../recipe/node.js';
import { CredentialPlaceholder } from '../template/credential-placeholder.js';
import { Frame } from './frame.js';
import { Queue } from './queue.js';
import { Topology } from './topology.js';
import { Trace } from './trace.js';

/**
 * What there is to do before the next event: all incoming edges of a node are settled, or an
 * iteration may begin or the last one has ended.
 *
 * @typedef {{ kind: 'decide', state: NodeState } | { kind: 'turn', loop: import('./loop.js').Loop }} Work
 *
 * @typedef {import('../part/component.js').Component} Component
 * @typedef {import('./command.js').Command} Command
 * @typedef {import('./node-state.js').NodeState} NodeState
 */

/** Where one run stands. Follows from its events alone. */
export class RunState {
  trace = new Trace();
  /** @type {Queue<Work>} */
  work = new Queue();
  /** Nodes that wait for one of `max_parallel` calls to be free. @type {Queue<NodeState>} */
  ready = new Queue();
  /** Calls at work, and nodes waiting for their next attempt, by key. @type {Map<string, NodeState>} */
  called = new Map();
  /** By task; several may wait for the same. @type {Map<string, NodeState[]>} */
  parked = new Map();
  /** Nodes whose result is there and waits for a time, by key. @type {Map<string, NodeState>} */
  sleeping = new Map();
  /** Nodes with an entry in the trace that has no end yet. @type {Set<NodeState>} */
  running = new Set();
  /** @type {Command[]} */
  commands = [];
  startedAtMs = 0;
  nowMs = 0;
  callsAtWork = 0;
  executions = 0;
  failedItems = 0;
  #components;
  /** @type {Map<string, Component>} */
  #resolved = new Map();

  /**
   * @param {import('../recipe/recipe.js').Recipe} recipe
   * @param {import('../part/components.js').Components} components
   * @param {import('./run-context.js').RunContext} context
   */
  constructor(recipe, components, context) {
    this.recipe = recipe;
    this.#components = components;
    this.context = context;
    this.topology = new Topology(recipe);
    this.credentials = new CredentialPlaceholder(context.nonce);
    this.root = Frame.root(this.topology.root);
  }

  /** @param {import('./step.js').Step} step */
  component(step) {
    const name = componentName(step.node);
    let component = this.#resolved.get(name);
    if (!component) {
      component = this.#components.resolve(name);
      this.#resolved.set(name, component);
    }
    return component;
  }

  /** Gives the commands of this event and forgets them. */
  takeCommands() {
    const taken = this.commands;
    this.commands = [];
    return taken;
  }
}
