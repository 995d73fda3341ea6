import { timingSafeEqual, createHash } from "node:crypto";
import { ApiError } from "./api-error.mjs";

/**
 * Compares two secrets in a time that doesn't depend on where they differ.
 *
 * @param {string} left
 * @param {string} right
 */
export function sameSecret(left, right) {
  return timingSafeEqual(digest(left), digest(right));
}

/** @param {string} text */
function digest(text) {
  return createHash("sha256").update(text).digest();
}

/**
 * Accepts a call with the emulator's token and refuses others as Cloudflare does.
 *
 * @param {import("./api-request.mjs").ApiRequest} request
 * @param {string} token
 * @throws {ApiError} 6003 malformed header, 9106 no header, 1000 or 9109 another token
 */
export function authenticate(request, token) {
  if (request.headers["x-auth-key"] !== undefined) {
    throw invalidHeaders(6103, "Invalid format for X-Auth-Key header");
  }
  const header = request.headers.authorization;
  if (header === undefined) throw new ApiError(400, 9106, "Missing X-Auth-Key, X-Auth-Email or Authorization headers");
  const given = /^Bearer ([\w-]+)$/.exec(header)?.[1];
  if (given === undefined) throw invalidHeaders(6111, "Invalid format for Authorization header");
  if (sameSecret(given, token)) return;
  if (request.path.endsWith("/tokens/verify")) throw new ApiError(401, 1000, "Invalid API Token");
  throw new ApiError(403, 9109, "Invalid access token");
}

/** @param {number} code @param {string} message */
function invalidHeaders(code, message) {
  return new ApiError(400, 6003, "Invalid request headers", { errorChain: [{ code, message }] });
}
