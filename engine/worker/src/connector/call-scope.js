import { membersOf } from '../template/scope.js';
import { put, withMember } from '../value/json.js';

/**
 * What the templates of one call see: its parameters, `_call_id` and `_parameters`.
 *
 * @typedef {import('../value/json.js').JsonObject} JsonObject
 */

export const CALL_ID = '_call_id';
export const PARAMETERS = '_parameters';

/**
 * @param {import('./connector.js').Connector} connector
 * @param {JsonObject} checked the parameters that the contract describes, with defaults
 * @param {JsonObject} given all that the call was given
 * @param {string} callId
 */
export function callScope({ request }, checked, given, callId) {
  const all = parameters(request.except, checked, given);
  return membersOf(withMember(withMember(checked, CALL_ID, callId), PARAMETERS, all));
}

/**
 * The described ones in their order, then the others as given.
 *
 * @param {string[]} except
 * @param {JsonObject} checked
 * @param {JsonObject} given
 */
function parameters(except, checked, given) {
  const others = Object.entries(given).filter(
    ([name, value]) => value !== null && !Object.hasOwn(checked, name),
  );
  /** @type {JsonObject} */
  const all = {};
  for (const [name, value] of [...Object.entries(checked), ...others]) {
    if (!name.startsWith('_') && !except.includes(name)) {
      put(all, name, value);
    }
  }
  return all;
}
