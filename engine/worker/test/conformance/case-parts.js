import { keyText } from '../../src/schedule/call-key.js';
import { get, isObject } from '../../src/value/json.js';
import { onlyKnown } from './conformance-case.js';

/**
 * @typedef {import('../../src/value/json.js').Json} Json
 * @typedef {import('../../src/value/json.js').JsonObject} JsonObject
 */

/**
 * What a part of a case answers: the script of node, iteration and attempt, the closest first; a
 * node without one gives back what it receives.
 *
 * @param {JsonObject} scripts
 * @param {import('../../src/schedule/call-key.js').CallKey} key
 * @param {number} attempt
 * @param {Json} input
 * @returns {Json}
 */
export function partAnswer(scripts, key, attempt, input) {
  const text = keyText(key);
  for (const name of [`${text}#${attempt}`, text, `${key.node}#${attempt}`, key.node]) {
    const script = get(scripts, name);
    if (isObject(script)) {
      return scripted(script);
    }
  }
  return { success: true, data: input };
}

/** @param {JsonObject} script @returns {Json} */
function scripted(script) {
  onlyKnown(script, ['data', 'fail', 'code', 'result', 'text_of_bytes', 'list']);
  if (script.result !== undefined) {
    return script.result;
  }
  if (typeof script.text_of_bytes === 'number') {
    return 'x'.repeat(script.text_of_bytes - 2);
  }
  if (isObject(script.list)) {
    return { success: true, data: numbers(script.list) };
  }
  if (script.fail === undefined) {
    return { success: true, data: script.data ?? null };
  }
  const failure = { success: false, error: script.fail };
  return script.code === undefined ? failure : { ...failure, error_code: script.code };
}

/** `{items: 3}` is `{items: [0, 1, 2]}`. @param {JsonObject} counts @returns {JsonObject} */
function numbers(counts) {
  return Object.fromEntries(
    Object.entries(counts).map(([name, count]) => [
      name,
      Array.from({ length: Number(count) }, (_, i) => i),
    ]),
  );
}
