import { unsigned } from './checked-memory.js';
import { BADF, INVAL, SUCCESS } from './errno.js';
import { monotonicNanos, realtimeNanos } from './wasi-clock.js';

/** @typedef {import('./checked-memory.js').CheckedMemory} CheckedMemory */

const SUBSCRIPTION_BYTES = 48;
const EVENT_BYTES = 32;
const MOST = 1024;
const CLOCK = 0;
const ABSOLUTE = 1;
const NANOS_IN_MS = 1_000_000n;

/**
 * @typedef {object} Subscription
 * @property {bigint} userdata
 * @property {number} kind
 * @property {number} error
 * @property {bigint} waitNanos
 */

/**
 * `poll_oneoff` (subscriptions, out events, count, out event count): clock subscriptions really
 * wait, standard streams are always ready. Layouts: WASI snapshot_preview1, subscription (48 bytes)
 * and event (32 bytes).
 *
 * @type {import('./host-import.js').HostImport['body']}
 */
export function poll(call, memory, [subscriptions, events, count, out]) {
  const asked = unsigned(count);
  memory.require(out, 4);
  if (!(asked >= 1 && asked <= MOST)) {
    return INVAL;
  }
  memory.require(subscriptions, asked * SUBSCRIPTION_BYTES);
  memory.require(events, asked * EVENT_BYTES);
  const all = Array.from({ length: asked }, (_, i) =>
    read(memory, unsigned(subscriptions) + i * SUBSCRIPTION_BYTES),
  );
  const wait = all.reduce((least, { waitNanos }) => (waitNanos < least ? waitNanos : least), all[0].waitNanos);
  const tell = () => {
    const due = all.filter(({ waitNanos }) => waitNanos <= wait);
    due.forEach((subscription, i) => write(memory, unsigned(events) + i * EVENT_BYTES, subscription));
    memory.putU32(out, due.length);
    return SUCCESS;
  };
  return wait > 0n ? call.sleep(Number(wait / NANOS_IN_MS)).then(tell) : tell();
}

/**
 * @param {CheckedMemory} memory
 * @param {number} at
 * @returns {Subscription}
 */
function read(memory, at) {
  const userdata = memory.u64(at);
  const kind = memory.u8(at + 8);
  if (kind !== CLOCK) {
    return { userdata, kind, error: memory.u32(at + 16) <= 2 ? SUCCESS : BADF, waitNanos: 0n };
  }
  const clock = memory.u32(at + 16);
  if (clock > 1) {
    return { userdata, kind, error: INVAL, waitNanos: 0n };
  }
  const time = memory.u64(at + 24);
  const isAbsolute = (memory.u16(at + 40) & ABSOLUTE) !== 0;
  const now = clock === 0 ? realtimeNanos() : monotonicNanos();
  const wait = isAbsolute ? time - now : time;
  return { userdata, kind, error: SUCCESS, waitNanos: wait > 0n ? wait : 0n };
}

/**
 * @param {CheckedMemory} memory
 * @param {number} at
 * @param {Subscription} subscription
 */
function write(memory, at, { userdata, error, kind }) {
  memory.write(at, new Uint8Array(EVENT_BYTES));
  memory.putU64(at, userdata);
  memory.putU32(at + 8, error | (kind << 16));
}
