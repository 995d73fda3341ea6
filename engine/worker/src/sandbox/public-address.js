/**
 * Special purposes of IPv4: start and bits of the prefix. IANA special-purpose address registries
 * (RFC 6890 and its updates), and the host of a virtual machine on Azure, which has a public number.
 *
 * @type {[string, number][]}
 */
const SPECIAL = [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['168.63.129.16', 32],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.88.99.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 4],
  ['240.0.0.0', 4],
];

/**
 * Whether an address belongs to the open internet, and not to this machine, its network or a special
 * purpose. Of IPv6 only 2000::/3 is handed out, and the prefix that carries IPv4 (RFC 6052).
 *
 * @param {string} address as a WHATWG URL writes it, without brackets
 */
export function isPublicAddress(address) {
  if (!address.includes(':')) {
    return isPublicV4(address.split('.').map(Number));
  }
  const bytes = v6Bytes(address);
  const startsWith = (/** @type {number[]} */ ...prefix) =>
    prefix.every((byte, i) => bytes[i] === byte);
  if (startsWith(0, 0x64, 0xff, 0x9b, 0, 0, 0, 0, 0, 0, 0, 0)) {
    return isPublicV4(bytes.slice(12));
  }
  const isGlobal = (bytes[0] & 0xe0) === 0x20;
  const isDocumentation = startsWith(0x20, 0x01, 0x0d, 0xb8) || startsWith(0x3f, 0xff);
  const isProtocol = startsWith(0x20, 0x01) && (bytes[2] & 0xfe) === 0;
  const isSixToFour = startsWith(0x20, 0x02);
  return (
    isGlobal &&
    !isDocumentation &&
    !isProtocol &&
    (!isSixToFour || isPublicV4(bytes.slice(2, 6)))
  );
}

/** @param {number[]} bytes */
function isPublicV4(bytes) {
  return !SPECIAL.some(([start, bits]) => {
    const shift = 2 ** (32 - bits);
    const prefix = Math.floor(asNumber(start.split('.').map(Number)) / shift);
    return Math.floor(asNumber(bytes) / shift) === prefix;
  });
}

/** @param {number[]} bytes */
function asNumber(bytes) {
  return bytes.reduce((sum, byte) => sum * 256 + byte, 0);
}

/** @param {string} address */
function v6Bytes(address) {
  const [head, tail = ''] = address.split('::');
  const groups = (/** @type {string} */ side) => (side === '' ? [] : side.split(':'));
  const missing = 8 - groups(head).length - groups(tail).length;
  const all = [...groups(head), ...new Array(missing).fill('0'), ...groups(tail)];
  return all.flatMap((group) => [parseInt(group, 16) >> 8, parseInt(group, 16) & 0xff]);
}
