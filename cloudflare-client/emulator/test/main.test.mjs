import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { after, test } from "node:test";
import { fileURLToPath } from "node:url";
import { parseCommandLine, UsageError } from "../src/command-line.mjs";
import { isRunning } from "../src/parent.mjs";

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
  const second = spawn(process.execPath, [MAIN, "--state", state]);
  let said = "";
  second.stderr.on("data", (chunk) => (said += chunk));
  assert.equal((await once(second, "close"))[0], 2);
  assert.match(said, /^Another emulator \(process \d+\) uses .*Stop it, or choose another --state folder\.\n$/);
  child.kill();
  await once(child, "exit");
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
