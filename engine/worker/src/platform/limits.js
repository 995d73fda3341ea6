/**
 * What Cloudflare allows, as of {@link AS_OF}. Read limits from here only; where plans differ, what
 * every plan allows.
 */

/** The day these figures were read. */
export const AS_OF = '2026-06-15';

const MIB = 1024 * 1024;
const SECOND_MS = 1000;
const MINUTE_MS = 60 * SECOND_MS;
const DAY_MS = 24 * 60 * MINUTE_MS;

/** @see https://developers.cloudflare.com/workflows/reference/limits/ */
export const WORKFLOWS = Object.freeze({
  /** Steps of one instance, sleeps not counted (paid plans: 10,000). */
  steps: 1024,
  /** What a step gives, an instance is started with, or an event carries, in bytes. */
  payloadBytes: MIB,
  /** The longest wait. */
  longestWaitMs: 365 * DAY_MS,
  /** Characters of an instance's id. */
  idLength: 100,
});

/** @see https://developers.cloudflare.com/d1/platform/limits/ */
export const D1 = Object.freeze({
  /** Of a text or a row. */
  rowBytes: 2_000_000,
});

/** @see https://developers.cloudflare.com/workers/platform/limits/ */
export const WORKERS = Object.freeze({
  /** The longest a scheduled Worker may take; a request has no such limit of its own. */
  scheduledMs: 15 * MINUTE_MS,
});

/** @see https://developers.cloudflare.com/kv/platform/limits/ */
export const KV = Object.freeze({
  /** Of a key's metadata as JSON. */
  metadataBytes: 1024,
});
