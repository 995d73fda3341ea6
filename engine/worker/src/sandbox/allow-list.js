import { HostFailure } from './host-failure.js';
import { hostOf, isAddress } from './host-name.js';
import { HostPattern } from './host-pattern.js';
import { isPublicAddress } from './public-address.js';

/**
 * A host parts may talk to.
 *
 * @typedef {object} AllowedHost
 * @property {string} pattern `host`, `host:port`, `*.domain` (any host below it, not the domain
 *   itself) or `*`; without a port: any
 * @property {boolean} [privateAddresses] also where it is an address of a machine's own network
 */

/**
 * Decides which URLs may be called. Names are resolved by the platform, whose `fetch` reaches the
 * open internet only; addresses are looked at here.
 */
export class AllowList {
  #entries;

  /**
   * @param {AllowedHost[]} allowed
   * @throws {TypeError} when a pattern can't be read
   */
  constructor(allowed) {
    this.#entries = allowed.map(({ pattern, privateAddresses = false }) => ({
      pattern: new HostPattern(pattern),
      privateAddresses,
    }));
  }

  /** A URL is checked before each request, redirects too. @param {URL} url @throws {HostFailure} */
  check(url) {
    const matching = this.#entries.filter(({ pattern }) => pattern.matches(url));
    if (matching.length === 0) {
      throw new HostFailure(
        'HOST_NOT_ALLOWED',
        `The part may not call \`${hostOf(url)}\`.`,
        'Allow this host for the part if it should.',
      );
    }
    const host = hostOf(url);
    const mayBePrivate = matching.some(({ privateAddresses }) => privateAddresses);
    const isLocal = host === 'localhost' || host.endsWith('.localhost');
    if ((isLocal || (isAddress(host) && !isPublicAddress(host))) && !mayBePrivate) {
      throw new HostFailure(
        'HOST_NOT_ALLOWED',
        `\`${host}\` leads to this machine or its network, where parts may not call.`,
        'Allow private addresses for this host if the part should reach it.',
      );
    }
  }
}
