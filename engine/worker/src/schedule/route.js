import { Condition } from './condition.js';

/**
 * @typedef {import('./block.js').Block} Block
 * @typedef {import('./step.js').Step} Step
 */

/** An edge that a run can take. Built by `Topology`, not changed afterwards. */
export class Route {
  /** The body that a FOREACH edge repeats, else undefined. @type {Block | undefined} */
  body;

  /**
   * @param {import('../recipe/edge.js').Edge} edge
   * @param {Step} from
   * @param {Step} to
   */
  constructor(edge, from, to) {
    this.edge = edge;
    this.from = from;
    this.to = to;
    /** Of an IF edge, else undefined. */
    this.condition =
      edge.relation.kind === 'if' ? new Condition(edge.relation.condition) : undefined;
  }

  get isLoop() {
    return this.edge.relation.kind === 'foreach';
  }

  /** The loop variable of a FOREACH edge. */
  get variable() {
    if (this.edge.relation.kind !== 'foreach') {
      throw new Error(`the edge from ${this.from.name} to ${this.to.name} is not a loop`);
    }
    return this.edge.relation.variable;
  }

  /** The block a target has to share so that nothing leaves a loop's body. */
  get startBlock() {
    return this.body ?? this.from.block;
  }
}
