import { ApiError } from "../http/api-error.mjs";

/**
 * What the API of Workers refuses. Codes and their meaning:
 * https://developers.cloudflare.com/workers/platform/error-codes/ (read 2026-11-22).
 */

export const workerNotFound = () => new ApiError(404, 10007, "This Worker does not exist on your account.");

export const serviceNotFound = () => new ApiError(404, 10090, "This service does not exist on your account.");

export const versionNotFound = () =>
  new ApiError(404, 10071, "Worker version not found. Verify the version ID is correct.");

export const noVersions = () => new ApiError(404, 10222, "This Worker has no versions.");

export const deploymentNotFound = () => new ApiError(404, 10336, "Deployment not found on this Worker.");

export const activeDeployment = () =>
  new ApiError(400, 10338, "The active deployment can't be deleted. Deploy another version first.");

export const badName = () =>
  new ApiError(400, 10016, "Invalid Worker name: lower-case letters, digits, dashes and underscores, at most 63.");

/** @param {string} message what workerd or a rule says about the upload */
export const invalidScript = (message) => new ApiError(400, 10021, message);

/** @param {number} mebibytes */
export const scriptTooLarge = (mebibytes) =>
  new ApiError(413, 10027, `Worker exceeds the size limit of ${mebibytes} MiB. Reduce your script size.`);

/** @param {number} limit */
export const tooManyScripts = (limit) =>
  new ApiError(400, 10037, `You have reached the maximum number of Workers (${limit}) on your account.`);

export const noHandlers = () => new ApiError(400, 10068, "The uploaded script has no registered event handlers.");

/** @param {string} reason */
export const invalidDeployment = (reason) => new ApiError(400, 10210, `Invalid deployment: ${reason}`);

/** @param {string[]} names */
export const secretsChanged = (names) =>
  new ApiError(400, 10220, `Secrets have changed since this version was active: ${names.join(",")}`);

export const latestNotDeployed = () =>
  new ApiError(
    400,
    10215,
    "Secret edit failed. You attempted to modify a secret, but the latest version of your Worker isn't currently deployed.",
  );

/** @param {string[]} names */
export const referencedByWorkers = (names) =>
  new ApiError(400, 10142, `Cannot delete this Worker as it is referenced by other Workers: ${names.join(", ")}`);

export const subdomainRequired = () =>
  new ApiError(400, 10063, "You need a workers.dev subdomain in order to proceed.");

/** Code and message as users report them: https://github.com/cloudflare/workers-sdk/issues/8923 */
export const invalidCron = () => new ApiError(400, 10100, "invalid cron string");

/** @param {number} limit */
export const tooManyCrons = (limit) =>
  new ApiError(400, 10072, `You have exceeded the limit of ${limit} cron triggers on your account.`);

export const tailExpired = () => new ApiError(404, 10058, "Tail session has expired.");
