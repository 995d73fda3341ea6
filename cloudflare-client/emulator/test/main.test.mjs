import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { after, test } from "node:test";
import { fileURLToPath } from "node:url";
import { parseCommandLine, UsageError } from "../src/command-line.mjs";
import { isRunning } from "../src/parent.mjs";
import { until } from "./until.mjs";

const MAIN = fileURLToPath(new URL("../main.mjs", import.meta.url));
const folder = mkdtempSync(join(tmpdir(), "emulator-main-"));
after(() => rmSync(folder, { recursive: true, force: true }));

/** @param {string[]} args */
async function started(args) {
  const child = spawn(process.execPath, [MAIN, "--json", ...args], { stdio: ["pipe", "pipe", "inherit"] });
  const lines = createInterface({ input: child.stdout });
  const [line] = await once(lines, "line");
  return { child, about: JSON.parse(line), line };
}

/** What an emulator says that can't start. @param {string[]} args */
async function refusal(args) {
  const child = spawn(process.execPath, [MAIN, ...args]);
  let said = "";
  child.stderr.on("data", (chunk) => (said += chunk));
  assert.equal((await once(child, "close"))[0], 2);
  return said;
}

test("the line of JSON is what a client needs, and SIGTERM ends the emulator without a trace", async () => {
  const state = join(folder, "state");
  const { child, about } = await started(["--port", "0", "--state", state]);
  assert.deepEqual(Object.keys(about), ["api", "token", "account_id", "workers", "token_file"]);
  assert.match(about.api, /^http:\/\/127\.0\.0\.1:\d+\/client\/v4$/);
  assert.match(about.workers, /^http:\/\/127\.0\.0\.1:\d+$/);
  assert.match(about.account_id, /^[0-9a-f]{32}$/);
  assert.equal(readFileSync(about.token_file, "utf8"), about.token);
  const verified = await fetch(`${about.api}/user/tokens/verify`, {
    headers: { authorization: `Bearer ${about.token}` },
  });
  assert.equal(verified.status, 200);
  const running = JSON.parse(readFileSync(join(state, "running.json"), "utf8"));
  assert.deepEqual([running.api, running.process_id, running.token], [about.api, child.pid, undefined]);
  child.kill("SIGTERM");
  const [code] = await once(child, "exit");
  assert.equal(code, 0);
  for (const name of ["token", "running.json", "lock"]) assert.ok(!existsSync(join(state, name)), name);
});

test("every file of the state is its owner's alone, those of SQLite too, and a file in its place is told", async () => {
  const state = join(folder, "modes");
  const { child, about } = await started(["--state", state]);
  const headers = { authorization: `Bearer ${about.token}` };
  const account = `${about.api}/accounts/${about.account_id}`;
  /** @param {string} method @param {string} path @param {string} body @returns {Promise<any>} */
  const call = async (method, path, body) => (await fetch(`${account}/${path}`, { method, headers, body })).json();
  const { result } = await call("POST", "storage/kv/namespaces", '{"title":"t"}');
  assert.equal((await call("PUT", `storage/kv/namespaces/${result.id}/values/k`, "v")).success, true);
  const database = (await call("POST", "d1/database", '{"name":"d"}')).result.uuid;
  assert.equal((await call("POST", `d1/database/${database}/query`, '{"sql":"CREATE TABLE t (a)"}')).success, true);
  const entries = readdirSync(state, { recursive: true }).map((name) => join(state, String(name)));
  assert.ok(["-wal", "-shm"].every((end) => entries.some((entry) => entry.endsWith(end))));
  for (const entry of entries) {
    const { mode } = statSync(entry);
    if (process.platform !== "win32") assert.equal(mode & 0o777, statSync(entry).isDirectory() ? 0o700 : 0o600, entry);
  }
  child.kill();
  await once(child, "exit");
  assert.match(await refusal(["--state", join(state, "account.json")]), /^The state folder .* can't be used: /);
});

test("a port in use is told in a sentence, and nothing is left", async () => {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = /** @type {import("node:net").AddressInfo} */ (server.address());
  const state = join(folder, "ports");
  for (const option of ["--port", "--workers-port"]) {
    const said = await refusal(["--state", state, option, String(port)]);
    assert.equal(said, `Port ${port} can't be used: it is in use. Choose another, or 0 for a free one.\n`);
    assert.ok(!existsSync(join(state, "lock")));
  }
  server.close();
});

test("without --state nothing is left behind", async () => {
  const { child, about } = await started([]);
  child.kill("SIGINT");
  await once(child, "exit");
  assert.ok(!existsSync(about.token_file));
});

test("it ends when standard input is closed", async () => {
  const { child } = await started(["--parent", "stdin"]);
  child.stdin.end();
  assert.equal((await once(child, "exit"))[0], 0);
});

test("it ends when its parent is gone", async () => {
  const parent = spawn(process.execPath, ["-e", "setInterval(() => {}, 1000)"]);
  const { child } = await started(["--parent", String(parent.pid)]);
  parent.kill("SIGKILL");
  await once(parent, "exit");
  assert.equal((await once(child, "exit"))[0], 0);
  assert.equal(isRunning(Number(child.pid)), false);
});

test("a folder in use and a wrong option are told in a sentence", async () => {
  const state = join(folder, "locked");
  const { child } = await started(["--state", state]);
  assert.match(
    await refusal(["--state", state]),
    /^Another emulator \(process \d+\) uses .*Stop it, or choose another --state folder\.\n$/,
  );
  child.kill();
  await once(child, "exit");
});

test("after it was killed, the next one on the same folder ends the workerd that was left", async () => {
  const state = join(folder, "killed");
  const first = await started(["--state", state]);
  const left = readFileSync(join(state, "workerd"), "utf8").split(" ").map(Number);
  assert.ok(left.length > 0 && left.every(isRunning));
  first.child.kill("SIGKILL");
  await once(first.child, "exit");
  const second = await started(["--state", state]);
  if (process.platform !== "win32") await until(async () => (left.some(isRunning) ? undefined : true));
  second.child.kill();
  await once(second.child, "exit");
});

test("options are checked", () => {
  for (const args of [
    ["--port", "x"],
    ["--port", "65536"],
    ["--port=-1"],
    ["--parent", "0"],
    ["--parent", "me"],
    ["--colour"],
    ["extra"],
    ["--ai", join(folder, "none.json")],
  ]) {
    assert.throws(() => parseCommandLine(args), UsageError, args.join(" "));
  }
  writeFileSync(join(folder, "list.json"), "[]");
  assert.throws(() => parseCommandLine(["--ai", join(folder, "list.json")]), UsageError);
  writeFileSync(join(folder, "ai.json"), '{"*": 1}');
  const { options, parent, json } = parseCommandLine([
    "--ai",
    join(folder, "ai.json"),
    "--parent",
    "12",
    "--json",
    "--state",
    "s",
  ]);
  assert.deepEqual(
    [options.ai, options.state, options.test, options.privateNetwork, parent, json],
    [{ "*": 1 }, "s", false, false, 12, true],
  );
});
