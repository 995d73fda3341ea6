import { toBase64 } from '../sandbox/base64.js';
import { utf8 } from './percent.js';

/**
 * User name and password as the value of a header. RFC 7617.
 *
 * @param {string} user
 * @param {string} password
 */
export function basic(user, password) {
  return `Basic ${toBase64(utf8(`${user}:${password}`))}`;
}
