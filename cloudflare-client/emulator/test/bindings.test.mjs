import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { EmulatorClient, uploadForm } from "./emulator-client.mjs";

/** @type {EmulatorClient} */
let client;
before(async () => void (client = await EmulatorClient.start({ ai: { "@cf/meta/llama": { response: "hello" } } })));
after(() => client.close());

const SHOW = `export default { fetch(request, env) { return Response.json(Object.fromEntries(Object.entries(env).filter(([, v]) => typeof v === "string" || Array.isArray(v)))) } }`;

/** @param {string} name */
const vars = async (name) => (await client.worker(name)).json();

/** @param {object[]} bindings */
const refused = async (bindings) => {
  const { status, code } = await client.upload("refused", SHOW, { bindings });
  return [status, code];
};

test("variables and JSON reach the Worker; those left out are dropped, secrets stay unless other types are to be kept", async () => {
  await client.deploy("vars", SHOW, {
    bindings: [
      { type: "plain_text", name: "A", text: "1" },
      { type: "json", name: "LIST", json: [1, 2] },
      { type: "secret_text", name: "S", text: "hidden" },
    ],
  });
  assert.deepEqual(await vars("vars"), { A: "1", LIST: [1, 2], S: "hidden" });
  await client.deploy("vars", SHOW, { bindings: [{ type: "plain_text", name: "B", text: "2" }] });
  assert.deepEqual(await vars("vars"), { B: "2", S: "hidden" });
  await client.deploy("vars", SHOW, {
    bindings: [{ type: "inherit", name: "C", old_name: "B" }],
    keep_bindings: ["secret_text", "plain_text"],
  });
  assert.deepEqual(await vars("vars"), { B: "2", C: "2", S: "hidden" });
  await client.deploy("vars", SHOW, { bindings: [{ type: "inherit", name: "C" }], keep_bindings: [] });
  assert.deepEqual(await vars("vars"), { C: "2" });
});

test("an inherited binding that doesn't exist is refused only where it is strict", async () => {
  const bindings = [{ type: "inherit", name: "GONE" }];
  await client.deploy("heir", SHOW);
  assert.equal((await client.upload("heir", SHOW, { bindings }, { query: "?bindings_inherit=strict" })).code, 10057);
  assert.equal((await client.upload("heir", SHOW, { bindings })).status, 200);
});

test("bindings to things that don't exist are refused with the catalogue's codes", async () => {
  assert.deepEqual(await refused([{ type: "kv_namespace", name: "K", namespace_id: "0".repeat(32) }]), [400, 10041]);
  assert.deepEqual(await refused([{ type: "kv_namespace", name: "K", namespace_id: "short" }]), [400, 10042]);
  assert.deepEqual(await refused([{ type: "r2_bucket", name: "B", bucket_name: "gone" }]), [400, 10085]);
  assert.deepEqual(await refused([{ type: "d1", name: "D", database_id: "gone" }]), [400, 10181]);
  assert.deepEqual(await refused([{ type: "service", name: "S", service: "gone" }]), [400, 10143]);
});

test("malformed bindings are refused", async () => {
  assert.deepEqual(await refused([{ type: "plain_text", name: "", text: "x" }]), [400, 10052]);
  assert.deepEqual(
    await refused([
      { type: "plain_text", name: "A", text: "x" },
      { type: "plain_text", name: "A", text: "y" },
    ]),
    [400, 10053],
  );
  assert.deepEqual(await refused([{ type: "plain_text", name: "A", text: "x".repeat(5121) }]), [400, 10054]);
  const many = Array.from({ length: 65 }, (_, index) => ({ type: "plain_text", name: `V${index}`, text: "x" }));
  assert.deepEqual(await refused(many), [400, 10055]);
  const unknown = await client.upload("refused", SHOW, { bindings: [{ type: "teapot", name: "T" }] });
  assert.match(unknown.message ?? "", /unknown type 'teapot'/);
  const extra = await client.upload("refused", SHOW, {
    bindings: [{ type: "plain_text", name: "A", text: "x", size: 1 }],
  });
  assert.match(extra.message ?? "", /must not have the property 'size'/);
  assert.equal(extra.json.errors[0].source.pointer, "/bindings/0");
});

test("a binding nested beyond measure is refused, and the log of requests bears it", async () => {
  const deep = "[".repeat(20_000) + "]".repeat(20_000);
  const form = uploadForm({ "worker.mjs": SHOW }, {});
  form.set("metadata", `{"main_module":"worker.mjs","bindings":[{"type":"json","name":"J","json":${deep}}]}`);
  const answer = await client.call("PUT", "workers/scripts/refused", form);
  assert.deepEqual([answer.status, answer.code], [400, 10026]);
});

test("metadata with a property the API doesn't know is refused with a pointer to it", async () => {
  const answer = await client.upload("refused", SHOW, { colour: "red" });
  assert.deepEqual([answer.code, answer.message], [10021, "The request body must not have the property 'colour'."]);
});

test("what can't run here says so", async () => {
  for (const more of [{ assets: { jwt: "x" } }, { migrations: { new_tag: "v1", new_sqlite_classes: ["X"] } }]) {
    const { code, message } = await client.upload("refused", SHOW, more);
    assert.equal(code, 10021);
    assert.match(message ?? "", /can't run on this computer/);
  }
  const answer = await client.upload("refused", SHOW, { bindings: [{ type: "browser", name: "B" }] });
  assert.equal(answer.code, 10021);
  assert.match(answer.message ?? "", /can't run on this computer/);
});

test("Workers AI answers what was configured", async () => {
  await client.deploy(
    "ai",
    `export default { async fetch(request, env) { return Response.json(await env.AI.run(new URL(request.url).searchParams.get("model"), {}).catch((error) => error.message)) } }`,
    {
      bindings: [{ type: "ai", name: "AI" }],
    },
  );
  assert.deepEqual(await (await client.worker("ai", "/?model=@cf/meta/llama")).json(), { response: "hello" });
  assert.match(
    /** @type {string} */ (await (await client.worker("ai", "/?model=other")).json()),
    /No answer is configured/,
  );
});

test("a Worker imports WebAssembly and text modules and can't compile WebAssembly itself", async () => {
  const add = Buffer.from("AGFzbQEAAAABBwFgAn9/AX8DAgEABwcBA2FkZAAACgkBBwAgACABags=", "base64");
  await client.deploy("modules", {
    "worker.mjs": `import add from "./parts/add.wasm"; import text from "./note.txt"; import { twice } from "./lib/twice.mjs";
      export default { async fetch() {
        const { exports } = new WebAssembly.Instance(add);
        const compiled = await WebAssembly.compile(new Uint8Array([0,97,115,109,1,0,0,0])).then(() => "yes", (error) => error.message);
        return Response.json([exports.add(2, 3), text, twice(4), compiled]);
      } }`,
    "parts/add.wasm": add,
    "note.txt": "a note",
    "lib/twice.mjs": "export const twice = (n) => 2 * n;",
  });
  const [sum, text, doubled, compiled] = /** @type {any[]} */ (await (await client.worker("modules")).json());
  assert.deepEqual([sum, text, doubled], [5, "a note", 8]);
  assert.match(compiled, /disallowed by embedder/);
});

test("a module's name can't leave the upload", async () => {
  for (const name of ["../up.mjs", "/etc/passwd", "a//b.mjs", "a\\b.mjs"]) {
    assert.equal((await client.upload("refused", { "worker.mjs": SHOW, [name]: "export {}" })).code, 10021);
  }
});
