import { ApiError } from "../http/api-error.mjs";

/**
 * What the API of Workers refuses about bindings. Codes and their meaning:
 * https://developers.cloudflare.com/workers/platform/error-codes/ (read 2026-11-22).
 */

export const namespaceNotFound = (/** @type {string} */ id) =>
  new ApiError(400, 10041, `KV namespace '${id}' not found. Verify the namespace_id in your configuration.`);

export const invalidNamespaceId = (/** @type {string} */ id) =>
  new ApiError(400, 10042, `KV namespace '${id}' is not valid. Please verify the namespace_id in your configuration.`);

export const bucketNotFound = (/** @type {string} */ name) =>
  new ApiError(400, 10085, `R2 bucket '${name}' not found. Please use a different name and try again.`);

export const databaseNotFound = (/** @type {string} */ id) =>
  new ApiError(400, 10181, `D1 binding references database '${id}' which was not found.`);

export const serviceNotFound = (/** @type {string} */ binding, /** @type {string} */ service) =>
  new ApiError(400, 10143, `Service binding '${binding}' references Worker '${service}' which was not found.`);

export const noName = () => new ApiError(400, 10052, "A binding has no name. Give every binding a name.");

export const nameInUse = (/** @type {string} */ name) =>
  new ApiError(400, 10053, `Binding name '${name}' already in use. Please use a different name and try again.`);

export const textTooLarge = (/** @type {string} */ name, /** @type {number} */ size, /** @type {number} */ limit) =>
  new ApiError(
    400,
    10054,
    `Text binding '${name}' is too large (${size} bytes). The limit is ${limit} bytes. Reduce the binding size and try again.`,
  );

export const tooManyTexts = (/** @type {number} */ count, /** @type {number} */ limit) =>
  new ApiError(
    400,
    10055,
    `Too many text bindings (${count}). The limit is ${limit}. Remove some bindings and try again.`,
  );

export const notFound = (/** @type {string} */ name) =>
  new ApiError(404, 10056, `Binding '${name}' not found. Check the binding name and try again.`);

export const nothingToInherit = (/** @type {string} */ name) =>
  new ApiError(400, 10057, `inherit binding '${name}' is invalid: the previous version has no such binding.`);

export const notEmulated = (/** @type {string} */ name, /** @type {string} */ type) =>
  new ApiError(
    400,
    10021,
    `Binding '${name}' of type '${type}' can't run on this computer. Deploy to Cloudflare, or remove the binding.`,
  );

export const noAi = (/** @type {string} */ name) =>
  new ApiError(
    400,
    10021,
    `Binding '${name}' needs Workers AI, which can't run on this computer. Start the emulator with answers for its models (--ai FILE), or deploy to Cloudflare.`,
  );
