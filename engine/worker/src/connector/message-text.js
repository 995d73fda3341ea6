import { toBase64 } from '../sandbox/base64.js';
import { get } from '../value/json.js';
import { sha256Hex } from '../value/digest.js';
import { asText } from './filling.js';
import { ConnectorFailure } from './connector-failure.js';
import { checkHeader, unstructured } from './header-text.js';
import { readAddresses, writtenAddress } from './mail-address.js';
import { utf8 } from './percent.js';

/** @typedef {import('../value/json.js').JsonObject} JsonObject */

const BOUNDARY_DIGITS = 32;

/** RFC 2045, section 6.8. */
const BASE64_LINE = /.{76}(?!$)/g;

/**
 * A mail as it is sent. RFC 5322, RFC 2045 to 2047.
 *
 * @param {JsonObject} message `{from?, to, cc?, bcc?, reply_to?, subject, text?, html?}`
 * @param {number} now milliseconds since 1970
 */
export async function messageText(message, now) {
  const from = readAddresses('from', get(message, 'from'));
  const to = readAddresses('to', get(message, 'to'));
  const cc = readAddresses('cc', get(message, 'cc'));
  const bcc = readAddresses('bcc', get(message, 'bcc'));
  if (to.length + cc.length + bcc.length === 0) {
    throw ConnectorFailure.of('MISSING_FIELD', '`to` is missing.', 'Say who gets the message.');
  }
  const replyTo = readAddresses('reply_to', get(message, 'reply_to'));
  const subject = text(message, 'subject') ?? '';
  checkHeader('subject', subject);
  const head = [
    header('Date', dateOf(now)),
    addresses('From', from),
    addresses('To', to),
    addresses('Cc', cc),
    addresses('Bcc', bcc),
    addresses('Reply-To', replyTo),
    header('Subject', unstructured(subject)),
    header('MIME-Version', '1.0'),
  ];
  return head.join('') + (await content(text(message, 'text'), text(message, 'html')));
}

/** `Sun, 1 Mar 2026 08:30:00 +0000` @param {number} now */
function dateOf(now) {
  return new Date(now).toUTCString().replace(', 0', ', ').replace('GMT', '+0000');
}

/**
 * @param {JsonObject} message
 * @param {string} name
 */
function text(message, name) {
  const value = get(message, name) ?? undefined;
  return value === undefined ? undefined : asText(value);
}

/**
 * @param {string} name
 * @param {import('./mail-address.js').MailAddress[]} all
 */
function addresses(name, all) {
  return all.length === 0 ? '' : header(name, all.map(writtenAddress).join(',\r\n '));
}

/**
 * @param {string} name
 * @param {string} value
 */
function header(name, value) {
  return `${name}: ${value}\r\n`;
}

/**
 * @param {string | undefined} plain
 * @param {string | undefined} html
 */
async function content(plain, html) {
  if (plain === undefined || html === undefined) {
    return html === undefined ? part('plain', plain ?? '') : part('html', html);
  }
  // Base64 has no hyphen, so the boundary can't stand in what it separates.
  const digest = await sha256Hex(utf8(`${plain}\0${html}\0`));
  const boundary = `arcrun-${digest.slice(0, BOUNDARY_DIGITS)}`;
  return [
    header('Content-Type', `multipart/alternative; boundary="${boundary}"`),
    `\r\n--${boundary}\r\n`,
    part('plain', plain),
    `\r\n--${boundary}\r\n`,
    part('html', html),
    `\r\n--${boundary}--\r\n`,
  ].join('');
}

/**
 * @param {string} kind
 * @param {string} written
 */
function part(kind, written) {
  const encoded = toBase64(utf8(written.replace(/\r\n|\r|\n/g, '\r\n')));
  return [
    header('Content-Type', `text/${kind}; charset=utf-8`),
    header('Content-Transfer-Encoding', 'base64'),
    `\r\n${encoded.replace(BASE64_LINE, '$&\r\n')}\r\n`,
  ].join('');
}
