import { awaitedTask } from '../schedule/result-rules.js';
import { isObject, withMember } from '../value/json.js';
import { randomHex } from '../value/digest.js';

/** @typedef {import('../run/part-caller.js').PartCaller} PartCaller */

const BYTES = 16;

/**
 * Gives each task that a part waits for an id of the executor's own, so that nobody resumes it by
 * guessing what a part would call it.
 *
 * @param {PartCaller} caller
 * @returns {PartCaller}
 */
export function withOwnTaskIds(caller) {
  return {
    async call(run, command, signal) {
      const answer = await caller.call(run, command, signal);
      const { result } = answer;
      return isObject(result) && awaitedTask(result) !== undefined
        ? { ...answer, result: withMember(result, 'task_id', randomHex(BYTES)) }
        : answer;
    },
  };
}

/** Whether a text can be such an id. @param {unknown} text @returns {text is string} */
export function isTaskId(text) {
  return typeof text === 'string' && /^[0-9a-f]{32}$/.test(text);
}
