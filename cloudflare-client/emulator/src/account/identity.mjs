import { randomBytes } from "node:crypto";

/** A new identifier as accounts, namespaces and tails have: 32 hexadecimal digits. */
export function hexId() {
  return randomBytes(16).toString("hex");
}

/** Whether a text has the form of such an identifier. @param {unknown} text */
export function isHexId(text) {
  return typeof text === "string" && /^[0-9a-f]{32}$/.test(text);
}

/** Now, as the API writes times. */
export function timestamp() {
  return new Date().toISOString().replace("Z", "000Z");
}

/** The one author all versions and deployments have. */
export const AUTHOR = Object.freeze({ id: "0".repeat(32), email: "developer@localhost" });
