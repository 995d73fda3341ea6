/**
 * Virtual nodes stand for the run's input and output and never fail; the others run a part.
 *
 * @typedef {'input' | 'output' | 'part'} Role
 */

/**
 * A node of the flow with its settings.
 *
 * @typedef {object} Node
 * @property {string} name
 * @property {Role} role
 * @property {string | undefined} component the part as written (`component:`), or undefined where
 *   the node's own name is the part
 * @property {import('../value/json.js').JsonObject} parameters every key of its config that isn't a
 *   setting, with templates unread
 * @property {import('./node-run.js').NodeRun} run
 * @property {Record<string, string>} credentials the part's credential key to the name under which
 *   the user keeps it
 */

/**
 * The component name to look up: as written, else the node's name.
 *
 * @param {Node} node
 */
export function componentName(node) {
  return node.component ?? node.name;
}
