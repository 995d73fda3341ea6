import { unsigned } from './checked-memory.js';
import { BADF, INVAL, SUCCESS } from './errno.js';
import { GuestExit } from './guest-end.js';
import { monotonicNanos, realtimeNanos } from './wasi-clock.js';
import { poll } from './wasi-poll.js';

/**
 * @typedef {import('./checked-memory.js').CheckedMemory} CheckedMemory
 * @typedef {import('./guest-call.js').GuestCall} GuestCall
 * @typedef {import('./host-import.js').HostImport} HostImport
 */

export const WASI = 'wasi_snapshot_preview1';

const RANDOM_PIECE = 65_536;
const IOVEC_BYTES = 8;
const FDSTAT_BYTES = 24;
const RIGHT_READ = 1n << 1n;
const RIGHT_WRITE = 1n << 6n;
const REALTIME = 0;
const MONOTONIC = 1;
const CLOCK_STEP_NANOS = 1000n;

/**
 * The calls of WASI preview 1 that a part gets: three streams, clocks, randomness, exit. Layouts:
 * WASI snapshot_preview1, witx.
 *
 * @type {HostImport[]}
 */
export const WASI_IMPORTS = [
  given('fd_read', read),
  given('fd_write', write),
  given('fd_close', (_call, _memory, [fd]) => standard(fd)),
  given('fd_fdstat_get', describe),
  given('proc_exit', (_call, _memory, [code]) => {
    throw new GuestExit(code);
  }),
  given('clock_time_get', time),
  given('clock_res_get', resolution),
  given('random_get', random),
  given('args_sizes_get', noneCounted),
  given('args_get', () => SUCCESS),
  given('environ_sizes_get', noneCounted),
  given('environ_get', () => SUCCESS),
  { ...given('poll_oneoff', poll), waits: true },
  given('sched_yield', () => SUCCESS),
];

/**
 * @param {string} name
 * @param {HostImport['body']} body
 * @returns {HostImport}
 */
function given(name, body) {
  return { module: WASI, name, waits: false, body };
}

/** (fd, iovecs, count, out read) @type {HostImport['body']} */
function read(call, memory, [fd, iovecs, count, out]) {
  memory.require(out, 4);
  if (fd !== 0) {
    return BADF;
  }
  let done = 0;
  for (let i = 0; i < unsigned(count); i++) {
    const { pointer, length } = iovec(memory, iovecs, i);
    const bytes = call.readInput(length);
    memory.write(pointer, bytes);
    done += bytes.length;
    if (bytes.length < length) {
      break;
    }
  }
  memory.putU32(out, done);
  return SUCCESS;
}

/** (fd, iovecs, count, out written) @type {HostImport['body']} */
function write(call, memory, [fd, iovecs, count, out]) {
  memory.require(out, 4);
  if (fd !== 1 && fd !== 2) {
    return BADF;
  }
  let done = 0;
  for (let i = 0; i < unsigned(count); i++) {
    const { pointer, length } = iovec(memory, iovecs, i);
    if (fd === 1) {
      call.requireOutputRoom(length);
      call.writeOutput(memory.read(pointer, length));
    } else {
      call.log.write(memory.read(pointer, length));
    }
    done += length;
  }
  memory.putU32(out, done);
  return SUCCESS;
}

/** (fd, out fdstat): an unknown kind of file, only readable or only writable. @type {HostImport['body']} */
function describe(_call, memory, [fd, out]) {
  memory.require(out, FDSTAT_BYTES);
  const known = standard(fd);
  if (known === SUCCESS) {
    memory.write(out, new Uint8Array(FDSTAT_BYTES));
    memory.putU64(unsigned(out) + 8, fd === 0 ? RIGHT_READ : RIGHT_WRITE);
  }
  return known;
}

/** (clock, precision, out nanoseconds) @type {HostImport['body']} */
function time(_call, memory, [clock, , out]) {
  memory.require(out, 8);
  if (clock !== REALTIME && clock !== MONOTONIC) {
    return INVAL;
  }
  memory.putU64(out, clock === REALTIME ? realtimeNanos() : monotonicNanos());
  return SUCCESS;
}

/** (clock, out nanoseconds) @type {HostImport['body']} */
function resolution(_call, memory, [clock, out]) {
  memory.require(out, 8);
  if (clock !== REALTIME && clock !== MONOTONIC) {
    return INVAL;
  }
  memory.putU64(out, CLOCK_STEP_NANOS);
  return SUCCESS;
}

/** (out, length) @type {HostImport['body']} */
function random(_call, memory, [out, length]) {
  memory.require(out, length);
  for (let done = 0; done < unsigned(length); done += RANDOM_PIECE) {
    const piece = new Uint8Array(Math.min(RANDOM_PIECE, unsigned(length) - done));
    memory.write(unsigned(out) + done, crypto.getRandomValues(piece));
  }
  return SUCCESS;
}

/** (out count, out bytes) @type {HostImport['body']} */
function noneCounted(_call, memory, [count, bytes]) {
  memory.putU32(count, 0);
  memory.putU32(bytes, 0);
  return SUCCESS;
}

/** @param {number} fd */
function standard(fd) {
  return unsigned(fd) <= 2 ? SUCCESS : BADF;
}

/**
 * A buffer of the guest's, inside its memory.
 *
 * @param {CheckedMemory} memory
 * @param {number} start of the list
 * @param {number} index
 */
function iovec(memory, start, index) {
  const at = unsigned(start) + index * IOVEC_BYTES;
  const pointer = memory.u32(at);
  const length = memory.u32(at + 4);
  memory.require(pointer, length);
  return { pointer, length };
}
