import { decodeUtf8, encodeUtf8 } from '../value/utf8.js';
import { quote } from '../value/json-writer.js';
import { fromBase64, toBase64 } from './base64.js';
import { HostFailure } from './host-failure.js';
import { HostPattern } from './host-pattern.js';
import { percentDecoded } from './percent-text.js';

/** @typedef {(value: string) => string} Form */

const LEAST_LENGTH = 6;

/** What stands in a URL for a placeholder until the host is known. */
const STAND_IN = 'arcruncredential';

/** Each byte becomes one character, so that positions in the text are positions in the bytes. */
const BYTE_WISE = new TextDecoder('windows-1252');

/**
 * Puts credentials where their placeholders stand in one request, just before it is sent to one URL.
 * RECIPE.md, section 7.
 *
 * A placeholder may stand there as it is, percent-encoded, or with the escapes of a JSON string; the
 * value then comes in the same way.
 */
export class CredentialInjection {
  #credentials;
  #nonce;
  #placeholder;
  #placeholderInBytes;
  /** Those that came into a request. @type {import('./credential.js').Credential[]} */
  #given = [];

  /**
   * @param {import('./credential.js').Credentials} credentials
   * @param {string} nonce of the run: letters and digits
   */
  constructor(credentials, nonce) {
    this.#credentials = credentials;
    this.#nonce = nonce;
    this.#placeholder = pattern('«', '»', nonce);
    this.#placeholderInBytes = pattern('Â«', 'Â»', nonce);
  }

