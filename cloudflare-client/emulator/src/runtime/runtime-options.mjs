import { Log, LogLevel, Response } from "miniflare";
import { sameSecret } from "../http/authentication.mjs";
import { guardLoopback } from "./loopback-guard.mjs";
import { hasEntrypoint, versionOptions } from "./version-options.mjs";
import { workerSource, workflowEngineSource } from "./worker-source.mjs";

/**
 * @typedef {import("miniflare").MiniflareOptions} MiniflareOptions
 * @typedef {import("miniflare").WorkerOptions} WorkerOptions
 *
 * @typedef {object} Trace
 * @property {string} script
 * @property {string} version
 * @property {any[]} events of workerd's tail
 *
 * @typedef {import("./version-options.mjs").VersionContext & {
 *   folder: string,
 *   ai: Record<string, unknown> | undefined,
 *   onTrace: (trace: Trace) => void,
 *   onStarted: (processes: number[]) => void,
 * }} RuntimeContext
 */

const DATE = "2026-04-01";
const ENGINE_DATE = "2024-10-22";

guardLoopback();

/**
 * Everything miniflare is told: the emulator's own workers, the serving versions, the hosts of workflows.
 *
 * @param {RuntimeContext} context
 * @param {() => void} onEnd called when the workerd started with these options has ended
 * @returns {{ options: MiniflareOptions, workers: Set<string> }}
 */
export function runtimeOptions(context, onEnd) {
  const { account, names } = context;
  const versions = [...account.scripts.values()].flatMap((script) =>
    script
      .liveVersions()
      .filter((version) => context.vault.missing(version).length === 0)
      .map((version) => versionOptions(script, version, context)),
  );
  const workers = [
    front(context, versions),
    tailSink(context),
    own(names.locked, "locked"),
    ...(context.ai ? [fakeAi(context)] : []),
    { name: names.missingWorkflow, modules: [module("missing-workflow")] },
    ...versions,
  ];
  for (const workflow of account.workflows.values())
    workers.push(workflowHost(workflow, context), workflowBinding(workflow, context));
  const options = {
    ...quiet(onEnd),
    host: "127.0.0.1",
    port: 0,
    unsafeProxySharedSecret: names.secret,
    unsafeTriggerHandlers: false,
    unsafeLocalExplorer: false,
    defaultPersistRoot: context.folder,
    workers,
  };
  return { options, workers: new Set(workers.map(({ name = "" }) => name)) };
}

/**
 * Options that keep miniflare and workerd from writing to this process's output or asking the network.
 *
 * @param {() => void} [onEnd] called when workerd has ended
 */
export function quiet(onEnd = () => {}) {
  return {
    log: new Log(LogLevel.NONE),
    logRequests: false,
    cf: false,
    telemetry: { enabled: false },
    /** @param {import("node:stream").Readable} stdout @param {import("node:stream").Readable} stderr */
    handleRuntimeStdio(stdout, stderr) {
      stdout.resume().on("close", onEnd);
      stderr.resume();
    },
  };
}

/** @param {string} name @param {string} [path] @returns {{ type: "ESModule", path: string, contents: string }} */
function module(name, path = `${name}.mjs`) {
  return { type: "ESModule", path, contents: workerSource(name) };
}

/** @param {string} name @param {string} source @returns {WorkerOptions} */
function own(name, source) {
  return { name, modules: [module(source)], compatibilityDate: DATE };
}

/** @param {RuntimeContext} context @param {WorkerOptions[]} versions @returns {WorkerOptions} */
function front({ account, names }, versions) {
  return {
    name: names.front,
    modulesRoot: "/",
    modules: [module("front", "/front.mjs"), module("storage", "/storage.mjs")],
    compatibilityDate: DATE,
    compatibilityFlags: ["service_binding_extra_handlers"],
    bindings: { SECRET: names.secret },
    kvNamespaces: named([...account.namespaces.keys()]),
    r2Buckets: named([...account.buckets.keys()]),
    d1Databases: named([...account.databases.keys()]),
    serviceBindings: named(versions.map(({ name = "" }) => name)),
  };
}

/** @param {string[]} ids */
function named(ids) {
  return Object.fromEntries(ids.map((id) => [id, id]));
}

/** @param {RuntimeContext} context @returns {WorkerOptions} */
function tailSink({ names, onTrace }) {
  return {
    ...own(names.tailSink, "tail-sink"),
    bindings: { SECRET: names.secret },
    serviceBindings: {
      EMULATOR: async (/** @type {import("miniflare").Request} */ request) => {
        if (!sameSecret(request.headers.get("x-emulator-secret") ?? "", names.secret))
          return new Response(null, { status: 403 });
        onTrace(/** @type {Trace} */ (await request.json()));
        return new Response(null, { status: 204 });
      },
    },
  };
}

/** @param {RuntimeContext} context @returns {WorkerOptions} */
function fakeAi({ names, ai }) {
  return { ...own(names.ai, "fake-ai"), bindings: { ANSWERS: /** @type {any} */ (ai) } };
}

/**
 * @param {import("../account/model.mjs").Workflow} workflow
 * @param {RuntimeContext} context
 * @returns {WorkerOptions}
 */
function workflowHost(workflow, { account, vault, names }) {
  const version = account.scripts.get(workflow.script_name)?.mainVersion();
  const ready =
    version !== undefined && vault.missing(version).length === 0 && hasEntrypoint(version, workflow.class_name);
  return {
    name: names.workflowHost(workflow.name),
    modulesRoot: "/",
    modules: [
      module("workflow-host", "/workflow-host.mjs"),
      { type: "ESModule", path: "/engine.mjs", contents: workflowEngineSource() },
    ],
    compatibilityDate: ENGINE_DATE,
    compatibilityFlags: ["experimental", "enable_ctx_exports"],
    bindings: {
      BINDING_NAME: workflow.name,
      VERSION_ID: workflow.version_id,
      ...(workflow.step_limit !== undefined && { STEP_LIMIT: String(workflow.step_limit) }),
    },
    durableObjects: {
      ENGINE: {
        className: "Engine",
        useSQLite: true,
        unsafeUniqueKey: `workflow-${workflow.id}`,
        unsafePreventEviction: true,
      },
      INDEX: { className: "Index", useSQLite: true, unsafeUniqueKey: `workflow-index-${workflow.id}` },
    },
    serviceBindings: {
      USER_WORKFLOW: ready
        ? { name: names.version(workflow.script_name, version.id), entrypoint: workflow.class_name }
        : names.locked,
    },
  };
}

/**
 * @param {import("../account/model.mjs").Workflow} workflow
 * @param {RuntimeContext} context
 * @returns {WorkerOptions}
 */
function workflowBinding(workflow, { names }) {
  return {
    name: names.workflowBinding(workflow.name),
    modules: [module("workflow-binding")],
    serviceBindings: { WORKFLOW: { name: names.workflowHost(workflow.name), entrypoint: "WorkflowBinding" } },
  };
}
