import { CheckedMemory } from './checked-memory.js';
import { suspending } from './suspension.js';
import { GuestExit, GuestStopped, HostBug } from './guest-end.js';

/**
 * @typedef {import('./guest-call.js').GuestCall} GuestCall
 */

/**
 * One function the host gives to guests.
 *
 * @typedef {object} HostImport
 * @property {string} module
 * @property {string} name
 * @property {boolean} waits whether it may give a promise: then the guest is suspended meanwhile
 * @property {(call: GuestCall, memory: CheckedMemory, args: any[]) => number | Promise<number>} body
 *   `args` are what the guest passes: i32 as a number with its sign, i64 as a bigint, and nothing is
 *   sure about their count
 */

/**
 * What an instance imports for one call.
 *
 * @param {HostImport} given
 * @param {GuestCall} call
 * @returns {Function}
 */
export function bind(given, call) {
  const name = `${given.module}.${given.name}`;
  /** @param {...any} args */
  const guarded = (...args) => {
    try {
      if (call.end) {
        throw call.end;
      }
      const answer = given.body(call, memoryOf(call, name), args);
      return answer instanceof Promise ? answer.catch((e) => rethrow(e)) : answer;
    } catch (e) {
      return rethrow(e);
    }
  };
  return given.waits ? suspending(guarded) : guarded;

  /** @param {unknown} thrown @returns {never} */
  function rethrow(thrown) {
    const isEnd = thrown instanceof GuestStopped || thrown instanceof GuestExit;
    call.end ??= isEnd || thrown instanceof HostBug ? thrown : new HostBug(name, thrown);
    throw call.end;
  }
}

/**
 * The memory, looked at for its size. While a module's start section runs it can't be reached; such
 * a module has no memory to point to.
 *
 * @param {GuestCall} call
 * @param {string} name
 */
function memoryOf(call, name) {
  call.requireLittleMemory();
  return new CheckedMemory(call.memory ?? NO_MEMORY, name);
}

const NO_MEMORY = new WebAssembly.Memory({ initial: 0, maximum: 0 });
