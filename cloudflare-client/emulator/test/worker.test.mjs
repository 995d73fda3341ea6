import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { EmulatorClient, rawRequest } from "./emulator-client.mjs";
import { probe } from "../src/runtime/probe.mjs";

/** @type {EmulatorClient} */
let client;
before(async () => void (client = await EmulatorClient.start()));
after(() => client.close());

const ECHO = `export default { async fetch(request, env) {
  return Response.json({ url: request.url, method: request.method, headers: Object.fromEntries(request.headers), body: await request.text(), vars: env.GREETING });
} }`;

test("a deployed Worker answers under its name in the path and in the host", async () => {
  await client.deploy("echo", ECHO, { bindings: [{ type: "plain_text", name: "GREETING", text: "hi" }] });
  const byPath = /** @type {any} */ (
    await (await client.worker("echo", "/a/b?c=1", { method: "POST", body: "text" })).json()
  );
  const { port } = new URL(client.emulator.workers);
  assert.equal(byPath.url, `http://echo.localhost:${port}/a/b?c=1`);
  assert.deepEqual([byPath.method, byPath.body, byPath.vars], ["POST", "text", "hi"]);
  const byHost = await rawRequest(`http://127.0.0.1:${port}/x`, { headers: { host: `echo.localhost:${port}` } });
  assert.equal(JSON.parse(byHost.text).url, `http://echo.localhost:${port}/x`);
  assert.equal(JSON.parse(byHost.text).headers.host, `echo.localhost:${port}`);
  const byPublicName = await rawRequest(`http://127.0.0.1:${port}/x`, { headers: { host: "echo.arcrun.workers.dev" } });
  assert.equal(JSON.parse(byPublicName.text).url, "https://echo.arcrun.workers.dev/x");
});

test("a GET with a body is answered, TRACE isn't", async () => {
  await client.deploy("bodies", ECHO);
  const { workers } = client.emulator;
  const headers = { "content-length": "4" };
  const { status, text } = await rawRequest(`${workers}/bodies/`, { method: "GET", headers }, "text");
  assert.deepEqual([status, JSON.parse(text).body], [200, ""]);
  assert.equal((await rawRequest(`${workers}/bodies/`, { method: "TRACE" })).status, 405);
});

test("an upload with a syntax error, a missing module or a throwing global scope is refused with 10021", async () => {
  const syntax = await client.upload("bad", "export default { fetch( }");
  assert.deepEqual([syntax.status, syntax.code], [400, 10021]);
  assert.match(syntax.message ?? "", /SyntaxError/);
  const missing = await client.upload("bad", `import "./gone.mjs"; export default { fetch() {} }`);
  assert.equal(missing.code, 10021);
  assert.match(missing.message ?? "", /No such module "gone.mjs"/);
  const thrown = await client.upload("bad", `throw new TypeError("at start"); export default { fetch() {} }`);
  assert.equal(thrown.code, 10021);
  assert.match(thrown.message ?? "", /at start/);
  const main = await client.upload("bad", ECHO, { main_module: "other.mjs" });
  assert.match(main.message ?? "", /No such module "other.mjs"/);
  assert.equal((await client.call("GET", "workers/services/bad")).code, 10090);
});

test("a script without handlers is refused with 10068", async () => {
  assert.equal((await client.upload("none", "export default {}")).code, 10068);
});

test("a global scope that never ends is refused", async () => {
  const source = Buffer.from("for (;;); export default { fetch() {} }");
  const version = /** @type {any} */ ({
    main_module: "w.mjs",
    modules: [{ name: "w.mjs", type: "application/javascript+module", sha256: "", size: source.length }],
    compatibility_date: "2026-04-01",
    compatibility_flags: [],
  });
  assert.deepEqual(await probe(version, /** @type {any} */ ({ get: () => source }), 1000), {
    error: "Script startup exceeded CPU time limit.",
  });
});

test("a Worker that throws answers 500, its cookies come one by one, and its stream arrives whole", async () => {
  await client.deploy(
    "kinds",
    `export default { fetch(request) {
    const { pathname } = new URL(request.url);
    if (pathname === "/throw") throw new Error("hidden detail");
    const headers = new Headers({ location: "/there" });
    headers.append("set-cookie", "a=1"); headers.append("set-cookie", "b=2");
    return new Response("x".repeat(300_000), { status: 302, headers });
  } }`,
  );
  const thrown = await client.worker("kinds", "/throw");
  assert.deepEqual([thrown.status, await thrown.text()], [500, "error code: 1101"]);
  const answer = await client.worker("kinds", "/", { redirect: "manual" });
  assert.deepEqual(
    [answer.status, answer.headers.get("location"), answer.headers.getSetCookie()],
    [302, "/there", ["a=1", "b=2"]],
  );
  assert.equal((await answer.text()).length, 300_000);
});
