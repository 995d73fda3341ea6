import { ExpressionException } from '../template/expression-exception.js';
import { expressionFailure } from './failures.js';
import { branchOf } from './result-rules.js';

/**
 * @typedef {import('../template/scope.js').Scope} Scope
 * @typedef {import('../value/json.js').Json} Json
 * @typedef {import('./route.js').Route} Route
 */

/**
 * The verdict on one edge.
 *
 * @typedef {object} Verdict
 * @property {boolean} taken
 * @property {import('./result-rules.js').Failure} [error] why it can't be judged; then it is not
 *   taken
 */

/**
 * Whether an edge is taken, judged on its own source's result. RECIPE.md, section 2. A FOREACH edge
 * counts as taken when its source didn't fail: then the loop runs.
 *
 * @param {Route} route
 * @param {Json} result
 * @param {boolean} failed
 * @param {Scope} scope
 * @returns {Verdict}
 */
export function judge(route, result, failed, scope) {
  const relation = route.edge.relation;
  switch (relation.kind) {
    case 'always':
      return { taken: true };
    case 'on_success':
    case 'foreach':
    case 'calls_subflow':
      return { taken: !failed };
    case 'on_fail':
      return { taken: failed };
    case 'on_branch':
      return { taken: relation.branch === branchOf(result) };
    case 'if':
      return judgeCondition(route, result, scope);
    case 'documentation':
    case 'unknown':
      return { taken: false };
  }
}

/**
 * @param {Route} route
 * @param {Json} result
 * @param {Scope} scope
 * @returns {Verdict}
 */
function judgeCondition(route, result, scope) {
  const condition = route.condition;
  if (!condition) {
    return { taken: true };
  }
  try {
    return { taken: condition.holds(result, scope) };
  } catch (e) {
    if (e instanceof ExpressionException) {
      return { taken: false, error: expressionFailure(route, condition.text, e.problem) };
    }
    throw e;
  }
}
