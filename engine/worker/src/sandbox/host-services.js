import { HostFailure } from './host-failure.js';
import { hostOf } from './http-call.js';

/**
 * What a part may ask of the host. Whoever makes one decides the part's rights: a key that isn't the
 * part's to read is undefined, a store it doesn't have refuses. The signal is aborted when the call
 * must end; then nobody waits for the answer.
 *
 * @typedef {object} HostServices
 * @property {(call: import('./http-call.js').HttpCall, signal: AbortSignal) =>
 *   Promise<import('./http-answer.js').HttpAnswer>} http throws a {@link HostFailure} when there is
 *   no answer; an answer with a status of 400 and more is one
 * @property {(key: string) => Promise<string | undefined>} kvGet a value of the part's own store
 * @property {(key: string, value: string, ttlSeconds: number) => Promise<void>} kvPut the value lives
 *   so long; 0: for good. Throws a {@link HostFailure} where it can't be stored
 * @property {(key: string) => Promise<string | undefined>} secret the value of a credential the
 *   part's contract names
 */

/** Gives nothing and reaches nothing. @type {HostServices} */
export const NONE = {
  async http(call) {
    throw new HostFailure(
      'HOST_NOT_ALLOWED',
      `The part asked for ${hostOf(call)}, but it has no access to the network.`,
      'Allow this host for the part.',
    );
  },
  async kvGet() {
    return undefined;
  },
  async kvPut(key) {
    throw new HostFailure(
      'STORAGE_NOT_ALLOWED',
      `The part wanted to store \`${key}\`, but it has no store of its own.`,
      'A part gets one with `storage: true` in its contract.',
    );
  },
  async secret() {
    return undefined;
  },
};
