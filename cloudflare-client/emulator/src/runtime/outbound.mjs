import { readFileSync } from "node:fs";

/**
 * Where `fetch` of a Worker may go, as miniflare's `outboundService`. On Cloudflare a Worker doesn't reach private
 * addresses; here neither, unless it is asked for.
 *
 * @param {boolean} privateToo also this computer and its network
 */
export function outbound(privateToo) {
  return {
    network: {
      allow: privateToo ? ["public", "private"] : ["public"],
      deny: [],
      tlsOptions: { trustBrowserCas: true, trustedCertificates: extraCertificates(process.env["NODE_EXTRA_CA_CERTS"]) },
    },
  };
}

/** @param {string | undefined} file as Node itself reads it @returns {string[]} PEM */
function extraCertificates(file) {
  if (file === undefined) return [];
  return readFileSync(file, "utf8").match(/-----BEGIN CERTIFICATE-----[\s\S]+?-----END CERTIFICATE-----/g) ?? [];
}
