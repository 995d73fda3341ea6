import { workflowNamed } from "../account/lookup.mjs";
import { timestamp } from "../account/identity.mjs";
import { success } from "../http/answer.mjs";
import { ApiError } from "../http/api-error.mjs";
import { paged } from "../http/paging.mjs";
import { validated } from "../http/validation.mjs";
import { hasEntrypoint } from "../runtime/version-options.mjs";
import { statusName } from "../workflows/instance-log.mjs";
import { listedInstance, shownInstance } from "../workflows/shown-instance.mjs";

/**
 * @typedef {import("../http/api-request.mjs").ApiRequest} ApiRequest
 * @typedef {import("../services.mjs").Services} Services
 * @typedef {import("../account/model.mjs").Workflow} Workflow
 */

const INSTANCES = "/accounts/:account/workflows/:workflow/instances";
const REFUSAL = { code: 10001 };

/**
 * Instances of a workflow: start, list, show, change, send an event.
 *
 * @param {Services} services
 * @returns {import("../http/router.mjs").Route[]}
 */
export function workflowInstanceRoutes(services) {
  const { account } = services;
  /** @param {ApiRequest} request */
  const workflowOf = (request) => workflowNamed(account, request.param("workflow"));
  return [
    { method: "GET", pattern: INSTANCES, handle: (request) => list(request, workflowOf(request), services) },
    {
      method: "POST",
      pattern: INSTANCES,
      async handle(request) {
        const body = request.body.length > 0 ? validated("WorkflowInstanceCreate", request.json(REFUSAL), REFUSAL) : {};
        return success(await create(workflowOf(request), body, services));
      },
    },
    {
      method: "POST",
      pattern: `${INSTANCES}/batch`,
      async handle(request) {
        const workflow = workflowOf(request);
        const created = [];
        for (const body of validated("WorkflowInstanceBatch", request.json(REFUSAL), REFUSAL))
          created.push(await create(workflow, body, services));
        return success(created);
      },
    },
    {
      method: "GET",
      pattern: `${INSTANCES}/:instance`,
      handle: async (request) =>
        success(shownInstance(await describe(workflowOf(request), request.param("instance"), services))),
    },
    {
      method: "PATCH",
      pattern: `${INSTANCES}/:instance/status`,
      async handle(request) {
        const workflow = workflowOf(request);
        const id = request.param("instance");
        await describe(workflow, id, services);
        const { status: change } = validated("WorkflowInstanceStatus", request.json(REFUSAL), REFUSAL);
        await act(workflow, { action: "change", id, change }, services);
        const { status } = await describe(workflow, id, services);
        return success({ status: statusName(status), timestamp: timestamp() });
      },
    },
    {
      method: "POST",
      pattern: `${INSTANCES}/:instance/events/:event`,
      async handle(request) {
        const workflow = workflowOf(request);
        const id = request.param("instance");
        await describe(workflow, id, services);
        const payload = request.body.length > 0 ? request.json(REFUSAL) : undefined;
        await act(workflow, { action: "event", id, type: request.param("event"), payload }, services);
        return success({});
      },
    },
  ];
}

/** @param {ApiRequest} request @param {Workflow} workflow @param {Services} services */
async function list(request, workflow, { runtime }) {
  const status = request.query.get("status");
  const { result } = await runtime.workflow(workflow.name, { action: "list" });
  const shown = result.map((/** @type {any} */ instance) => listedInstance(instance, workflow.id));
  return paged(
    request,
    status ? shown.filter((/** @type {{ status: string }} */ one) => one.status === status) : shown,
  );
}

/** @param {Workflow} workflow @param {{ instance_id?: string, params?: unknown }} body @param {Services} services */
async function create(workflow, { instance_id, params }, services) {
  const { id } = await act(
    workflow,
    { action: "create", id: instance_id, params: typeof params === "string" ? parsed(params) : params },
    services,
  );
  workflow.triggered_on = timestamp();
  const { status } = await describe(workflow, id, services);
  return {
    id,
    status: statusName(status),
    version_id: workflow.version_id,
    workflow_id: workflow.id,
    trigger_source: "api",
  };
}

/** The API's types say that params are JSON in a string; wrangler sends them so or as they are. @param {string} text */
function parsed(text) {
  try {
    return JSON.parse(text);
  } catch {
    throw new ApiError(400, 10001, "params must be JSON.");
  }
}

/**
 * @param {Workflow} workflow
 * @param {string} id
 * @param {Services} services
 * @returns {Promise<import("../workflows/shown-instance.mjs").Described>}
 */
async function describe(workflow, id, { runtime }) {
  const { result } = await runtime.workflow(workflow.name, { action: "describe", id });
  if (!result) throw new ApiError(404, 10400, "instance.not_found");
  return result;
}

/** @param {Workflow} workflow @param {object} command @param {Services} services @returns {Promise<any>} */
async function act(workflow, command, { account, vault, runtime }) {
  const version = account.scripts.get(workflow.script_name)?.mainVersion();
  if (!version) throw new ApiError(400, 10001, `The Worker '${workflow.script_name}' of this workflow doesn't exist.`);
  const missing = vault.missing(version);
  if (missing.length > 0)
    throw new ApiError(
      400,
      10001,
      `The Worker '${workflow.script_name}' waits for its secrets: ${missing.join(", ")}.`,
    );
  if (!hasEntrypoint(version, workflow.class_name)) {
    throw new ApiError(
      400,
      10001,
      `The Worker '${workflow.script_name}' exports no class '${workflow.class_name}' any more.`,
    );
  }
  const { result, error } = await runtime.workflow(workflow.name, command);
  if (error !== undefined) throw new ApiError(/already_exists/.test(error) ? 409 : 400, 10001, error);
  return result;
}
