import { AnswerHandles } from './answer-handles.js';
import { GuestStopped } from './guest-end.js';
import { CANCELLED, MEMORY_LIMIT, timeout } from './guest-failures.js';
import { GuestLog } from './guest-log.js';

/**
 * @typedef {import('./call-failure.js').CallFailure} CallFailure
 * @typedef {import('./host-call.js').HostCall} HostCall
 * @typedef {import('./limits.js').Limits} Limits
 */

const MIB = 1024 * 1024;

/** What host functions share during one call: streams, counters, the way out. */
export class GuestCall {
  #input;
  #limits;
  #inputRead = 0;
  /** @type {Uint8Array[]} */
  #output = [];
  #abort = new AbortController();
  /** @type {(ended: GuestStopped) => void} */
  #interrupt = () => {};
  /** @type {Promise<never>} */
  #interrupted = new Promise((_, reject) => {
    this.#interrupt = reject;
  });
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #timer;
  #deadline;
  outputBytes = 0;
  /** @type {HostCall[]} */
  hostCalls = [];
  /**
   * Why the guest was ended, by the host or itself. A guest that catches what ends it and goes on
   * gets it again from every host function.
   *
   * @type {Error | undefined}
   */
  end;
  /** The first request the host did not carry out. @type {CallFailure | undefined} */
  hostFailure;
  /** Known once an instance is made. @type {WebAssembly.Memory | undefined} */
  memory;

  /**
   * @param {Uint8Array} input
   * @param {Limits} limits
   * @param {import('./host-services.js').HostServices} host
   */
  constructor(input, limits, host) {
    this.#input = input;
    this.#limits = limits;
    this.#deadline = Date.now() + limits.wallMs;
    this.host = host;
    this.log = new GuestLog(limits.logBytes);
    this.answers = new AnswerHandles(limits.memoryMiB * MIB);
    this.#interrupted.catch(() => {});
  }

  /** The next bytes of standard input, at most so many; empty at its end. @param {number} most */
  readInput(most) {
    const bytes = this.#input.subarray(this.#inputRead, this.#inputRead + most);
    this.#inputRead += bytes.length;
    return bytes;
  }

  /** Refuses a length before it is read from memory. @param {number} length */
  requireOutputRoom(length) {
    if (length > this.#limits.outputBytes - this.outputBytes) {
      throw new GuestStopped({
        code: 'OUTPUT_LIMIT',
        error: `The part wrote more than ${this.#limits.outputBytes} bytes.`,
        hint: 'Let it give less, for example a page at a time.',
      });
    }
  }

  /** @param {Uint8Array} bytes for which there is room */
  writeOutput(bytes) {
    this.#output.push(bytes);
    this.outputBytes += bytes.length;
  }

  output() {
    const all = new Uint8Array(this.outputBytes);
    let at = 0;
    for (const bytes of this.#output) {
      all.set(bytes, at);
      at += bytes.length;
    }
    return all;
  }

  /** Remembers why a request failed, so that the part's own failure can be explained. @param {CallFailure} failure */
  noteHostFailure(failure) {
    this.hostFailure ??= failure;
  }

  /** One more request; over the limit the guest ends. */
  countHostCall() {
    if (this.hostCalls.length >= this.#limits.hostCalls) {
      throw new GuestStopped({
        code: 'HOST_CALL_LIMIT',
        error: `The part made more than ${this.#limits.hostCalls} calls to the host.`,
        hint: 'Let it do less in one call, for example with a FOREACH outside.',
      });
    }
  }

  get hasTooMuchMemory() {
    return (this.memory?.buffer.byteLength ?? 0) > this.#limits.memoryMiB * MIB;
  }

  requireLittleMemory() {
    if (this.hasTooMuchMemory) {
      throw new GuestStopped(MEMORY_LIMIT);
    }
  }

  /**
   * Does something that waits, until the guest must end.
   *
   * @template T
   * @param {(signal: AbortSignal) => Promise<T>} work
   * @returns {Promise<T>}
   */
  outside(work) {
    this.#timer ??= setTimeout(
      () => this.stop(timeout(this.#limits.wallMs)),
      Math.max(0, this.#deadline - Date.now()),
    );
    return Promise.race([work(this.#abort.signal), this.#interrupted]);
  }

  /** Sleeps, unless the call is ended before. @param {number} ms */
  sleep(ms) {
    return this.outside(
      (signal) =>
        new Promise((resolve) => {
          const timer = setTimeout(resolve, Math.min(ms, this.#limits.wallMs + 1));
          signal.addEventListener('abort', () => clearTimeout(timer));
        }),
    );
  }

  /** Ends the guest while it waits. @param {CallFailure} failure */
  stop(failure) {
    this.#interrupt(new GuestStopped(failure));
    this.#abort.abort();
  }

  cancel() {
    this.stop(CANCELLED);
  }

  /** The guest has ended: nothing is waited for any more. */
  close() {
    if (this.#timer !== undefined) {
      clearTimeout(this.#timer);
    }
    this.#abort.abort();
  }
}
