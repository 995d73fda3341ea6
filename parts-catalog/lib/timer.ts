// The clock and waiting, by WASI preview 1. A part that uses either says `deterministic: false`.
// Layouts of a subscription (48 bytes) and an event (32 bytes):
// https://github.com/WebAssembly/WASI/blob/main/legacy/preview1/docs.md

// @ts-ignore: decorator
@external("wasi_snapshot_preview1", "clock_time_get")
declare function clock_time_get(clock: i32, precision: u64, time: usize): i32;
// @ts-ignore: decorator
@external("wasi_snapshot_preview1", "poll_oneoff")
declare function poll_oneoff(subscriptions: usize, events: usize, count: i32, eventCount: usize): i32;

const REALTIME = 0;
const MONOTONIC = 1;
const NANOS_PER_MS: u64 = 1_000_000;

const cell = memory.data(96, 8);

/** Milliseconds since 1970-01-01T00:00Z. */
export function now(): i64 {
  clock_time_get(REALTIME, NANOS_PER_MS, cell);
  return <i64>(load<u64>(cell) / NANOS_PER_MS);
}

/** Waits so many milliseconds; false where the host doesn't let it wait. */
export function pause(ms: i64): bool {
  if (ms <= 0) return true;
  memory.fill(cell, 0, 96);
  store<u32>(cell, MONOTONIC, 16);
  store<u64>(cell, <u64>ms * NANOS_PER_MS, 24);
  return poll_oneoff(cell, cell + 48, 1, cell + 80) == 0;
}