  /** @param {string} text */
  isIn(text) {
    return first(this.#placeholder, text) || this.#basicHolds(text);
  }

  /** @param {Uint8Array} body */
  isInBody(body) {
    return first(this.#placeholderInBytes, BYTE_WISE.decode(body));
  }

  /**
   * The name of a credential that was put into a request and shows in a URL it may not be sent to.
   *
   * @param {URL} url
   */
  straysInto(url) {
    const { href } = url;
    const shown = [href, percentDecoded(href), percentDecoded(href.replaceAll('+', ' '))];
    return this.#given.find(
      ({ value, hosts }) =>
        !HostPattern.anyMatches(hosts, url) &&
        shown.some((text) => text.toLowerCase().includes(value.toLowerCase())),
    )?.name;
  }

  /** The URL with harmless words in place of credentials. @param {string} url */
  withStandIns(url) {
    return url.replace(this.#placeholder, STAND_IN);
  }

  /** Whether a credential was meant to decide where the request goes. @param {URL} withStandIns */
  static decidesTarget(withStandIns) {
    return withStandIns.hostname.includes(STAND_IN);
  }

  /**
   * @param {string} url
   * @param {URL} target
   */
  intoUrl(url, target) {
    return this.#replaced(url, target, percentEncoded);
  }

  /**
   * A header's value, also inside the base64 of `Basic`.
   *
   * @param {string} value
   * @param {URL} target
   */
  async intoHeader(value, target) {
    if (this.#basicHolds(value)) {
      const inside = await this.#replaced(basic(value), target, (text) => text);
      return `Basic ${toBase64(encodeUtf8(inside))}`;
    }
    return this.#replaced(value, target, (text) => text);
  }

  /**
   * @param {Uint8Array} body
   * @param {boolean} json
   * @param {URL} target
   */
  async intoBody(body, json, target) {
    const text = BYTE_WISE.decode(body);
    if (!text.includes(this.#nonce)) {
      return body;
    }
    this.#checkRest(text.replace(this.#placeholderInBytes, ''));
    /** @type {Uint8Array[]} */
    const pieces = [];
    let done = 0;
    for (const found of text.matchAll(this.#placeholderInBytes)) {
      const { open, name } = groups(found);
      const start = found.index + found[0].indexOf(name, open.length + 'credential'.length);
      const written = decodeUtf8(body.subarray(start, start + name.length));
      const form = json ? jsonEscaped : (/** @type {string} */ value) => value;
      pieces.push(
        body.subarray(done, found.index),
        encodeUtf8(await this.#formed(open, written, target, form)),
      );
      done = found.index + found[0].length;
    }
    return joined([...pieces, body.subarray(done)]);
  }

  /**
   * @param {string} text
   * @param {URL} target
   * @param {Form} form
   */
  async #replaced(text, target, form) {
    this.#checkRest(text.replace(this.#placeholder, ''));
    let out = '';
    let done = 0;
    for (const found of text.matchAll(this.#placeholder)) {
      const { open, name } = groups(found);
      out += text.slice(done, found.index) + (await this.#formed(open, name, target, form));
      done = found.index + found[0].length;
    }
    return out + text.slice(done);
  }

  /** What no placeholder was found in gives away nothing that makes one work. @param {string} rest */
  #checkRest(rest) {
    if (rest.includes(`#${this.#nonce}`) || rest.includes(`%23${this.#nonce}`)) {
      throw new HostFailure(
        'INVALID_REQUEST',
        "The request can't be sent: the placeholder of a credential in it was changed, or its name is too long.",
        'Put the credential into the URL, a header or the body as it is.',
      );
    }
  }

  /**
   * @param {string} open
   * @param {string} name
   * @param {URL} target
   * @param {Form} form
   */
  async #formed(open, name, target, form) {
    const percent = open.startsWith('%');
    const value = await this.#value(percent ? percentDecoded(name) : name, target);
    return percent ? percentEncoded(value) : form(value);
  }

  /**
   * @param {string} name
   * @param {URL} target
   */
  async #value(name, target) {
    const credential = await this.#credentials.find(name);
    if (!credential || credential.value.length < LEAST_LENGTH) {
      throw new HostFailure(
        'CREDENTIAL_MISSING',
        `There is no credential \`${name}\`.`,
        'Add it under this name, and deploy again.',
      );
    }
    if (!HostPattern.anyMatches(credential.hosts, target)) {
      throw new HostFailure(
        'CREDENTIAL_HOST',
        `The credential \`${name}\` may not be sent to \`${target.hostname}\`.`,
        "Add this host to the credential's hosts if it belongs there.",
      );
    }
    this.#given.push(credential);
    return credential.value;
  }

  /** @param {string} header */
  #basicHolds(header) {
    return first(this.#placeholder, basic(header));
  }
}

/**
 * @param {string} openQuote
 * @param {string} closeQuote
 * @param {string} nonce
 */
function pattern(openQuote, closeQuote, nonce) {
  const start = `(?<open>${openQuote}|%[cC]2%[aA][bB]|\\\\u00[aA][bB])`;
  const body = `credential(?::|%3[aA])(?<name>[^#:\\\\"]{1,400}?)(?:#|%23)`;
  const end = `(?:${closeQuote}|%[cC]2%[bB][bB]|\\\\u00[bB][bB])`;
  return new RegExp(start + body + nonce.replace(/[^A-Za-z0-9]/g, '\\$&') + end, 'g');
}

/**
 * @param {RegExp} placeholder
 * @param {string} text
 */
function first(placeholder, text) {
  return text.search(placeholder) >= 0;
}

/** @param {RegExpMatchArray} found @returns {{ open: string, name: string }} */
function groups(found) {
  const { open = '', name = '' } = found.groups ?? {};
  return { open, name };
}

/** What is inside the base64 of a header `Basic …`; empty where there is none. @param {string} header */
function basic(header) {
  const bytes = /^basic /i.test(header) ? fromBase64(header.slice(6).trim()) : undefined;
  return bytes ? decodeUtf8(bytes) : '';
}

/** @param {string} value */
function jsonEscaped(value) {
  return quote(value).slice(1, -1);
}

/** As `encodeURIComponent`, and its five exceptions too. @param {string} value */
function percentEncoded(value) {
  return encodeURIComponent(value).replace(
    /[!'()*]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}

/** @param {Uint8Array[]} pieces */
function joined(pieces) {
  const all = new Uint8Array(pieces.reduce((length, piece) => length + piece.length, 0));
  let at = 0;
  for (const piece of pieces) {
    all.set(piece, at);
    at += piece.length;
  }
  return all;
}
