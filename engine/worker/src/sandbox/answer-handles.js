import { GuestStopped } from './guest-end.js';
import { MEMORY_LIMIT } from './guest-failures.js';

/** Answers that wait for the guest to fetch them, each under a number from 1. */
export class AnswerHandles {
  /** @type {Map<number, { bytes: Uint8Array, read: number }>} */
  #answers = new Map();
  #mostBytes;
  #bytes = 0;
  #last = 0;

  /** @param {number} mostBytes how much may wait at one time */
  constructor(mostBytes) {
    this.#mostBytes = mostBytes;
  }

  /** @param {Uint8Array} bytes */
  add(bytes) {
    if (this.#bytes + bytes.length > this.#mostBytes) {
      throw new GuestStopped(MEMORY_LIMIT);
    }
    this.#bytes += bytes.length;
    this.#last++;
    this.#answers.set(this.#last, { bytes, read: 0 });
    return this.#last;
  }

  /** Length in bytes; undefined for an unknown handle. @param {number} handle */
  size(handle) {
    return this.#answers.get(handle)?.bytes.length;
  }

  /**
   * The next bytes not yet fetched, at most so many; undefined for an unknown handle.
   *
   * @param {number} handle
   * @param {number} most
   */
  read(handle, most) {
    const answer = this.#answers.get(handle);
    if (!answer) {
      return undefined;
    }
    const part = answer.bytes.subarray(answer.read, answer.read + most);
    answer.read += part.length;
    return part;
  }

  /** Whether there was such an answer. @param {number} handle */
  drop(handle) {
    this.#bytes -= this.#answers.get(handle)?.bytes.length ?? 0;
    return this.#answers.delete(handle);
  }
}
