/**
 * Hosts in the one form that can be compared: WHATWG's (lower case, Punycode, IPv4 in four numbers,
 * short IPv6), without a final dot, without brackets, and an IPv4 address carried in IPv6 as IPv4.
 */

const IPV4 = /^\d{1,3}(\.\d{1,3}){3}$/;
const MAPPED = [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0xff, 0xff];

/**
 * The host of an http or https URL; undefined where it can't be one.
 *
 * @param {URL} url
 */
export function hostName(url) {
  const { hostname } = url;
  if (hostname.startsWith('[')) {
    const address = hostname.slice(1, -1);
    const bytes = ipv6Bytes(address);
    return MAPPED.every((byte, i) => bytes[i] === byte) ? bytes.slice(12).join('.') : address;
  }
  return hostname.replace(/\.$/, '') || undefined;
}

/**
 * A URL with its host in that form; undefined where the text is no http or https URL.
 *
 * @param {string} text
 */
export function normalisedUrl(text) {
  if (!URL.canParse(text)) {
    return undefined;
  }
  const url = new URL(text);
  const host =
    url.protocol === 'http:' || url.protocol === 'https:' ? hostName(url) : undefined;
  if (host === undefined) {
    return undefined;
  }
  url.hostname = host.includes(':') ? `[${host}]` : host;
  return url;
}

/**
 * A host as a person writes it, in a list of allowed ones; undefined where it can't be one.
 *
 * @param {string} written without a port
 */
export function writtenHost(written) {
  const text = `http://${written}/`;
  if (/[/\\?#@\s]/.test(written) || !URL.canParse(text)) {
    return undefined;
  }
  const url = new URL(text);
  return url.port === '' ? hostName(url) : undefined;
}

/** Whether a host in that form is an address, not a name. @param {string} host */
export function isAddress(host) {
  return host.includes(':') || IPV4.test(host);
}

/** The four bytes of an IPv4 address. @param {string} address */
export function ipv4Bytes(address) {
  return address.split('.').map(Number);
}

/** The sixteen bytes of an IPv6 address as WHATWG writes it. @param {string} address */
export function ipv6Bytes(address) {
  const [before, after] = address.split('::').map((half) => half.split(':').filter(Boolean));
  const groups = after
    ? [...before, ...new Array(8 - before.length - after.length).fill('0'), ...after]
    : before;
  return groups.flatMap((group) => {
    const value = parseInt(group, 16);
    return [value >> 8, value & 255];
  });
}
