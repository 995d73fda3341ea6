import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { after, before, test } from "node:test";
import { EmulatorClient, unique } from "./emulator-client.mjs";

/** @type {EmulatorClient} */
let client;
before(async () => void (client = await EmulatorClient.start()));
after(() => client.close());

async function database() {
  return (await client.call("POST", "d1/database", { name: unique("db") })).result.uuid;
}

/** @param {string} id @param {unknown} body @param {string} [how] */
const run = (id, body, how = "query") => client.call("POST", `d1/database/${id}/${how}`, body);

test("a database is created, found by name, shown and deleted", async () => {
  const name = unique("life");
  const { result } = await client.call("POST", "d1/database", { name });
  assert.equal((await client.call("POST", "d1/database", { name })).code, 7502);
  assert.deepEqual(
    (await client.call("GET", `d1/database?name=${name}`)).result.map((/** @type {any} */ one) => one.uuid),
    [result.uuid],
  );
  await run(result.uuid, { sql: "CREATE TABLE t (a)" });
  const shown = (await client.call("GET", `d1/database/${result.uuid}`)).result;
  assert.deepEqual([shown.name, shown.num_tables, shown.file_size > 0], [name, 1, true]);
  assert.equal((await client.call("DELETE", `d1/database/${result.uuid}`)).status, 200);
  assert.deepEqual(
    [(await run(result.uuid, { sql: "SELECT 1" })).status, (await run(result.uuid, { sql: "SELECT 1" })).code],
    [404, 7404],
  );
});

test("REST and a Worker see the same rows", async () => {
  const id = await database();
  await run(id, {
    sql: "CREATE TABLE notes (id INTEGER PRIMARY KEY, text TEXT); INSERT INTO notes (text) VALUES ('a;b')",
  });
  await client.deploy(
    "d1",
    `export default { async fetch(request, { DB }) {
    await DB.prepare("INSERT INTO notes (text) VALUES (?)").bind("from worker").run();
    return Response.json((await DB.prepare("SELECT text FROM notes ORDER BY id").all()).results);
  } }`,
    { bindings: [{ type: "d1", name: "DB", database_id: id }] },
  );
  assert.deepEqual(await (await client.worker("d1")).json(), [{ text: "a;b" }, { text: "from worker" }]);
  const { result } = await run(id, { sql: "SELECT text FROM notes WHERE id = ?", params: [2] });
  assert.deepEqual(result[0].results, [{ text: "from worker" }]);
  assert.equal(typeof result[0].meta.rows_read, "number");
  const raw = await run(id, { sql: "SELECT id, id, text FROM notes WHERE id = 1" }, "raw");
  assert.deepEqual(raw.result[0].results, { columns: ["id", "id", "text"], rows: [[1, 1, "a;b"]] });
});

test("several statements are one transaction", async () => {
  const id = await database();
  await run(id, { sql: "CREATE TABLE t (a INTEGER UNIQUE)" });
  const failed = await run(id, {
    batch: [
      { sql: "INSERT INTO t VALUES (?)", params: [1] },
      { sql: "INSERT INTO t VALUES (?)", params: [1] },
    ],
  });
  assert.deepEqual([failed.status, failed.code], [400, 7500]);
  assert.match(failed.message ?? "", /UNIQUE constraint failed/);
  assert.deepEqual((await run(id, { sql: "SELECT count(*) AS n FROM t" })).result[0].results, [{ n: 0 }]);
});

test("SQL that isn't is refused with SQLite's words", async () => {
  const id = await database();
  const wrong = await run(id, { sql: "SELEKT 1" });
  assert.deepEqual([wrong.status, wrong.code], [400, 7500]);
  assert.match(wrong.message ?? "", /^near "SELEKT": syntax error/);
  assert.equal((await run(id, { sql: "  -- nothing" })).code, 7400);
  assert.equal((await run(id, { sql: "SELECT ?", params: [{}] })).code, 7500);
  assert.equal((await run(id, { sql: "SELECT ?; SELECT ?", params: [1] })).code, 7400);
  assert.equal((await run(id, { statement: "SELECT 1" })).code, 7400);
  assert.equal((await client.call("POST", "d1/database", { name: "no spaces" })).code, 7400);
});

test("SQL reaches neither files nor what workerd keeps for itself", async () => {
  const id = await database();
  for (const sql of [
    "ATTACH DATABASE '/tmp/other.db' AS other",
    "VACUUM INTO '/tmp/copy.db'",
    "PRAGMA database_list",
    "PRAGMA writable_schema = 1",
    "SELECT load_extension('x')",
    "SELECT readfile('/etc/passwd')",
    "SELECT * FROM _cf_KV",
    "CREATE TABLE _cf_own (a)",
    ".load x",
  ]) {
    const { status, code } = await run(id, { sql });
    assert.deepEqual([status, code], [400, 7500], sql);
  }
});

test("a file is announced, uploaded and read", async () => {
  const id = await database();
  const sql =
    "CREATE TABLE big (a);\n" +
    Array.from({ length: 50 }, (_, index) => `INSERT INTO big VALUES (${index});`).join("\n");
  const etag = createHash("md5").update(sql).digest("hex");
  const init = await run(id, { action: "init", etag }, "import");
  const uploaded = await fetch(init.result.upload_url, { method: "PUT", body: sql });
  assert.equal(uploaded.headers.get("etag"), `"${etag}"`);
  const done = await run(id, { action: "ingest", etag, filename: init.result.filename }, "import");
  assert.deepEqual([done.result.status, done.result.result.num_queries], ["complete", 51]);
  assert.deepEqual((await run(id, { sql: "SELECT count(*) AS n FROM big" })).result[0].results, [{ n: 50 }]);
  assert.equal((await run(id, { action: "ingest", etag, filename: init.result.filename }, "import")).code, 7400);
});

test("a file that changed on the way is refused", async () => {
  const id = await database();
  const etag = createHash("md5").update("SELECT 1").digest("hex");
  const init = await run(id, { action: "init", etag }, "import");
  await fetch(init.result.upload_url, { method: "PUT", body: "SELECT 2" });
  assert.equal((await run(id, { action: "ingest", etag, filename: init.result.filename }, "import")).code, 7400);
});
