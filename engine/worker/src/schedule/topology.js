import { id } from '../recipe/names.js';
import { isExecutable } from '../recipe/relation.js';
import { Block } from './block.js';
import { flowOrder } from './flow-order.js';
import { Route } from './route.js';
import { Step } from './step.js';

/** @typedef {import('../recipe/recipe.js').Recipe} Recipe */

/**
 * What can be known of a recipe before it runs: order, loop bodies, who comes before whom.
 *
 * A node that only documentation edges name takes no part in a run.
 */
export class Topology {
  root = new Block();
  /** The virtual inputs. @type {Step[]} */
  inputs = [];
  /** @type {Map<string, Step>} */
  #byName = new Map();
  /** @type {Map<string, Step>} */
  #byId = new Map();

  /** @param {Recipe} recipe */
  constructor(recipe) {
    for (const edge of recipe.edges) {
      this.#connect(recipe, edge);
    }
    const order = flowOrder([...this.#byName.values()]);
    /** In topological order; incomplete when there is a cycle. */
    this.steps = order.steps;
    /** The nodes of one circle of edges, or nothing; with a circle the rest isn't filled in. */
    this.cycle = order.cycle;
    if (this.cycle.length === 0) {
      this.#findBodies();
      this.#findExits();
    }
  }

  /**
   * The step of that name as written, else of that Arcrun id; undefined when there is none.
   *
   * @param {string} name
   */
  named(name) {
    return this.#byName.get(name) ?? this.#byId.get(name);
  }

  /**
   * @param {Recipe} recipe
   * @param {import('../recipe/edge.js').Edge} edge
   */
  #connect(recipe, edge) {
    if (edge.relation.kind === 'documentation') {
      return;
    }
    const from = this.#step(recipe, edge.from);
    const to = this.#step(recipe, edge.to);
    if (!isExecutable(edge.relation)) {
      to.brokenIncoming = true;
      return;
    }
    const route = new Route(edge, from, to);
    from.outgoing.push(route);
    to.incoming.push(route);
    to.isSubflow ||= edge.relation.kind === 'calls_subflow';
    if (route.isLoop) {
      from.loops.push(route);
    }
  }

  /** A step belongs to the innermost body through which all ways to it lead. */
  #findBodies() {
    for (const step of this.steps) {
      step.block = step.node.role === 'output' ? this.root : this.#sharedBlock(step);
      step.slot = step.block.steps.length;
      step.block.steps.push(step);
      for (const loop of step.loops) {
        loop.body = new Block(step.block);
      }
    }
  }

  /** @param {Step} step */
  #sharedBlock(step) {
    return step.incoming.length === 0
      ? this.root
      : step.incoming.map((route) => route.startBlock).reduce(Block.common);
  }

  #findExits() {
    for (const route of this.steps.flatMap((step) => step.outgoing)) {
      let left = route.startBlock;
      while (left !== route.to.block && left.parent) {
        left.exits.push(route);
        left = left.parent;
      }
    }
  }

  /**
   * @param {Recipe} recipe
   * @param {string} name
   */
  #step(recipe, name) {
    const known = this.#byName.get(name);
    if (known) {
      return known;
    }
    const node = recipe.nodes.get(name);
    if (!node) {
      throw new Error(`an edge names a node that is missing: ${name}`);
    }
    const step = new Step(node, this.#byName.size, this.root);
    this.#byName.set(name, step);
    if (!this.#byId.has(id(name))) {
      this.#byId.set(id(name), step);
    }
    if (node.role === 'input') {
      this.inputs.push(step);
    }
    return step;
  }
}
