/**
 * The name in a Host header, if it is this server under a name of this computer. A page that reached the port by
 * DNS rebinding comes with its own name and gets undefined.
 *
 * @param {string | undefined} host
 * @param {number | undefined} port of the listening socket
 * @returns {string | undefined} in lower case, without the port
 */
export function loopbackName(host, port) {
  const match = /^(\[::1\]|[a-z0-9.-]+?)\.?(?::(\d+))?$/.exec(host?.toLowerCase() ?? "");
  if (!match || Number(match[2] ?? 80) !== port) return undefined;
  const name = match[1] ?? "";
  return name === "127.0.0.1" || name === "[::1]" || name === "localhost" || name.endsWith(".localhost")
    ? name
    : undefined;
}
