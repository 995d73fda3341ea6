/**
 * One execution of a node within a run.
 *
 * @typedef {object} CallKey
 * @property {string} node
 * @property {number[]} iteration indices of the loops around it, outermost first; empty outside
 *   loops
 */

/** `node` or `node[2,0]`, for people. @param {CallKey} key */
export function keyText({ node, iteration }) {
  return iteration.length === 0 ? node : `${node}[${iteration.join(',')}]`;
}

/** A text that no other key has, whatever nodes are called. @param {CallKey} key */
export function keyId({ node, iteration }) {
  return `${iteration.join(',')}|${node}`;
}
