import { asResult } from './result-rules.js';

/**
 * Failures that the engine itself gives. RECIPE.md, sections 3 and 5.
 *
 * @typedef {import('../value/json.js').JsonObject} JsonObject
 * @typedef {import('./result-rules.js').Failure} Failure
 */

export const DEPTH_LIMIT = 'DEPTH_LIMIT';

/** How deep recipes may call recipes. */
export const MAX_DEPTH = 16;

/**
 * @param {string} node
 * @param {{ name: string, nearest: string[] }} unknown
 */
export function unknownPart(node, { name, nearest }) {
  const hint =
    nearest.length === 0
      ? 'Choose a part from the catalog, or add your own to the workspace.'
      : `Did you mean ${either(nearest)}?`;
  return failure(
    `Node \`${node}\` uses the part \`${name}\`, which doesn't exist. ${hint}`,
    'UNKNOWN_PART',
    hint,
  );
}

/**
 * @param {string} node
 * @param {import('../template/unresolved.js').Unresolved} missing
 */
export function unresolved(node, { message, code, nearest }) {
  if (code === 'TEXT_TOO_LARGE') {
    return failure(`Node \`${node}\`: ${message}`, code, 'Keep only what you need of it.');
  }
  const hint =
    nearest.length === 0
      ? 'Give it a default with `??`, or refer to something that is there.'
      : `Did you mean ${either(nearest)}?`;
  return failure(`Node \`${node}\`: ${message}`, code, hint);
}

/** @param {string} node */
export function noWorkflowName(node) {
  const hint = 'Set `workflow_name` to the name of a recipe.';
  return failure(
    `Node \`${node}\` doesn't say which recipe to run. ${hint}`,
    'MISSING_PARAMETER',
    hint,
  );
}

/**
 * @param {string} node
 * @param {string} recipe
 */
export function tooDeep(node, recipe) {
  const hint = 'Look for recipes that call each other in a circle.';
  return failure(
    `Node \`${node}\` can't run \`${recipe}\`: recipes already call each other ${MAX_DEPTH} deep. ${hint}`,
    DEPTH_LIMIT,
    hint,
  );
}

/** @param {string} node */
export function tooLarge(node) {
  const hint = 'Ask for less at once, or keep only the fields you need.';
  return failure(`The result of node \`${node}\` is over 5 MiB. ${hint}`, 'RESULT_TOO_LARGE', hint);
}

/**
 * @param {string} node
 * @param {string} variable
 * @param {number} items
 * @returns {Failure}
 */
export function allItemsFailed(node, variable, items) {
  const which = items === 1 ? 'The only item' : `All ${items} items`;
  return {
    error: `${which} of the loop \`FOREACH ${variable}\` at node \`${node}\` failed.`,
    code: 'ALL_ITEMS_FAILED',
  };
}

/**
 * @param {import('./route.js').Route} route
 * @param {string} condition
 * @param {string} why
 * @returns {Failure}
 */
export function expressionFailure(route, condition, why) {
  return {
    error: `The condition \`${condition}\` between \`${route.from.name}\` and \`${route.to.name}\` can't be judged: ${why}`,
    code: 'EXPRESSION',
  };
}

/** @type {Failure} */
export const CANCELLED = { error: 'The run was cancelled.', code: 'CANCELLED' };

/**
 * @param {string} node
 * @param {number} limit
 * @returns {Failure}
 */
export function nodeLimit(node, limit) {
  return {
    error: `The run made ${limit} calls, the most a run may make, and stopped before node \`${node}\`. Let it work on fewer items at once.`,
    code: 'NODE_LIMIT',
  };
}

/** @param {string[]} nodes @returns {Failure} */
export function cycle(nodes) {
  return {
    error: `The flow goes round in a circle: ${nodes.join(' → ')}. Remove one of these edges; to repeat something, use FOREACH.`,
    code: 'CYCLE',
  };
}

/**
 * @param {string} error
 * @param {string} code
 * @param {string} hint
 * @returns {JsonObject}
 */
function failure(error, code, hint) {
  return { ...asResult({ error, code }), hint };
}

/** @param {string[]} names */
function either(names) {
  return names.map((name) => `\`${name}\``).join(' or ');
}
