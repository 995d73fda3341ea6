/** A request body larger than what the emulator reads. */
export class BodyTooLarge extends Error {
  /** @param {number} limit bytes */
  constructor(limit) {
    super(`The request body is larger than ${limit} bytes.`);
    this.name = "BodyTooLarge";
  }
}

/** The caller went away before the body was complete. */
export class BodyCutOff extends Error {
  constructor() {
    super("The request ended before its body was complete.");
    this.name = "BodyCutOff";
  }
}

/**
 * Reads a request's body whole.
 *
 * @param {import("node:http").IncomingMessage} request
 * @param {number} limit bytes
 * @returns {Promise<Buffer>}
 * @throws {BodyTooLarge | BodyCutOff}
 */
export async function readBody(request, limit) {
  /** @type {Buffer[]} */
  const chunks = [];
  await eachChunk(request, limit, (chunk) => void chunks.push(chunk));
  return Buffer.concat(chunks);
}

/**
 * Lets a request's body pass by, so that its sender reads the answer; nothing of it is held.
 *
 * @param {import("node:http").IncomingMessage} request
 * @param {number} limit bytes
 * @throws {BodyTooLarge | BodyCutOff}
 */
export async function discardBody(request, limit) {
  await eachChunk(request, limit, () => {});
}

/** @param {import("node:http").IncomingMessage} request @param {number} limit @param {(chunk: Buffer) => void} take */
async function eachChunk(request, limit, take) {
  let size = 0;
  try {
    for await (const chunk of request) {
      size += chunk.length;
      if (size > limit) throw new BodyTooLarge(limit);
      take(chunk);
    }
  } catch (error) {
    throw error instanceof BodyTooLarge ? error : new BodyCutOff();
  }
}
