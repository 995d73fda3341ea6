/** Time as WASI tells it: nanoseconds. A deployed Worker's clocks stand still while it computes. */

export function realtimeNanos() {
  return BigInt(Date.now()) * 1_000_000n;
}

export function monotonicNanos() {
  return BigInt(Math.round(performance.now() * 1_000_000));
}
