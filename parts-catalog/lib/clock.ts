// The host's clock. PART.md, binary interface.

// @ts-ignore: decorator
@external("wasi_snapshot_preview1", "clock_time_get")
declare function clock_time_get(clock: i32, precision: i64, result: usize): i32;

const REALTIME = 0;
const result = memory.data(8, 8);

/** Nanoseconds since 1970-01-01T00:00:00Z; 0 where the host has no clock. */
export function unixNanoseconds(): i64 {
  return clock_time_get(REALTIME, 1_000_000, result) == 0 ? load<i64>(result) : 0;
}
