import { visible } from './guest-log.js';
import { GuestStopped } from './guest-end.js';

/** @typedef {import('./call-failure.js').CallFailure} CallFailure */

const AUTHOR = 'This is a mistake in the part: tell its author.';

/**
 * Turns what came flying out of a guest into a failure for the user.
 *
 * @param {unknown} thrown
 * @returns {CallFailure}
 */
export function failureOf(thrown) {
  if (thrown instanceof GuestStopped) {
    return thrown.failure;
  }
  if (thrown instanceof RangeError && thrown.message.includes('call stack')) {
    return STACK_LIMIT;
  }
  return { code: 'TRAP', error: `The part broke off: ${told(thrown)}.`, hint: AUTHOR };
}

/** @type {CallFailure} */
export const MEMORY_LIMIT = {
  code: 'MEMORY_LIMIT',
  error: 'The part needed more memory than it may use.',
  hint: 'Give it less to do in one call, or raise its memory limit.',
};

/** @type {CallFailure} */
export const CANCELLED = { code: 'CANCELLED', error: 'The call was cancelled.' };

/** @type {CallFailure} */
export const STACK_LIMIT = {
  code: 'STACK_LIMIT',
  error: "The part's functions call each other too deep.",
  hint: 'Its input may be nested too deep, or the part may never stop calling itself.',
};

/** @param {number} wallMs @returns {CallFailure} */
export function timeout(wallMs) {
  const time = wallMs % 1000 === 0 ? `${wallMs / 1000} s` : `${wallMs} ms`;
  return {
    code: 'TIMEOUT',
    error: `The part had not finished after ${time}.`,
    hint: 'Raise `run.timeout_ms` of the node if it may take longer.',
  };
}

/**
 * @param {string} name of the host function
 * @param {number} pointer
 * @param {number} length
 * @returns {CallFailure}
 */
export function badPointer(name, pointer, length) {
  return {
    code: 'BAD_POINTER',
    error: `The part gave \`${name}\` a place outside its memory (${length} bytes at ${pointer}).`,
    hint: AUTHOR,
  };
}

/** @param {unknown} thrown */
function told(thrown) {
  const message = thrown instanceof Error ? thrown.message.trim() : '';
  if (message === '') {
    return thrown instanceof Error ? thrown.name : 'it threw an exception of its own';
  }
  return message === 'unreachable'
    ? 'it reached code that it declares unreachable'
    : visible(message).replace(/\.$/, '');
}
