import { randomUUID } from "node:crypto";
import { scriptNamed, workflowNamed } from "../account/lookup.mjs";
import { timestamp } from "../account/identity.mjs";
import { success } from "../http/answer.mjs";
import { ApiError } from "../http/api-error.mjs";
import { paged } from "../http/paging.mjs";
import { validated } from "../http/validation.mjs";
import { statusName } from "../workflows/instance-log.mjs";

/**
 * @typedef {import("../account/model.mjs").Workflow} Workflow
 * @typedef {import("../services.mjs").Services} Services
 */

const WORKFLOWS = "/accounts/:account/workflows";
const REFUSAL = { code: 10001 };

/** Workflows: define, list, show, delete. @param {Services} services @returns {import("../http/router.mjs").Route[]} */
export function workflowRoutes(services) {
  const { account, runtime } = services;
  /** @param {import("../http/api-request.mjs").ApiRequest} request */
  const workflowOf = (request) => workflowNamed(account, request.param("workflow"));
  return [
    {
      method: "GET",
      pattern: WORKFLOWS,
      async handle(request) {
        const search = request.query.get("search") ?? "";
        const found = [...account.workflows.values()].filter(({ name }) => name.includes(search));
        return paged(request, await Promise.all(found.map((workflow) => shown(workflow, services))));
      },
    },
    {
      method: "GET",
      pattern: `${WORKFLOWS}/:workflow`,
      handle: async (request) => success(await shown(workflowOf(request), services)),
    },
    {
      method: "PUT",
      pattern: `${WORKFLOWS}/:workflow`,
      handle(request) {
        const workflow = define(request, services);
        runtime.invalidate();
        return success({
          ...shownWithoutInstances(workflow),
          is_deleted: 0,
          terminator_running: 0,
          version_id: workflow.version_id,
        });
      },
    },
    {
      method: "DELETE",
      pattern: `${WORKFLOWS}/:workflow`,
      async handle(request) {
        const { name } = workflowOf(request);
        await runtime.workflow(name, { action: "clear" });
        account.workflows.delete(name);
        runtime.invalidate();
        return success({ status: "ok", success: true });
      },
    },
    {
      method: "GET",
      pattern: `${WORKFLOWS}/:workflow/versions`,
      handle: (request) => paged(request, [shownVersion(workflowOf(request))]),
    },
    {
      method: "GET",
      pattern: `${WORKFLOWS}/:workflow/versions/:version`,
      handle(request) {
        const workflow = workflowOf(request);
        if (workflow.version_id !== request.param("version"))
          throw new ApiError(404, 10201, "workflow.version.not_found");
        return success(shownVersion(workflow));
      },
    },
  ];
}

/** @param {import("../http/api-request.mjs").ApiRequest} request @param {Services} services @returns {Workflow} */
function define(request, { account }) {
  const name = request.param("workflow");
  if (!/^[a-zA-Z0-9_][a-zA-Z0-9-_]{0,63}$/.test(name))
    throw new ApiError(400, 10001, `'${name}' is not a valid workflow name.`);
  const { class_name, script_name, limits } = validated("WorkflowPut", request.json(REFUSAL), REFUSAL);
  const version = scriptNamed(account, script_name).mainVersion();
  if (!version?.named_handlers.some((handler) => handler.name === class_name)) {
    throw new ApiError(400, 10001, `The Worker '${script_name}' exports no class '${class_name}'.`);
  }
  const now = timestamp();
  const known = account.workflows.get(name);
  /** @type {Workflow} */
  const workflow = {
    id: known?.id ?? randomUUID(),
    name,
    class_name,
    script_name,
    version_id: randomUUID(),
    ...(limits?.steps !== undefined && { step_limit: limits.steps }),
    created_on: known?.created_on ?? now,
    modified_on: now,
    triggered_on: known?.triggered_on ?? null,
  };
  account.workflows.set(name, workflow);
  return workflow;
}

/** @param {Workflow} workflow @param {Services} services */
async function shown(workflow, { account, runtime }) {
  const { result } = await runtime.workflow(workflow.name, { action: "list" });
  /** @type {Record<string, number>} */
  const instances = {};
  for (const { status } of result) instances[statusName(status)] = (instances[statusName(status)] ?? 0) + 1;
  return { ...shownWithoutInstances(workflow), instances, script_deleted: !account.scripts.has(workflow.script_name) };
}

/** @param {Workflow} workflow */
function shownWithoutInstances({ id, name, class_name, script_name, created_on, modified_on, triggered_on }) {
  return { id, name, class_name, script_name, created_on, modified_on, triggered_on };
}

/** @param {Workflow} workflow */
function shownVersion({ id, version_id, class_name, modified_on, step_limit }) {
  return {
    id: version_id,
    workflow_id: id,
    class_name,
    created_on: modified_on,
    modified_on,
    has_dag: false,
    ...(step_limit !== undefined && { limits: { steps: step_limit } }),
  };
}
