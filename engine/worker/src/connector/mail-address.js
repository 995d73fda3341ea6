import { strip } from '../value/blanks.js';
import { ConnectorFailure } from './connector-failure.js';
import { checkHeader, phrase } from './header-text.js';
import { kindOf } from './input-check.js';
import { clipped } from './input-text.js';
import { utf8 } from './percent.js';

/**
 * Someone mail goes to or comes from: `ann@example.com` or `Ann <ann@example.com>`. RFC 5322, section
 * 3.4.
 *
 * @typedef {object} MailAddress
 * @property {string} name empty where there is none
 * @property {string} address
 *
 * @typedef {import('../value/json.js').Json} Json
 */

const ADDRESS =
  /^[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(?:\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*@[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?(?:\.[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?)*$/;
const LONGEST = 254;
const SHOWN = 80;

/**
 * The addresses of a field: a text, which may hold several with commas between, or a list.
 *
 * @param {string} field its name, for what is said of it
 * @param {Json | undefined} value
 * @returns {MailAddress[]}
 * @throws {ConnectorFailure} when it holds something else
 */
export function readAddresses(field, value) {
  if (value === undefined || value === null) {
    return [];
  }
  return [value].flat().flatMap((item) => {
    if (typeof item !== 'string') {
      throw ConnectorFailure.of(
        'INVALID_TYPE',
        `\`${field}\` must be addresses, not ${kindOf(item)}.`,
        'Give a text, or a list of texts.',
      );
    }
    return split(item).map((each) => one(field, each));
  });
}

/** As it stands in a header. @param {MailAddress} mail */
export function writtenAddress({ name, address }) {
  if (name === '') {
    return address;
  }
  const before = phrase(name);
  return `${before}${before.startsWith('=?') ? '\r\n ' : ' '}<${address}>`;
}

/**
 * @param {string} field
 * @param {string} text
 * @returns {MailAddress}
 */
function one(field, text) {
  checkHeader(field, text);
  utf8(text);
  const whole = strip(text);
  const open = whole.lastIndexOf('<');
  const isNamed = open >= 0 && whole.endsWith('>');
  const address = isNamed ? strip(whole.slice(open + 1, -1)) : whole;
  if (address.length > LONGEST || !ADDRESS.test(address)) {
    throw ConnectorFailure.of(
      'INVALID_VALUE',
      `\`${field}\` holds \`${clipped(whole, SHOWN)}\`, which is no mail address.`,
      'Write `ann@example.com` or `Ann <ann@example.com>`; a domain in its ASCII form.',
    );
  }
  return { name: isNamed ? unquoted(strip(whole.slice(0, open))) : '', address };
}

/** @param {string} name */
function unquoted(name) {
  const isQuoted = name.length >= 2 && name.startsWith('"') && name.endsWith('"');
  return isQuoted ? name.slice(1, -1).replace(/\\(.)/g, '$1') : name;
}

/** At commas that stand outside quotation marks. @param {string} text */
function split(text) {
  const parts = [''];
  let isQuoted = false;
  for (let i = 0; i < text.length; i++) {
    const c = text[i];
    if (c === '\\' && isQuoted && i + 1 < text.length) {
      i++;
      parts[parts.length - 1] += c + text[i];
    } else if (c === ',' && !isQuoted) {
      parts.push('');
    } else {
      isQuoted = isQuoted !== (c === '"');
      parts[parts.length - 1] += c;
    }
  }
  return parts.filter((part) => strip(part) !== '');
}
