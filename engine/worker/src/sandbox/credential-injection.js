import { decodeUtf8, encodeUtf8 } from '../value/utf8.js';
import { compact } from '../value/json-writer.js';
import { fromBase64, toBase64 } from './base64.js';
import { HostFailure } from './host-failure.js';
import { hostOf } from './host-name.js';
import { HostPattern } from './host-pattern.js';

/**
 * A secret and where it may go.
 *
 * @typedef {object} Credential
 * @property {string} value at least 6 characters
 * @property {string[]} hosts patterns as in an allow-list
 *
 * The secrets a run may put into its requests, by name; undefined where there is none.
 *
 * @typedef {(name: string) => Promise<Credential | undefined>} Credentials
 */

const LEAST_LENGTH = 6;

/** What stands in a URL for a placeholder until the host is known. */
const STAND_IN = 'arcruncredential';

/**
 * Puts credentials where their placeholders stand in one request, just before it is sent to one URL.
 * RECIPE.md, section 7.
 *
 * A placeholder may stand there as it is, percent-encoded, or with the escapes of a JSON string; the
 * value then comes in the same way.
 */
export class CredentialInjection {
  #credentials;
  #placeholder;
  /** For a body, read as a character a byte: it may be no text around the placeholder. */
  #placeholderInBytes;

  /**
   * @param {Credentials} credentials
   * @param {string} nonce of the run, letters and digits
   */
  constructor(credentials, nonce) {
    this.#credentials = credentials;
    this.#placeholder = pattern('«', '»', nonce);
    this.#placeholderInBytes = pattern(latin1(encodeUtf8('«')), latin1(encodeUtf8('»')), nonce);
  }

  /** @param {string} text */
  isIn(text) {
    return text.search(this.#placeholder) >= 0 || basicOf(text).search(this.#placeholder) >= 0;
  }

  /** @param {Uint8Array} body */
  isInBody(body) {
    return latin1(body).search(this.#placeholderInBytes) >= 0;
  }

  /** The URL with harmless words in place of credentials. @param {string} url */
  withStandIns(url) {
    return url.replace(this.#placeholder, STAND_IN);
  }

  /** @param {string} url @param {URL} target */
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
    const basic = basicOf(value);
    if (basic.search(this.#placeholder) >= 0) {
      const inside = await this.#replaced(basic, target, (text) => text);
      return `Basic ${toBase64(encodeUtf8(inside))}`;
    }
    return this.#replaced(value, target, (text) => text);
  }

  /**
   * @param {Uint8Array} body
   * @param {boolean} isJson
   * @param {URL} target
   * @returns {Promise<Uint8Array>}
   */
  async intoBody(body, isJson, target) {
    if (!this.isInBody(body)) {
      return body;
    }
    const form = isJson ? (/** @type {string} */ text) => compact(text).slice(1, -1) : undefined;
    const text = latin1(body);
    let out = '';
    let done = 0;
    for (const found of text.matchAll(this.#placeholderInBytes)) {
      const name = decodeUtf8(bytesOf(found[2]));
      out += text.slice(done, found.index);
      out += latin1(encodeUtf8(await this.#formed(found[1], name, target, form ?? ((it) => it))));
      done = found.index + found[0].length;
    }
    return bytesOf(out + text.slice(done));
  }

  /**
   * @param {string} text
   * @param {URL} target
   * @param {(value: string) => string} form
   */
  async #replaced(text, target, form) {
    let out = '';
    let done = 0;
    for (const found of text.matchAll(this.#placeholder)) {
      out += text.slice(done, found.index) + (await this.#formed(found[1], found[2], target, form));
      done = found.index + found[0].length;
    }
    return out + text.slice(done);
  }

  /**
   * @param {string} open how the placeholder begins
   * @param {string} name
   * @param {URL} target
   * @param {(value: string) => string} form
   */
  async #formed(open, name, target, form) {
    const isPercent = open.startsWith('%');
    const value = await this.#value(isPercent ? percentDecoded(name) : name, target);
    return isPercent ? percentEncoded(value) : form(value);
  }

  /**
   * @param {string} name
   * @param {URL} target
   */
  async #value(name, target) {
    const credential = await this.#credentials(name);
    if (!credential || credential.value.length < LEAST_LENGTH) {
      throw new HostFailure(
        'CREDENTIAL_MISSING',
        `There is no credential \`${name}\`.`,
        'Add it to the vault under this name.',
      );
    }
    if (!credential.hosts.some((each) => new HostPattern(each).matches(target))) {
      throw new HostFailure(
        'CREDENTIAL_HOST',
        `The credential \`${name}\` may not be sent to \`${hostOf(target)}\`.`,
        "Add this host to the credential's hosts if it belongs there.",
      );
    }
    return credential.value;
  }
}

/** Whether a credential was meant to decide where the request goes. @param {URL} withStandIns */
export function decidesTarget(withStandIns) {
  return withStandIns.hostname.includes(STAND_IN);
}

/**
 * @param {string} open
 * @param {string} close
 * @param {string} nonce
 */
function pattern(open, close, nonce) {
  const start = `(${open}|%[cC]2%[aA][bB]|\\\\u00[aA][bB])`;
  const body = 'credential(?::|%3[aA])([^#:\\\\"]{1,400}?)(?:#|%23)';
  const end = `(?:${close}|%[cC]2%[bB][bB]|\\\\u00[bB][bB])`;
  return new RegExp(start + body + nonce + end, 'g');
}

/** What is inside the base64 of a header `Basic …`; empty where there is none. @param {string} header */
function basicOf(header) {
  const bytes = /^basic /i.test(header) ? fromBase64(header.slice(6).trim()) : undefined;
  return bytes ? decodeUtf8(bytes) : '';
}

/** As `encodeURIComponent`, and its five exceptions too. @param {string} value */
function percentEncoded(value) {
  return encodeURIComponent(value.toWellFormed()).replace(
    /[!'()*]/g,
    (c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}

/** @param {string} name */
function percentDecoded(name) {
  try {
    return decodeURIComponent(name);
  } catch {
    return name;
  }
}

/** @param {Uint8Array} bytes */
function latin1(bytes) {
  let text = '';
  for (let at = 0; at < bytes.length; at += 8192) {
    text += String.fromCharCode(...bytes.subarray(at, at + 8192));
  }
  return text;
}

/** @param {string} latin1Text */
function bytesOf(latin1Text) {
  return Uint8Array.from(latin1Text, (character) => character.charCodeAt(0));
}
