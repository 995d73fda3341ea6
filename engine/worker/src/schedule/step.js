/**
 * @typedef {import('./block.js').Block} Block
 * @typedef {import('./route.js').Route} Route
 */

/** A node with its place in the topology. Built by `Topology`, not changed afterwards. */
export class Step {
  /** Edges a run can take, in flow order. @type {Route[]} */
  incoming = [];
  /** @type {Route[]} */
  outgoing = [];
  /** Those of {@link outgoing} that are FOREACH. @type {Route[]} */
  loops = [];
  /** Position in topological order. */
  index = -1;
  /** Position among the steps of its block. */
  slot = 0;
  /** Whether another recipe runs here: a CALLS_SUBFLOW edge leads to it. */
  isSubflow = false;
  /** Whether an edge with an unknown relation points here. */
  brokenIncoming = false;

  /**
   * @param {import('../recipe/node.js').Node} node
   * @param {number} flowIndex position of the node's first appearance in the flow
   * @param {Block} root
   */
  constructor(node, flowIndex, root) {
    this.node = node;
    this.flowIndex = flowIndex;
    this.block = root;
  }

  get name() {
    return this.node.name;
  }

  /** Whether a run of the block begins with it. */
  get isStart() {
    return this.incoming.length === 0 && !this.brokenIncoming;
  }
}
