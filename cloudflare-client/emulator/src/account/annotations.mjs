import { LIMITS } from "./limits.mjs";

/**
 * What is wrong with the annotations of a version or a deployment.
 *
 * @param {Record<string, string>} [annotations]
 * @returns {string | undefined}
 */
export function annotationFault(annotations = {}) {
  for (const [name, limit] of Object.entries(LIMITS.annotationBytes)) {
    const size = Buffer.byteLength(annotations[name] ?? "");
    if (size > limit) return `annotation '${name}' is too large (${size} bytes). The limit is ${limit} bytes.`;
  }
  return undefined;
}
