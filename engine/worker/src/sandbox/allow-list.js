import { HostFailure } from './host-failure.js';
import { hostName, isAddress } from './host-name.js';
import { HostPattern } from './host-pattern.js';
import { isPublicAddress, isPublicName } from './public-address.js';

/**
 * Decides which URLs may be called. A Worker can't see what address a name leads to; the platform
 * lets none reach into a network of its own. So only what a URL itself says can be judged here.
 */
export class AllowList {
  #patterns;
  #within;

  /**
   * @param {string[]} hosts patterns; one that names a single host may name a private one
   * @param {string[]} within patterns one of which a URL must fit too; empty: none must
   * @throws {RangeError} when one can't be read
   */
  constructor(hosts, within) {
    this.#patterns = hosts.map((host) => HostPattern.parse(host));
    this.#within = within.map((host) => HostPattern.parse(host));
  }

  /**
   * Checked before each request, redirects too.
   *
   * @param {URL} url
   * @throws {HostFailure} when it may not be called
   */
  check(url) {
    const host = hostName(url);
    const matching = this.#patterns.filter((pattern) => pattern.matches(url));
    if (host === undefined || matching.length === 0) {
      throw new HostFailure(
        'HOST_NOT_ALLOWED',
        `The part may not call \`${host ?? url.hostname}\`.`,
        'Allow this host for the recipe if it should, and deploy again.',
      );
    }
    if (this.#within.length > 0 && !this.#within.some((pattern) => pattern.matches(url))) {
      throw new HostFailure(
        'HOST_NOT_ALLOWED',
        `The part calls the hosts of its contract only, and \`${host}\` is none of them.`,
        "Check the address; the contract's `network.hosts` lists the hosts.",
      );
    }
    const isPublic = isAddress(host) ? isPublicAddress(host) : isPublicName(host);
    if (!isPublic && !matching.some((pattern) => pattern.isExact)) {
      throw new HostFailure(
        'HOST_NOT_ALLOWED',
        `\`${host}\` leads into a private network, where parts may not call.`,
        'Name this very host among the allowed ones if the part should reach it.',
      );
    }
  }
}
