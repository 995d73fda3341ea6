import { componentName } from '../recipe/node.js';
import { resolve } from '../template/templates.js';
import { isBlank } from '../value/blanks.js';
import { get, put, without } from '../value/json.js';
import { callId } from './call-id.js';
import { MAX_DEPTH, noWorkflowName, tooDeep, unknownPart, unresolved } from './failures.js';
import { FrameScope } from './frame-scope.js';
import { magicScope } from './magic-scope.js';
import { receivedBy } from './run-result.js';
import { fits } from './schema-type.js';

/**
 * Puts together what a node asks the host for. RECIPE.md, sections 2 and 4.
 *
 * @typedef {import('../part/contract.js').Contract} Contract
 * @typedef {import('../value/json.js').Json} Json
 * @typedef {import('../value/json.js').JsonObject} JsonObject
 * @typedef {import('./command.js').CallPart} CallPart
 * @typedef {import('./command.js').CallRecipe} CallRecipe
 * @typedef {import('./node-state.js').NodeState} NodeState
 * @typedef {import('./run-state.js').RunState} RunState
 */

/**
 * A call, or the failure result why there can be none.
 *
 * @typedef {{ call: CallPart | CallRecipe } | { refused: JsonObject }} Prepared
 */

/**
 * Reads templates as of now; what they give stays the same for every attempt.
 *
 * @param {RunState} run
 * @param {NodeState} state
 * @returns {Prepared}
 */
export function prepareCall(run, state) {
  const node = state.step.node;
  if (state.step.isSubflow) {
    state.input = receivedBy(state);
    return recipeCall(run, state, componentName(node), state.input, true);
  }
  const component = run.component(state.step);
  if (component.kind === 'unknown') {
    return { refused: unknownPart(node.name, component) };
  }
  const contract = component.kind === 'part' ? component.contract : undefined;
  const scope = FrameScope.before(run, state);
  const resolution = resolve(
    node.parameters,
    contract?.verbatim ?? [],
    magicScope(run, scope, state),
    run.recipe.strict,
    run.credentials,
  );
  state.unresolved = resolution.unresolved;
  if (resolution.failure) {
    return { refused: unresolved(node.name, resolution.failure) };
  }
  const parameters = resolution.value;
  if (component.kind === 'workflow') {
    // Older recipes hold an API key there; it is neither used nor shown.
    state.input = without(parameters, 'api_key');
    return workflowCall(run, state, parameters);
  }
  const input = contract
    ? fromScope(parameters, node.parameters, contract, scope)
    : underScope(parameters, scope);
  state.input = input;
  return {
    call: {
      kind: 'call_part',
      key: state.key,
      attempt: state.attempt,
      callId: callId(run.context.runId, state.key),
      component,
      input,
      credentials: node.credentials,
      timeoutMs: node.run.timeoutMs,
    },
  };
}

/**
 * @param {RunState} run
 * @param {NodeState} state
 * @param {JsonObject} parameters
 * @returns {Prepared}
 */
function workflowCall(run, state, parameters) {
  const name = get(parameters, 'workflow_name');
  if (typeof name !== 'string' || isBlank(name)) {
    return { refused: noWorkflowName(state.step.name) };
  }
  const input = get(parameters, 'input');
  const awaited = get(parameters, 'wait') !== false;
  return recipeCall(run, state, name, input === undefined ? {} : input, awaited);
}

/**
 * @param {RunState} run
 * @param {NodeState} state
 * @param {string} recipe
 * @param {Json} input
 * @param {boolean} awaited
 * @returns {Prepared}
 */
function recipeCall(run, state, recipe, input, awaited) {
  if (run.context.depth >= MAX_DEPTH) {
    return { refused: tooDeep(state.step.name, recipe) };
  }
  return {
    call: {
      kind: 'call_recipe',
      key: state.key,
      attempt: state.attempt,
      callId: callId(run.context.runId, state.key),
      recipe,
      input,
      awaited,
      timeoutMs: state.step.node.run.timeoutMs,
    },
  };
}

/**
 * Whoever has no contract gets everything in scope, his own parameters on top.
 *
 * @param {JsonObject} parameters
 * @param {FrameScope} scope
 */
function underScope(parameters, scope) {
  const input = scope.members();
  Object.entries(parameters).forEach(([name, value]) => put(input, name, value));
  return input;
}

/**
 * @param {JsonObject} parameters
 * @param {JsonObject} written
 * @param {Contract} contract
 * @param {FrameScope} scope
 */
function fromScope(parameters, written, contract, scope) {
  const input = { ...parameters };
  for (const property of contract.fromScope) {
    const value = get(written, property) === undefined ? scope.lookup(property) : undefined;
    if (value !== undefined && fits(value, property, contract.inputSchema)) {
      put(input, property, value);
    }
  }
  return input;
}
