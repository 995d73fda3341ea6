/**
 * A recipe's meaning. Nodes are in order of first appearance in the flow, edges in flow order.
 *
 * @typedef {object} Recipe
 * @property {string} name
 * @property {string | undefined} description
 * @property {boolean} strict
 * @property {boolean} durable
 * @property {boolean} safe
 * @property {number} maxParallel how many part calls run at once, at least 1
 * @property {string | undefined} onFailure name of the recipe that receives the record of a failed
 *   run
 * @property {import('../value/json.js').JsonObject | undefined} inputs JSON Schema (2020-12) of the
 *   run input
 * @property {import('./trigger.js').Trigger[]} triggers
 * @property {ReadonlyMap<string, import('./node.js').Node>} nodes by name
 * @property {import('./edge.js').Edge[]} edges
 */

export const DEFAULT_MAX_PARALLEL = 8;
