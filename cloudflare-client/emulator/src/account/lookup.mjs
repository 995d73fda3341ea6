import { ApiError } from "../http/api-error.mjs";
import { workerNotFound } from "./worker-errors.mjs";

/** @typedef {import("./account.mjs").Account} Account */

/** @param {Account} account @param {string} name @returns {import("./script.mjs").Script} */
export function scriptNamed(account, name) {
  const script = account.scripts.get(name);
  if (!script) throw workerNotFound();
  return script;
}

/**
 * The beta API of Workers takes a name or a tag.
 *
 * @param {Account} account
 * @param {string} nameOrTag
 * @returns {import("./script.mjs").Script}
 */
export function scriptNamedOrTagged(account, nameOrTag) {
  return [...account.scripts.values()].find(({ tag }) => tag === nameOrTag) ?? scriptNamed(account, nameOrTag);
}

/** @param {Account} account @param {string} id @returns {import("./model.mjs").Namespace} */
export function namespaceWithId(account, id) {
  const namespace = account.namespaces.get(id);
  if (!namespace) throw new ApiError(404, 10013, "namespace not found");
  return namespace;
}

/**
 * A bucket of a jurisdiction is found only by who names that.
 *
 * @param {Account} account
 * @param {string} name
 * @param {string} jurisdiction `default` for none
 * @returns {import("./model.mjs").Bucket}
 */
export function bucketNamed(account, name, jurisdiction) {
  const bucket = account.buckets.get(name);
  if (bucket?.jurisdiction !== jurisdiction) throw new ApiError(404, 10006, "The specified bucket does not exist.");
  return bucket;
}

/** @param {Account} account @param {string} id @returns {import("./model.mjs").Database} */
export function databaseWithId(account, id) {
  const database = account.databases.get(id);
  if (!database) throw new ApiError(404, 7404, `The database ${id} could not be found`);
  return database;
}

/** @param {Account} account @param {string} name @returns {import("./model.mjs").Workflow} */
export function workflowNamed(account, name) {
  const workflow = account.workflows.get(name);
  if (!workflow) throw new ApiError(404, 10200, "workflow.not_found");
  return workflow;
}
