import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { Session } from "./wrangler/session.mjs";
import { until } from "./until.mjs";

/** D1 and Workflows by wrangler. The tests are one story: each goes on where the one before it ended. */

/** @type {Session} */
let session;
before(async () => void (session = await Session.start()));
after(() => session.close());

const FLOW = "--config flow.jsonc";

/** @param {string} status */
const instance = (status) =>
  until(async () => {
    const { result } = await session.client.call("GET", "workflows/order/instances");
    return result[0]?.status === status ? result[0].id : undefined;
  });

test("wrangler makes a database and runs SQL on it", async () => {
  await session.command("d1-create", "d1 create notes");
  const { uuid } = (await session.client.call("GET", "d1/database")).result[0];
  session.wrangler.replace("flow.jsonc", "D1_ID", uuid);
  assert.match(await session.command("d1-list", "d1 list"), /notes/);
  session.wrangler.write(
    "notes.sql",
    "CREATE TABLE notes (text TEXT);\nINSERT INTO notes VALUES ('a;b');\nINSERT INTO notes VALUES ('c'); -- end\n",
  );
  await session.command("d1-execute-file", `d1 execute notes --remote -y ${FLOW} --file notes.sql`);
  assert.match(
    await session.command(
      "d1-select",
      `d1 execute notes --remote -y --json ${FLOW} --command "SELECT count(*) AS n FROM notes"`,
    ),
    /"n": 2/,
  );
  assert.match(await session.command("d1-info", `d1 info notes ${FLOW}`), new RegExp(uuid));
});

test("wrangler deploys a Worker with a database and a workflow", async () => {
  await session.command("flow-deploy", `deploy ${FLOW}`);
  assert.deepEqual(await (await session.client.worker("flow")).json(), ["a;b", "c"]);
  assert.match(await session.command("workflows-list", "workflows list"), /order/);
  assert.match(await session.command("workflows-describe", "workflows describe order"), /Order/);
});

test("wrangler starts an instance, follows it and sends it an event", async () => {
  await session.command("workflows-trigger", 'workflows trigger order {"a":1,"b":2}');
  const id = await instance("running");
  assert.match(await session.command("instances-list", "workflows instances list order"), new RegExp(id));
  assert.match(await session.command("instances-describe", "workflows instances describe order latest"), /add-1/);
  await session.command(
    "instances-event",
    `workflows instances send-event order ${id} --type approve --payload {"by":"ann"}`,
  );
  await instance("complete");
  const { output } = (await session.client.call("GET", `workflows/order/instances/${id}`)).result;
  assert.deepEqual(output, { sum: 3, approved: { by: "ann" } });
});

test("wrangler pauses, resumes and terminates an instance", async () => {
  await session.client.call("POST", "workflows/order/instances", { params: { a: 1, b: 2 } });
  const id = await instance("running");
  await session.command("instances-pause", `workflows instances pause order ${id}`);
  await instance("paused");
  await session.command("instances-resume", `workflows instances resume order ${id}`);
  await instance("running");
  await session.command("instances-terminate", `workflows instances terminate order ${id}`);
  await instance("terminated");
});

test("wrangler deletes the workflow and the database", async () => {
  await session.command("workflows-delete", "workflows delete order");
  await session.command("flow-delete", `delete flow --force ${FLOW}`);
  await session.command("d1-delete", `d1 delete notes -y ${FLOW}`);
  assert.deepEqual((await session.client.call("GET", "d1/database")).result, []);
});
