import { decodeUtf8 } from '../value/utf8.js';
import { CodeFailure } from './code-failure.js';
import { JsThrown } from './js-thrown.js';

/**
 * What a user is told about JavaScript that did not come to a result.
 *
 * @typedef {import('./quick-js-vm.js').QuickJsVm} QuickJsVm
 */

/** The name user code has in stack traces. */
export const FILE_NAME = 'code';

const PLACE = new RegExp(`\\b${FILE_NAME}:(\\d{1,9}):\\d{1,9}`);
const LONGEST = 2000;

/** @param {number} ticks */
export function outOfTicks(ticks) {
  return new CodeFailure(
    'TIME_LIMIT',
    `The code was stopped after ${grouped(ticks)} ticks. Is there a loop that never ends? If not, raise \`limits.max_ticks\`.`,
  );
}

export function outOfMemory() {
  return new CodeFailure(
    'MEMORY_LIMIT',
    'The code needs more memory than it may use. Give it less data in one call, or raise `limits.memory_mb`.',
  );
}

export function outOfStack() {
  return codeError(
    'RangeError: Maximum call stack size exceeded. Functions call each other too deep, or the data is nested too deep.',
  );
}

/**
 * @param {number} bytes
 * @param {number} most
 */
export function tooLong(bytes, most) {
  return new CodeFailure(
    'OUTPUT_LIMIT',
    `The result is ${grouped(bytes)} bytes of JSON, allowed are ${grouped(most)}. Return less, or raise \`limits.max_output_bytes\`.`,
  );
}

/** @param {string} why */
export function broken(why) {
  return new CodeFailure('TRAP', `The JavaScript engine stopped unexpectedly: ${why}`);
}

/** @param {string} error */
export function codeError(error) {
  return new CodeFailure('CODE_ERROR', error);
}

/**
 * What JavaScript threw, for example `TypeError: x is not a function (line 3)`.
 *
 * @param {QuickJsVm} vm
 * @param {number} value
 */
export function thrownFailure(vm, value) {
  if (!vm.isError(value)) {
    return codeError(`The code threw ${shortened(withoutThrowing(() => plain(vm, value)))}`);
  }
  const name = withoutThrowing(() => vm.text(vm.property(value, 'name')));
  const message = withoutThrowing(() => vm.text(vm.property(value, 'message')));
  if (name === 'InternalError' && message === 'out of memory') {
    return outOfMemory();
  }
  const place = PLACE.exec(withoutThrowing(() => vm.text(vm.property(value, 'stack'))));
  const line = place ? ` (line ${place[1]})` : '';
  return codeError(shortened(message === '' ? name : `${name}: ${message}`) + line);
}

/**
 * @param {QuickJsVm} vm
 * @param {number} value
 */
function plain(vm, value) {
  const json = vm.json(value);
  return json ? decodeUtf8(json) : vm.text(value);
}

/** Reading what was thrown can run user code, which can throw in turn. @param {() => string} reading */
function withoutThrowing(reading) {
  try {
    return reading();
  } catch (e) {
    if (e instanceof JsThrown) {
      return "an error that can't be shown";
    }
    throw e;
  }
}

/** @param {string} text */
function shortened(text) {
  return text.length <= LONGEST ? text : `${text.slice(0, LONGEST)}…`;
}

/** `1,000,000` @param {number} value */
function grouped(value) {
  return value.toLocaleString('en-US');
}
