import { hostNamed, hostOf, isAddress, portOf } from './host-name.js';

/** One entry of a list of hosts: `host`, `host:port`, `*.domain` or `*`. */
export class HostPattern {
  #host;
  #port;
  #isBelow;

  /**
   * @param {string} pattern
   * @throws {TypeError} when it is none of these forms
   */
  constructor(pattern) {
    const text = pattern.trim();
    // More than one colon outside brackets is an IPv6 address without a port.
    const [, hostPart, port] = /^(\[[^\]]*\]|[^:]*):([0-9]{1,5})$/.exec(text) ?? [null, text, undefined];
    this.#isBelow = hostPart === '*' || hostPart.startsWith('*.');
    const host = hostPart === '*' ? '' : hostNamed(this.#isBelow ? hostPart.slice(2) : hostPart);
    const number = port === undefined ? undefined : Number(port);
    if (
      host === undefined ||
      (host === '' && hostPart !== '*') ||
      host.includes('*') ||
      (number !== undefined && (number < 1 || number > 65_535))
    ) {
      throw new TypeError(
        `\`${pattern}\` is no host. Write \`host\`, \`host:port\`, \`*.domain\` or \`*\`.`,
      );
    }
    this.#host = host;
    this.#port = number;
  }

  /** @param {URL} url */
  matches(url) {
    if (this.#port !== undefined && this.#port !== portOf(url)) {
      return false;
    }
    const asked = hostOf(url);
    if (!this.#isBelow) {
      return asked === this.#host;
    }
    return this.#host === '' || (asked.endsWith(`.${this.#host}`) && !isAddress(asked));
  }
}
