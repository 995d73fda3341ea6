import { loopbackName } from "./loopback.mjs";

/**
 * Which Worker a request is for, and the URL the Worker sees.
 *
 * @typedef {{ script: string, preview?: string, url: string }} Target `preview` is the start of a version's id
 */

/**
 * - `http://<script>.localhost:PORT/path`, a preview as `<8 hex digits>-<script>`
 * - `http://127.0.0.1:PORT/<script>/path`, for clients that can't resolve names under `localhost`; the Worker sees the
 *   first form
 * - any address with the Host header `<script>.<subdomain>.workers.dev`, which the Worker sees under https
 *
 * @param {string | undefined} host
 * @param {string} path with its query
 * @param {number | undefined} port
 * @param {string | null} subdomain
 * @returns {Target | "nothing" | "foreign"} nothing: no Worker is named; foreign: another server's name, refused
 */
export function workerTarget(host, path, port, subdomain) {
  const public_ =
    subdomain === null
      ? null
      : new RegExp(`^([a-z0-9_-]+)\\.${subdomain}\\.workers\\.dev(?::\\d+)?$`).exec(host?.toLowerCase() ?? "");
  if (public_) return named(public_[1] ?? "", `https://${public_[1]}.${subdomain}.workers.dev${path}`);
  const name = loopbackName(host, port);
  if (name === undefined) return "foreign";
  const label = /^([a-z0-9_-]+)\.localhost$/.exec(name)?.[1];
  if (label !== undefined) return named(label, `http://${label}.localhost:${port}${path}`);
  const inPath = /^\/([a-z0-9_-]+)(\/[^?]*)?(\?.*)?$/.exec(path);
  if (!inPath) return "nothing";
  return named(inPath[1] ?? "", `http://${inPath[1]}.localhost:${port}${inPath[2] ?? "/"}${inPath[3] ?? ""}`);
}

/** @param {string} label @param {string} url @returns {Target} */
function named(label, url) {
  const preview = /^([0-9a-f]{8})-(.+)$/.exec(label);
  return preview ? { script: preview[2] ?? "", preview: preview[1] ?? "", url } : { script: label, url };
}
