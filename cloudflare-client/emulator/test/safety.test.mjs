import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { EmulatorClient, rawRequest } from "./emulator-client.mjs";

/** @type {EmulatorClient} */
let client;
before(async () => {
  client = await EmulatorClient.start({ test: false });
  await client.deploy(
    "plain",
    "export default { async fetch(r) { return new Response(new URL(r.url).pathname === '/out' ? await fetch(r.headers.get('x-url')).then(() => 'reached', (e) => 'stopped') : JSON.stringify([...r.headers.keys()])) } }",
  );
});
after(() => client.close());

test("only the token opens the API", async () => {
  /** @param {Record<string, string>} headers @param {string} [path] */
  const asked = async (headers, path = "/user") => {
    const response = await fetch(client.emulator.api + path, { headers });
    const { errors } = /** @type {any} */ (await response.json());
    return [response.status, errors[0].code, errors[0].error_chain?.[0].code];
  };
  assert.deepEqual(await asked({}), [400, 9106, undefined]);
  assert.deepEqual(await asked({ authorization: "Basic eDp5" }), [400, 6003, 6111]);
  assert.deepEqual(await asked({ "x-auth-key": "1" }), [400, 6003, 6103]);
  assert.deepEqual(await asked({ authorization: "Bearer other" }), [403, 9109, undefined]);
  assert.deepEqual(await asked({ authorization: "Bearer other" }, "/user/tokens/verify"), [401, 1000, undefined]);
  assert.equal((await client.call("GET", "/user/tokens/verify")).result.status, "active");
});

test("another account and a malformed one are refused", async () => {
  assert.equal((await client.call("GET", `/accounts/${"0".repeat(32)}/workers/scripts`)).code, 10000);
  assert.equal((await client.call("GET", "/accounts/me/workers/scripts")).code, 7003);
  assert.equal((await client.call("GET", "nowhere")).code, 7003);
  assert.equal((await client.call("DELETE", "workers/scripts/plain/settings")).code, 10405);
  assert.equal((await client.call("GET", "workers/scripts/%E0%A4%A/settings")).code, 7003);
});

test("a page that came by DNS rebinding is turned away from the API and from the Workers", async () => {
  const authorization = `Bearer ${client.emulator.token}`;
  const { port } = new URL(client.emulator.api);
  for (const host of ["evil.example", `evil.example:${port}`, "localhost:1", `plain.localhost:${port}`]) {
    assert.equal(
      (await rawRequest(`${client.emulator.api}/user`, { headers: { host, authorization } })).status,
      421,
      host,
    );
  }
  const workers = new URL(client.emulator.workers).port;
  for (const host of [
    "evil.example",
    `evil.example:${workers}`,
    `plain.localhost.evil.example:${workers}`,
    "plain.evil.workers.dev",
  ]) {
    assert.equal((await rawRequest(`${client.emulator.workers}/plain`, { headers: { host } })).status, 421, host);
  }
});

test("the routes for tests don't exist without the test flag", async () => {
  const { origin } = new URL(client.emulator.api);
  for (const path of ["/test/requests", "/test/faults", "/test/cron"]) {
    assert.equal(
      (await fetch(origin + path, { headers: { authorization: `Bearer ${client.emulator.token}` } })).status,
      404,
    );
  }
});

test("workerd's own port answers nobody: neither control routes nor Workers", async () => {
  const workerd = await client.emulator.runtime.address();
  for (const path of [
    "/",
    "/cdn-cgi/handler/scheduled",
    "/cdn-cgi/mf/scheduled",
    "/cdn-cgi/explorer",
    "/cdn-cgi/explorer/api",
    "/cdn-cgi/mf/reload",
  ]) {
    assert.equal((await fetch(new URL(path, workerd))).status, 403, path);
  }
  assert.equal((await fetch(new URL("/cdn-cgi/platform-proxy", workerd), { headers: { "MF-Op": "GET" } })).status, 401);
  for (const name of ["plain", "core:user:plain", "front"]) {
    assert.notEqual((await fetch(workerd, { headers: { "MF-Route-Override": name } })).status, 200, name);
  }
});

test("headers that steer miniflare are not taken from a caller", async () => {
  const headers = { "MF-Route-Override": "front", "MF-Original-URL": "http://other/", "MF-CF-Blob": "{}" };
  const seen = /** @type {string[]} */ (await (await client.worker("plain", "/", { headers })).json());
  assert.ok(!seen.some((name) => name.startsWith("mf-")));
});

test("a Worker doesn't reach this computer's network", async () => {
  const answer = await client.worker("plain", "/out", { headers: { "x-url": client.emulator.api } });
  assert.equal(await answer.text(), "stopped");
});

test("a request body that is too large is refused", async () => {
  const { status } = await client.call(
    "PUT",
    `storage/kv/namespaces/${"0".repeat(32)}/bulk`,
    new Uint8Array(111 * 1024 * 1024),
  );
  assert.equal(status, 413);
});
