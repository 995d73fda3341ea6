import { WasmModuleBuilder } from './wasm-module-builder.js';

const END = 65_536;
const WASI = 'wasi_snapshot_preview1';
const HTTP = 'iiiiiiiiii:i';

/**
 * Every pointer of every host function: module, name, type, and what is passed. `p` stands for a
 * pointer, `n` for the length that goes with it, a number for itself.
 */
const FUNCTIONS = [
  [WASI, 'fd_read', 'iiii:i', '0 0 1 p'],
  [WASI, 'fd_read', 'iiii:i', '0 p 1 0'],
  [WASI, 'fd_write', 'iiii:i', '1 0 1 p'],
  [WASI, 'fd_write', 'iiii:i', '1 p 1 0'],
  [WASI, 'fd_write', 'iiii:i', '2 p 1 0'],
  [WASI, 'fd_fdstat_get', 'ii:i', '1 p'],
  [WASI, 'clock_time_get', 'ili:i', '0 0 p'],
  [WASI, 'clock_res_get', 'ii:i', '0 p'],
  [WASI, 'random_get', 'ii:i', 'p n'],
  [WASI, 'args_sizes_get', 'ii:i', 'p 0'],
  [WASI, 'args_sizes_get', 'ii:i', '0 p'],
  [WASI, 'environ_sizes_get', 'ii:i', 'p 0'],
  [WASI, 'environ_sizes_get', 'ii:i', '0 p'],
  [WASI, 'poll_oneoff', 'iiii:i', 'p 0 1 0'],
  [WASI, 'poll_oneoff', 'iiii:i', '0 p 1 0'],
  [WASI, 'poll_oneoff', 'iiii:i', '0 0 1 p'],
  ['u6u', 'http_request', HTTP, 'p n 0 0 0 0 0 0 0 0'],
  ['u6u', 'http_request', HTTP, '0 0 p n 0 0 0 0 0 0'],
  ['u6u', 'http_request', HTTP, '0 0 0 0 p n 0 0 0 0'],
  ['u6u', 'http_request', HTTP, '0 0 0 0 0 0 p n 0 0'],
  ['u6u', 'http_request', HTTP, '0 0 0 0 0 0 0 0 0 p'],
  ['u6u', 'kv_get', 'iiii:i', 'p n 0 0'],
  ['u6u', 'kv_get', 'iiii:i', '0 0 0 p'],
  ['u6u', 'kv_put', 'iiiii:i', 'p n 0 0 0'],
  ['u6u', 'kv_put', 'iiiii:i', '0 0 p n 0'],
  ['u6u', 'secret_get', 'iiii:i', 'p n 0 0'],
  ['u6u', 'secret_get', 'iiii:i', '0 0 0 p'],
  ['u6u', 'crypto_sign_rs256', 'iiiiii:i', 'p n 0 0 0 0'],
  ['u6u', 'crypto_sign_rs256', 'iiiiii:i', '0 0 p n 0 0'],
  ['u6u', 'crypto_sign_rs256', 'iiiiii:i', '0 0 0 0 0 p'],
  ['u6u', 'crypto_decrypt', 'iiiiii:i', 'p n 0 0 0 0'],
  ['u6u', 'crypto_decrypt', 'iiiiii:i', '0 0 p n 0 0'],
  ['u6u', 'crypto_decrypt', 'iiiiii:i', '0 0 0 0 0 p'],
  ['arcrun', 'call', 'ii:i', 'p n'],
  ['arcrun', 'read', 'iii:i', '1 p n'],
];

/** Beyond the end, over the end, negative. */
const RANGES = [
  [END, 1],
  [-1, 1],
  [-(2 ** 31), 1],
  [END - 1, 4],
];

/** So long that the sum wraps around. */
const LONG_RANGES = [
  [0, END + 1],
  [100, -1],
  [-100, 200],
  [100, -(2 ** 31)],
];

/**
 * Guests with one page of memory that call a host function with a place outside of it.
 *
 * @returns {Map<string, WasmModuleBuilder>} by what they pass
 */
export function badPointers() {
  const guests = new Map();
  for (const [module, name, type, passed] of FUNCTIONS) {
    const ranges = passed.includes('n') ? [...RANGES, ...LONG_RANGES] : RANGES;
    for (const [pointer, length] of ranges) {
      const values = passed
        .replace('p', String(pointer))
        .replace('n', String(length))
        .split(' ')
        .map(Number);
      guests.set(`${module}.${name}(${values.join(', ')})`, calling(module, name, type, values));
    }
  }
  return guests;
}

/**
 * @param {string} module
 * @param {string} name
 * @param {string} type
 * @param {number[]} values
 */
function calling(module, name, type, values) {
  return new WasmModuleBuilder()
    .importing(module, name, type)
    .memory(1)
    .start((code) => {
      values.forEach((value, i) => (type[i] === 'l' ? code.i64(value) : code.i32(value)));
      code.call(0).drop();
    });
}
