import { magicVariables } from '../template/magic-variables.js';
import { get } from '../value/json.js';
import { callId } from './call-id.js';

/**
 * @typedef {import('./frame-scope.js').FrameScope} FrameScope
 * @typedef {import('./run-state.js').RunState} RunState
 */

/**
 * A scope in which magic variables come first. They are worked out when one is asked for.
 *
 * @param {RunState} run
 * @param {FrameScope} rest
 * @param {import('./node-state.js').NodeState} [call] whose parameters are put together; then
 *   `_call_id` is there
 * @returns {import('../template/scope.js').Scope}
 */
export function magicScope(run, rest, call) {
  /** @type {import('../value/json.js').JsonObject | undefined} */
  let known;
  const magic = () =>
    (known ??= magicVariables({
      atMs: run.nowMs,
      runId: run.context.runId,
      recipe: run.recipe.name,
      triggeredBy: run.context.triggeredBy,
      scheduledAt: run.context.scheduledAt,
      callId: call && callId(run.context.runId, call.key),
    }));
  return {
    lookup(name) {
      const value = name.startsWith('_') ? get(magic(), name) : undefined;
      return value === undefined ? rest.lookup(name) : value;
    },
    names: () => [...new Set([...rest.names(), ...Object.keys(magic())])],
  };
}
