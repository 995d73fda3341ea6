/** A request body larger than what the emulator reads. */
export class BodyTooLarge extends Error {
  /** @param {number} limit bytes */
  constructor(limit) {
    super(`The request body is larger than ${limit} bytes.`);
    this.name = "BodyTooLarge";
  }
}

/**
 * Reads a request's body whole.
 *
 * @param {import("node:http").IncomingMessage} request
 * @param {number} limit bytes
 * @returns {Promise<Buffer>}
 * @throws {BodyTooLarge}
 */
export async function readBody(request, limit) {
  const chunks = [];
  let size = 0;
  for await (const chunk of request) {
    size += chunk.length;
    if (size > limit) throw new BodyTooLarge(limit);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}
