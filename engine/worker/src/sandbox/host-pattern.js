import { hostName, isAddress, writtenHost } from './host-name.js';

/** One entry of a list of hosts: `host`, `host:port`, `*.domain` or `*`. */
export class HostPattern {
  #host;
  #port;
  #below;

  /**
   * @param {string} host
   * @param {number | undefined} port undefined: any
   * @param {boolean} below
   */
  constructor(host, port, below) {
    this.#host = host;
    this.#port = port;
    this.#below = below;
  }

  /**
   * @param {string} pattern
   * @throws {RangeError} when it is none of these forms
   */
  static parse(pattern) {
    const text = pattern.trim();
    const colon = text.lastIndexOf(':');
    const hasPort = (colon > 0 && text.indexOf(':') === colon) || text.lastIndexOf(']:') > 0;
    const hostPart = hasPort ? text.slice(0, colon) : text;
    const port = hasPort ? portOf(pattern, text.slice(colon + 1)) : undefined;
    if (hostPart === '*') {
      return new HostPattern('', port, true);
    }
    const below = hostPart.startsWith('*.');
    const host = writtenHost(bracketed(below ? hostPart.slice(2) : hostPart));
    if (!host || host.includes('*')) {
      throw unreadable(pattern);
    }
    return new HostPattern(host, port, below);
  }

  /** Whether it names one host, not a group of them. */
  get isExact() {
    return !this.#below;
  }

  /** @param {URL} url */
  matches(url) {
    if (this.#port !== undefined && this.#port !== portOfUrl(url)) {
      return false;
    }
    const asked = hostName(url);
    if (asked === undefined || !this.#below) {
      return asked !== undefined && asked === this.#host;
    }
    return this.#host === '' || (asked.endsWith(`.${this.#host}`) && !isAddress(asked));
  }

  /**
   * @param {string[]} patterns
   * @param {URL} url
   */
  static anyMatches(patterns, url) {
    return patterns.some((pattern) => HostPattern.parse(pattern).matches(url));
  }
}

/**
 * Whether a value is a list of such entries.
 *
 * @param {import('../value/json.js').Json | undefined} value
 * @returns {value is string[]}
 */
export function isHostList(value) {
  return Array.isArray(value) && value.every(isPattern);
}

/** @param {import('../value/json.js').Json} value */
function isPattern(value) {
  try {
    return typeof value === 'string' && HostPattern.parse(value) instanceof HostPattern;
  } catch (e) {
    if (e instanceof RangeError) {
      return false;
    }
    throw e;
  }
}

/** @param {URL} url */
function portOfUrl(url) {
  return url.port === '' ? (url.protocol === 'https:' ? 443 : 80) : Number(url.port);
}

/** @param {string} host */
function bracketed(host) {
  return host.includes(':') && !host.startsWith('[') ? `[${host}]` : host;
}

/**
 * @param {string} pattern
 * @param {string} digits
 */
function portOf(pattern, digits) {
  const port = /^\d{1,5}$/.test(digits) ? Number(digits) : 0;
  if (port < 1 || port > 65_535) {
    throw unreadable(pattern);
  }
  return port;
}

/** @param {string} pattern */
function unreadable(pattern) {
  return new RangeError(
    `\`${pattern}\` is no host. Write \`host\`, \`host:port\`, \`*.domain\` or \`*\`.`,
  );
}
