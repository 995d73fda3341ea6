/**
 * An HTTP request as a part makes it; credentials are still placeholders.
 *
 * @typedef {object} HttpCall
 * @property {string} method as given, upper case by custom
 * @property {string} url absolute, not yet checked
 * @property {Header[]} headers
 * @property {Uint8Array} body empty for none
 * @property {number} timeoutMs how long it may take in milliseconds; 0: as long as the host lets it
 *
 * @typedef {[name: string, value: string]} Header one line of an HTTP head
 */

/** The host for messages, or the whole URL where it has none. @param {HttpCall} call */
export function hostOf({ url }) {
  return (URL.canParse(url) && new URL(url).hostname) || `\`${url}\``;
}
