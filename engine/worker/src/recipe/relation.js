/**
 * What decides whether an edge is taken once its source has a result. RECIPE.md, section 2.
 * Conditions stay text here; the template room reads them.
 *
 * - `always`: PIPE, ON_CLICK
 * - `on_branch`: ON_TRUE, ON_FALSE, ON_BRANCH(name)
 * - `if`: an empty condition always holds
 * - `calls_subflow`: the target names another recipe
 * - `documentation`: CONTINUE, IS_A, CONTAINS, HAS_STYLE, HAS_BEHAVIOR: never taken
 * - `unknown`: a relation that nobody knows: a problem of the document, never taken
 *
 * @typedef {{ kind: 'always' }
 *   | { kind: 'on_success' }
 *   | { kind: 'on_fail' }
 *   | { kind: 'on_branch', branch: string }
 *   | { kind: 'if', condition: string }
 *   | { kind: 'foreach', variable: string }
 *   | { kind: 'calls_subflow' }
 *   | { kind: 'documentation', label: string }
 *   | { kind: 'unknown', text: string }} Relation
 */

/**
 * Whether a run can take it: neither documentation nor unknown.
 *
 * @param {Relation} relation
 */
export function isExecutable(relation) {
  return relation.kind !== 'documentation' && relation.kind !== 'unknown';
}
