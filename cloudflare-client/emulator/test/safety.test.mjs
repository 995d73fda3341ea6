import assert from "node:assert/strict";
import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { Server } from "node:http";
import { connect } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { EmulatorClient, rawRequest } from "./emulator-client.mjs";
import { portOf } from "../src/http/api-server.mjs";

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

test("the whole address in the first line counts as much as the Host header", async () => {
  const { port } = new URL(client.emulator.api);
  /** @param {string | number} to @param {string} target @param {string} host */
  const asked = async (to, target, host) => {
    const lines = [`GET ${target} HTTP/1.1`, `Host: ${host}`, `Authorization: Bearer ${client.emulator.token}`];
    return (await exchange(Number(to), [...lines, "Connection: close"])).split(" ")[1];
  };
  const own = `127.0.0.1:${port}`;
  assert.equal(await asked(port, `http://${own}/client/v4/user`, own), "200");
  assert.equal(await asked(port, "http://evil.example/client/v4/user", own), "421");
  assert.equal(await asked(port, `http://${own}/client/v4/user`, "evil.example"), "421");
  assert.equal(await asked(port, "//evil.example/client/v4/user", own), "404");
  for (const target of ["*", "http://["]) assert.equal(await asked(port, target, own), "400", target);
  const workers = new URL(client.emulator.workers).port;
  const plain = `plain.localhost:${workers}`;
  assert.equal(await asked(workers, `http://${plain}/x`, plain), "200");
  assert.equal(await asked(workers, "http://evil.example/x", plain), "421");
  assert.equal(await asked(workers, "http://evil.example/x", "plain.arcrun.workers.dev"), "421");
  assert.equal(await asked(workers, "*", plain), "400");
  assert.equal((await exchange(Number(port), ["GET /client/v4/user HTTP/1.0"])).split(" ")[1], "421");
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

test("the port by which workerd calls back writes no file and tells nothing", async () => {
  const own = [client.emulator.api, client.emulator.workers].map((url) => Number(new URL(url).port));
  const handles = /** @type {unknown[]} */ (/** @type {any} */ (process)._getActiveHandles());
  const ports = handles.flatMap((handle) => (handle instanceof Server ? (portOf(handle) ?? []) : []));
  const others = ports.filter((port) => !own.includes(port));
  assert.ok(others.length > 0, "miniflare has its server");
  const folder = mkdtempSync(join(tmpdir(), "emulator-safety-"));
  try {
    for (const port of others) {
      const written = `http://127.0.0.1:${port}/core/store-temp-file?prefix=../../${folder}&extension=x/../../../../${folder}/y`;
      assert.equal((await fetch(written, { method: "POST", body: "text" })).status, 403);
      assert.equal((await fetch(`http://127.0.0.1:${port}/core/public-url`)).status, 403);
      const line = `POST ${written.slice(written.indexOf("/core"))} HTTP/1.1`;
      assert.equal(await exchange(port, [line, "Host: x", "Connection: Upgrade", "Upgrade: websocket"]), "");
    }
    assert.deepEqual(readdirSync(folder), []);
  } finally {
    rmSync(folder, { recursive: true });
  }
});

test("an answer of a Worker doesn't steer miniflare either", async () => {
  const source = `export default { fetch() { return new Response("mine", { status: 500, headers: { "MF-Experimental-Error-Stack": "true", "x-kept": "1" } }) } }`;
  await client.deploy("steering", source);
  const answer = await client.worker("steering");
  assert.deepEqual([answer.status, await answer.text(), answer.headers.get("x-kept")], [500, "mine", "1"]);
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

test("who hasn't the token is told so after a large body too", async () => {
  const headers = { authorization: "Bearer other" };
  const answer = await fetch(`${client.emulator.api}/user`, {
    method: "PUT",
    body: new Uint8Array(8_000_000),
    headers,
  });
  assert.equal(answer.status, 403);
});

test("a request that is cut off is nobody's failure", async (context) => {
  const complaints = context.mock.method(console, "error", () => {});
  const { port } = new URL(client.emulator.api);
  const head = [
    `PUT /client/v4/user HTTP/1.1`,
    `Host: 127.0.0.1:${port}`,
    `Authorization: Bearer ${client.emulator.token}`,
  ];
  await new Promise((resolve) => {
    const socket = connect(Number(port), "127.0.0.1", () => {
      socket.write([...head, "Content-Length: 1000", "", "half"].join("\r\n"), () => socket.destroy());
    });
    socket.on("close", resolve);
  });
  assert.equal((await client.call("GET", "/user")).status, 200);
  assert.deepEqual(
    complaints.mock.calls.map((call) => call.arguments[0]),
    [],
  );
});

/**
 * Sends lines as they are and returns all that comes back.
 *
 * @param {number} port
 * @param {string[]} lines
 * @returns {Promise<string>}
 */
function exchange(port, lines) {
  return new Promise((resolve, reject) => {
    let text = "";
    const socket = connect(port, "127.0.0.1", () => socket.write([...lines, "", ""].join("\r\n")));
    socket
      .on("data", (chunk) => (text += chunk))
      .on("error", reject)
      .on("close", () => resolve(text));
  });
}
