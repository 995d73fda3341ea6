import { normalisedUrl } from './host-name.js';
import { HostPattern } from './host-pattern.js';

/** An http or https URL in its normal form, as requests are checked and sent. WHATWG URL. */
export class WebAddress {
  #url;

  /** @param {URL} url */
  constructor(url) {
    this.#url = url;
  }

  /** The address; undefined where the text is none or holds a user name. @param {string} text */
  static parse(text) {
    const url = normalisedUrl(text);
    return url && url.username === '' && url.password === '' ? new WebAddress(url) : undefined;
  }

  /** Lower case, international names in their ASCII form. */
  get host() {
    return this.#url.hostname.replace(/^\[(.*)\]$/, '$1');
  }

  /** Percent-encoded, with its first slash. */
  get path() {
    return this.#url.pathname;
  }

  /** Percent-encoded, without the question mark; empty where there is none. */
  get query() {
    return this.#url.search.replace(/^\?/, '');
  }

  /** The whole of it. */
  get text() {
    return this.#url.href;
  }

  /** Whether one of the patterns fits its host and port. @param {string[]} patterns */
  isOneOf(patterns) {
    return HostPattern.anyMatches(patterns, this.#url);
  }
}
