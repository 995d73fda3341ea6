/**
 * What an account of the free plan may have, read 2026-11-22 from
 * https://developers.cloudflare.com/workers/platform/limits/ and https://developers.cloudflare.com/kv/platform/limits/.
 *
 * @typedef {object} Limits
 * @property {number} scriptBytes all modules of one version together
 * @property {number} scripts
 * @property {number} crons of all scripts together
 * @property {number} textBindings variables and secrets of one version
 * @property {number} textBytes one variable or secret
 * @property {Record<string, number>} annotationBytes by name; from the types of npm `cloudflare` 7.3.0
 * @property {number} kvKeyBytes
 * @property {number} kvValueBytes
 * @property {number} kvBulkPairs
 * @property {number} kvMetadataBytes
 * @property {number} kvMinimumTtl seconds
 * @property {number} kvLatest epoch seconds; miniflare's, not Cloudflare's
 */

/** @type {Readonly<Limits>} */
export const LIMITS = Object.freeze({
  scriptBytes: 64 * 1024 * 1024,
  scripts: 100,
  crons: 5,
  textBindings: 64,
  textBytes: 5 * 1024,
  annotationBytes: { "workers/message": 1000, "workers/tag": 100 },
  kvKeyBytes: 512,
  kvValueBytes: 25 * 1024 * 1024,
  kvBulkPairs: 10_000,
  kvMetadataBytes: 1024,
  kvMinimumTtl: 60,
  kvLatest: 2 ** 31 - 1,
});
