/**
 * A secret and where it may go.
 *
 * @typedef {object} Credential
 * @property {string} name
 * @property {string} value at least 6 characters
 * @property {string[]} hosts patterns: `host`, `host:port`, `*.domain`, `*`
 */

/**
 * The secrets a call may put into its requests.
 *
 * @typedef {object} Credentials
 * @property {(name: string) => Promise<Credential | undefined>} find the credential of that name;
 *   undefined where there is none. Throws a `HostFailure` where it can't be read
 */

/** @type {Credentials} */
export const NO_CREDENTIALS = { find: async () => undefined };
