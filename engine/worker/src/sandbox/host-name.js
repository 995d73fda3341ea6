/**
 * Hosts in the one form that can be compared: as a WHATWG URL has them (lower case, Punycode, IPv4 in
 * four decimal numbers, short IPv6), without brackets and final dot.
 */

/** @param {URL} url */
export function hostOf(url) {
  return url.hostname.replace(/^\[|\]$/g, '').replace(/\.$/, '');
}

/**
 * A host as a person writes it, in a list of allowed ones; undefined where it can't be one.
 *
 * @param {string} written
 */
export function hostNamed(written) {
  const url = httpUrl(`http://${written.includes(':') ? `[${written.replace(/^\[|\]$/g, '')}]` : written}/`);
  const isPlain = url?.pathname === '/' && url.username === '' && !/[?#@\\/]/.test(written);
  return url && isPlain ? hostOf(url) : undefined;
}

/** An http or https URL; undefined where a text is none. @param {string} text @param {URL} [base] */
export function httpUrl(text, base) {
  if (!URL.canParse(text, base)) {
    return undefined;
  }
  const url = new URL(text, base);
  return url.protocol === 'http:' || url.protocol === 'https:' ? url : undefined;
}

/** Whether it is an IP address. @param {string} host */
export function isAddress(host) {
  return host.includes(':') || /^\d+(?:\.\d+){3}$/.test(host);
}

/** The port a URL leads to. @param {URL} url */
export function portOf(url) {
  return Number(url.port || (url.protocol === 'https:' ? 443 : 80));
}
