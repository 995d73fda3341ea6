import { decodeUtf8 } from '../value/utf8.js';
import { GuestStopped } from './guest-end.js';
import { badPointer } from './guest-failures.js';

const TWO_32 = 2 ** 32;

/**
 * A guest's memory as one host function uses it. Pointers and lengths come from the guest and are
 * unsigned 32 bit numbers; each range is checked before it is touched, and one that isn't inside the
 * memory ends the call with `BAD_POINTER`.
 */
export class CheckedMemory {
  #memory;
  #name;

  /**
   * @param {WebAssembly.Memory} memory
   * @param {string} name what the guest called, for the message
   */
  constructor(memory, name) {
    this.#memory = memory;
    this.#name = name;
  }

  /** A copy. @param {number} pointer @param {number} length */
  read(pointer, length) {
    const start = this.#checked(pointer, length);
    return new Uint8Array(this.#memory.buffer.slice(start, start + unsigned(length)));
  }

  /** @param {number} pointer @param {number} length */
  readText(pointer, length) {
    return decodeUtf8(this.read(pointer, length));
  }

  /** @param {number} pointer @param {Uint8Array} bytes */
  write(pointer, bytes) {
    const start = this.#checked(pointer, bytes.length);
    new Uint8Array(this.#memory.buffer).set(bytes, start);
  }

  /** @param {number} pointer */
  u8(pointer) {
    return this.#view(pointer, 1).getUint8(0);
  }

  /** @param {number} pointer */
  u16(pointer) {
    return this.#view(pointer, 2).getUint16(0, true);
  }

  /** @param {number} pointer */
  u32(pointer) {
    return this.#view(pointer, 4).getUint32(0, true);
  }

  /** @param {number} pointer */
  u64(pointer) {
    return this.#view(pointer, 8).getBigUint64(0, true);
  }

  /** @param {number} pointer @param {number} value */
  putU32(pointer, value) {
    this.#view(pointer, 4).setUint32(0, value, true);
  }

  /** @param {number} pointer @param {bigint} value */
  putU64(pointer, value) {
    this.#view(pointer, 8).setBigUint64(0, value, true);
  }

  /**
   * Checks a range without touching it: before work whose result goes there.
   *
   * @param {number} pointer
   * @param {number} length
   */
  require(pointer, length) {
    this.#checked(pointer, length);
  }

  /** @param {number} pointer @param {number} length */
  #view(pointer, length) {
    return new DataView(this.#memory.buffer, this.#checked(pointer, length), length);
  }

  /** @param {number} pointer @param {number} length */
  #checked(pointer, length) {
    const start = unsigned(pointer);
    const size = unsigned(length);
    // Turned round so that NaN, which a wrong number of arguments gives, is outside too.
    if (!(start + size <= this.#memory.buffer.byteLength)) {
      throw new GuestStopped(badPointer(this.#name, start, size));
    }
    return start;
  }
}

/**
 * An i32 arrives with its sign; a sum made by the host may be beyond 32 bits.
 *
 * @param {number} value
 */
export function unsigned(value) {
  if (typeof value !== 'number') {
    return NaN;
  }
  return value < 0 ? value + TWO_32 : value;
}
