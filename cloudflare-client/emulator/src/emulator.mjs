import { randomBytes } from "node:crypto";
import { once } from "node:events";
import { SecretVault } from "./account/secret-vault.mjs";
import { Invocations } from "./analytics/invocations.mjs";
import { CronClock, due } from "./cron-clock.mjs";
import { Imports } from "./d1/imports.mjs";
import { Api } from "./http/api.mjs";
import { apiServer, portOf } from "./http/api-server.mjs";
import { workerServer } from "./http/worker-server.mjs";
import { allRoutes } from "./routes/all.mjs";
import { Names } from "./runtime/names.mjs";
import { outbound } from "./runtime/outbound.mjs";
import { probe } from "./runtime/probe.mjs";
import { Runtime } from "./runtime/runtime.mjs";
import { isDiskFull } from "./storage/private-files.mjs";
import { StateFolder, unusable } from "./storage/state-folder.mjs";
import { Tails } from "./tails/tails.mjs";
import { TestControl } from "./testing/test-control.mjs";

/**
 * @typedef {object} EmulatorOptions
 * @property {number} [port] of the API; 0 or absent: a free one
 * @property {number} [workersPort] of the Workers; 0 or absent: a free one
 * @property {string} [state] folder that survives a restart; absent: nothing does
 * @property {boolean} [test] with the routes for tests
 * @property {boolean} [privateNetwork] Workers may reach this computer and its network
 * @property {Record<string, unknown>} [ai] answers by model name, `*` for any
 * @property {{ interval?: number, limit?: number }} [watchdog]
 *
 * @typedef {object} Emulator
 * @property {string} api base URL, as Cloudflare's `https://api.cloudflare.com/client/v4`
 * @property {string} token
 * @property {string} token_file
 * @property {string} account_id
 * @property {string} workers base URL under which `/<script>` is a Worker
 * @property {Runtime} runtime for tests
 * @property {() => Promise<void>} close
 */

/** A port can't be listened on: which, why and what to do. */
export class PortError extends Error {}

/** Starts an emulator. @param {EmulatorOptions} [options] @returns {Promise<Emulator>} @throws {PortError} */
export async function startEmulator(options = {}) {
  const state = StateFolder.open(options.state);
  try {
    return await start(state, options);
  } catch (error) {
    state.close();
    if (isDiskFull(error)) throw unusable(state.path, error);
    throw isRuntimeFailure(error) ? unusable(state.path, "workerd doesn't start with the data in it") : error;
  }
}

/** Whether workerd ended before it was ready. @param {unknown} error of miniflare */
function isRuntimeFailure(error) {
  return /** @type {{ code?: unknown }} */ (error)?.code === "ERR_RUNTIME_FAILURE";
}

/** @param {StateFolder} state @param {EmulatorOptions} options @returns {Promise<Emulator>} */
async function start(state, { port = 0, workersPort = 0, test = false, privateNetwork = false, ai, watchdog }) {
  const account = state.load();
  const vault = new SecretVault();
  const tails = new Tails();
  const invocations = new Invocations();
  const imports = new Imports();
  const { blobs } = state;
  const token = randomBytes(32).toString("base64url");
  const runtime = new Runtime(
    {
      account,
      vault,
      blobs,
      names: new Names(),
      outbound: outbound(privateNetwork),
      folder: state.runtime,
      ai,
      onStarted(processes) {
        try {
          state.write("workerd", processes.join(" "));
        } catch (error) {
          console.error(`The ids of workerd could not be written: ${/** @type {Error} */ (error).message}`);
        }
      },
      onTrace(trace) {
        invocations.record(trace);
        tails.publish(trace);
      },
    },
    watchdog,
  );

  /** @param {string} name @param {string} cron @param {Date} time */
  const fire = async (name, cron, time) => {
    const script = account.scripts.get(name);
    const version = script?.choose();
    if (!version) throw new Error(`There is no Worker '${name}'.`);
    const missing = vault.missing(version);
    if (missing.length > 0) throw new Error(`Worker '${name}' waits for its secrets: ${missing.join(", ")}.`);
    return runtime.scheduled(name, version, cron, time);
  };

  let origin = "";
  const services = {
    account,
    vault,
    blobs,
    runtime,
    tails,
    imports,
    invocations,
    ai: ai !== undefined,
    api: () => origin,
    /** @param {import("./account/model.mjs").Version} version */
    probe: (version) => probe(version, blobs),
  };
  const save = () => state.save(account);
  const api = new Api({ routes: allRoutes(services), token, accountId: account.id, save });
  const control = test ? new TestControl(token, fire) : undefined;
  const servers = [apiServer({ api, tails, imports, ...(control && { control }) }), workerServer(services)];
  const stop = async () => {
    for (const server of servers) server.closeAllConnections();
    await Promise.all(servers.map((server) => new Promise((resolve) => server.close(resolve))));
    await runtime.close();
  };
  save();
  let apiPort, workerPort;
  try {
    [apiPort, workerPort] = await Promise.all([listen(servers[0], port), listen(servers[1], workersPort)]);
    origin = `http://127.0.0.1:${apiPort}`;
    await runtime.refresh();
  } catch (error) {
    await stop();
    throw error;
  }

  const clock = new CronClock((minute) => {
    for (const { script, cron } of due(account.scripts.values(), minute)) {
      fire(script, cron, minute).catch((error) =>
        console.error(`Cron '${cron}' of '${script}' failed: ${error.message}`),
      );
    }
  });
  const about = { api: `${origin}/client/v4`, account_id: account.id, workers: `http://127.0.0.1:${workerPort}` };
  const token_file = state.write("token", token);
  state.write("running.json", JSON.stringify({ ...about, token_file, process_id: process.pid }));
  return {
    ...about,
    token,
    token_file,
    runtime,
    async close() {
      clock.stop();
      tails.closeAll();
      await stop();
      try {
        save();
      } finally {
        state.close();
      }
    },
  };
}

/** @param {import("node:http").Server | undefined} server @param {number} port */
async function listen(server, port) {
  if (!server) throw new TypeError("There is no server");
  server.listen(port, "127.0.0.1");
  try {
    await once(server, "listening");
  } catch (error) {
    const reason = /** @type {NodeJS.ErrnoException} */ (error).code === "EADDRINUSE" ? "it is in use" : String(error);
    throw new PortError(`Port ${port} can't be used: ${reason}. Choose another, or 0 for a free one.`);
  }
  return portOf(server);
}
