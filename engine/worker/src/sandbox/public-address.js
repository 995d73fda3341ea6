import { ipv4Bytes, ipv6Bytes } from './host-name.js';

/**
 * Tells addresses of the open internet from those of a machine, its network, and special purposes.
 * IANA special-purpose address registries (RFC 6890 and its updates).
 */

/** Address and number of bits that count. @type {[number[], number][]} */
const SPECIAL = [
  [[0, 0, 0, 0], 8],
  [[10, 0, 0, 0], 8],
  [[100, 64, 0, 0], 10],
  [[127, 0, 0, 0], 8],
  // The host of a virtual machine on Azure, reachable under a public number.
  [[168, 63, 129, 16], 32],
  [[169, 254, 0, 0], 16],
  [[172, 16, 0, 0], 12],
  [[192, 0, 0, 0], 24],
  [[192, 0, 2, 0], 24],
  [[192, 88, 99, 0], 24],
  [[192, 168, 0, 0], 16],
  [[198, 18, 0, 0], 15],
  [[198, 51, 100, 0], 24],
  [[203, 0, 113, 0], 24],
  [[224, 0, 0, 0], 4],
  [[240, 0, 0, 0], 4],
];
const CARRIES_IPV4 = [0x00, 0x64, 0xff, 0x9b, 0, 0, 0, 0, 0, 0, 0, 0];

/** Names that lead to a machine or its network wherever they are asked for. RFC 6761, RFC 6762, RFC 9476 and ICANN's `internal`. */
const LOCAL_NAME = /(^|\.)(localhost|local|internal|home\.arpa|intranet|lan)$|^[^.]+$/;

/**
 * Whether a name is one of the open internet, as far as the name itself tells.
 *
 * @param {string} name in the form of {@link import('./host-name.js').hostName}
 */
export function isPublicName(name) {
  return !LOCAL_NAME.test(name);
}

/**
 * @param {string} address IPv4 or IPv6, in the form of {@link import('./host-name.js').hostName}
 */
export function isPublicAddress(address) {
  return address.includes(':')
    ? isPublicV6(ipv6Bytes(address))
    : isPublicV4(ipv4Bytes(address));
}

/** @param {number[]} address four bytes */
function isPublicV4(address) {
  const asked = number(address);
  return !SPECIAL.some(([start, bits]) => {
    const rest = 2 ** (32 - bits);
    return Math.floor(asked / rest) === Math.floor(number(start) / rest);
  });
}

/** Of IPv6 only 2000::/3 is handed out, and the prefix that carries IPv4 (RFC 6052). @param {number[]} v6 */
function isPublicV6(v6) {
  if (startsWith(v6, CARRIES_IPV4)) {
    return isPublicV4(v6.slice(12));
  }
  const isGlobal = (v6[0] & 0xe0) === 0x20;
  const isDocumentation =
    startsWith(v6, [0x20, 0x01, 0x0d, 0xb8]) || startsWith(v6, [0x3f, 0xff]);
  const isProtocol = startsWith(v6, [0x20, 0x01]) && (v6[2] & 0xfe) === 0;
  const isSixToFour = startsWith(v6, [0x20, 0x02]);
  return (
    isGlobal && !isDocumentation && !isProtocol && (!isSixToFour || isPublicV4(v6.slice(2, 6)))
  );
}

/** @param {number[]} bytes */
function number(bytes) {
  return bytes.reduce((all, byte) => all * 256 + byte, 0);
}

/**
 * @param {number[]} address
 * @param {number[]} prefix
 */
function startsWith(address, prefix) {
  return prefix.every((byte, i) => address[i] === byte);
}
