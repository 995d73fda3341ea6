import { LIMITS } from "../account/limits.mjs";
import { scriptNamed, scriptNamedOrTagged } from "../account/lookup.mjs";
import { Script } from "../account/script.mjs";
import { shownScript, shownWorker } from "../account/shown.mjs";
import { parseUpload } from "../account/upload.mjs";
import { addVersion } from "../account/versions.mjs";
import { badName, referencedByWorkers, serviceNotFound, tooManyScripts } from "../account/worker-errors.mjs";
import { success } from "../http/answer.mjs";
import { paged } from "../http/paging.mjs";

/** @typedef {import("../services.mjs").Services} Services */

const ACCOUNT = "/accounts/:account/workers";

/**
 * Scripts: list, upload that serves at once, delete; and the same things as services and as the beta API's
 * workers.
 *
 * @param {Services} services
 * @returns {import("../http/router.mjs").Route[]}
 */
export function scriptRoutes(services) {
  const { account } = services;
  /** @param {(script: Script) => unknown} show @param {string} name */
  const shown = (show, name) => success(show(scriptNamed(account, name)));
  return [
    {
      method: "GET",
      pattern: `${ACCOUNT}/scripts`,
      handle: () => success([...account.scripts.values()].map(shownScript)),
    },
    {
      method: "GET",
      pattern: `${ACCOUNT}/scripts-search`,
      handle: (request) => paged(request, search(request, services)),
    },
    { method: "PUT", pattern: `${ACCOUNT}/scripts/:script`, handle: (request) => upload(request, services) },
    { method: "DELETE", pattern: `${ACCOUNT}/scripts/:script`, handle: (request) => remove(request, services) },
    { method: "DELETE", pattern: `${ACCOUNT}/services/:script`, handle: (request) => remove(request, services) },
    {
      method: "GET",
      pattern: `${ACCOUNT}/services/:script`,
      handle(request) {
        const script = account.scripts.get(request.param("script"));
        if (!script) throw serviceNotFound();
        return success(shownService(script));
      },
    },
    {
      method: "GET",
      pattern: `${ACCOUNT}/workers`,
      handle: (request) =>
        paged(
          request,
          [...account.scripts.values()].map((script) => shownWorker(script, account.subdomain)),
        ),
    },
    {
      method: "GET",
      pattern: `${ACCOUNT}/workers/:script`,
      handle: (request) =>
        success(shownWorker(scriptNamedOrTagged(account, request.param("script")), account.subdomain)),
    },
    {
      method: "DELETE",
      pattern: `${ACCOUNT}/workers/:script`,
      handle(request) {
        request.params["script"] = scriptNamedOrTagged(account, request.param("script")).name;
        return remove(request, services);
      },
    },
    {
      method: "GET",
      pattern: `${ACCOUNT}/scripts/:script/references`,
      handle: (request) => shown(() => NO_REFERENCES, request.param("script")),
    },
    { method: "GET", pattern: `${ACCOUNT}/tails/by-consumer/:script`, handle: () => success([]) },
    { method: "GET", pattern: `${ACCOUNT}/durable_objects/namespaces`, handle: (request) => paged(request, []) },
    { method: "GET", pattern: `${ACCOUNT}/domains`, handle: () => success([]) },
    { method: "GET", pattern: `${ACCOUNT}/domains/records`, handle: () => success([]) },
    {
      method: "GET",
      pattern: `${ACCOUNT}/services/:script/environments/:environment/routes`,
      handle: (request) => shown(() => [], request.param("script")),
    },
    { method: "GET", pattern: "/accounts/:account/queues", handle: (request) => paged(request, []) },
  ];
}

const NO_REFERENCES = {
  services: { incoming: [], outgoing: [], pages_function: false },
  durable_objects: [],
  dispatch_outbounds: [],
};

/** @param {import("../http/api-request.mjs").ApiRequest} request @param {Services} services */
async function upload(request, services) {
  const { account, runtime } = services;
  const name = request.param("script");
  if (!/^[a-z0-9_][a-z0-9_-]{0,62}$/.test(name)) throw badName();
  const { metadata, modules } = parseUpload(request, "ScriptMetadata");
  const known = account.scripts.get(name);
  if (!known && account.scripts.size >= LIMITS.scripts) throw tooManyScripts(LIMITS.scripts);
  const script = known ?? new Script(name);
  const how = { strictInherit: request.query.get("bindings_inherit") === "strict", triggeredBy: "upload" };
  const version = await addVersion({ metadata, modules }, how, { ...services, script }, services);
  account.scripts.set(name, script);
  for (const key of /** @type {const} */ (["logpush", "observability", "tags", "tail_consumers"])) {
    if (metadata[key] !== undefined) Object.assign(script.settings, { [key]: metadata[key] });
  }
  script.deploy([{ version_id: version.id, percentage: 100 }], {
    "workers/triggered_by": "upload",
    ...metadata.annotations,
  });
  runtime.invalidate();
  return success({
    ...shownScript(script),
    startup_time_ms: version.startup_time_ms,
    deployment_id: version.id,
    entry_point: version.main_module,
  });
}

/** @param {import("../http/api-request.mjs").ApiRequest} request @param {Services} services */
function remove(request, { account, runtime, tails }) {
  const script = scriptNamed(account, request.param("script"));
  const users = [...account.scripts.values()].filter(
    (other) =>
      other !== script &&
      other
        .liveVersions()
        .some((version) =>
          version.bindings.some((binding) => binding.type === "service" && binding["service"] === script.name),
        ),
  );
  if (users.length > 0 && request.query.get("force") !== "true")
    throw referencedByWorkers(users.map(({ name }) => name));
  account.scripts.delete(script.name);
  tails.closeAll(script.name);
  runtime.invalidate();
  return success(null);
}

/** @param {import("../http/api-request.mjs").ApiRequest} request @param {Services} services */
function search(request, { account }) {
  const name = request.query.get("name") ?? "";
  return [...account.scripts.values()]
    .filter((script) => script.name.includes(name))
    .map((script) => ({
      id: script.tag,
      script_name: script.name,
      created_on: script.created_on,
      modified_on: script.modified_on,
    }));
}

/** @param {Script} script */
function shownService(script) {
  const { name, created_on, modified_on, tag } = script;
  const environment = { environment: "production", created_on, modified_on };
  return {
    id: name,
    default_environment: {
      ...environment,
      script_tag: tag,
      script: shownScript(script),
      script_id: name,
      deployment_id: script.deployments.at(-1)?.id,
    },
    created_on,
    modified_on,
    environments: [environment],
  };
}
