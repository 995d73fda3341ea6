import assert from "node:assert/strict";
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { EmulatorClient } from "./emulator-client.mjs";
import { DeployedExecutor, ENCRYPTION_KEY, KEY } from "./executor/deployed-executor.mjs";
import { until } from "./until.mjs";

/** What the emulator is for: Arcrun's executor, as it is deployed. The tests of this file are one story. */

const MINUTE_MS = 60_000;
const state = join(mkdtempSync(join(tmpdir(), "emulator-executor-")), "state");

/** @type {EmulatorClient} */
let client;
/** @type {DeployedExecutor} */
let executor;
const options = { state, watchdog: { interval: 250, limit: 16 } };
before(async () => {
  client = await EmulatorClient.start(options);
  executor = await DeployedExecutor.deploy(client);
});
after(async () => {
  await client.close();
  rmSync(join(state, ".."), { recursive: true, force: true });
});

/** A run once it stands like that. @param {string} runId @param {string} status */
const reaches = (runId, status) =>
  until(async () => {
    const { json } = await executor.ask(`/executions/${runId}`);
    return json.status === status ? json : undefined;
  });

test("the whole catalog is there, and a recipe is deployed and run", async () => {
  const { json: health } = await executor.ask("/health");
  assert.ok(health.ok && health.parts > 50, JSON.stringify(health));
  await executor.recipe("greet", ["input >> PIPE >> greet", "greet >> ON_SUCCESS >> shout"], {
    config: {
      greet: { component: "set", values: { text: "Hello, {{input.name}}!" } },
      shout: { component: "string_ops", operation: "upper", input: "{{greet.data.text}}" },
    },
  });
  const { status, json } = await executor.trigger("greet", { name: "Ada" });
  assert.deepEqual([status, json.data.data.result, json.stored], [200, "HELLO, ADA!", true]);
  assert.deepEqual(await executor.rows(`SELECT recipe, status FROM runs WHERE run_id = '${json.run_id}'`), [
    { recipe: "greet", status: "succeeded" },
  ]);
});

test("a part that loops is stopped by the watchdog, its run is lost, and the next request works", async () => {
  await executor.recipe("endless", ["input >> PIPE >> turn"], { config: { turn: { component: "loops" } } });
  const stopped = await executor.trigger("endless");
  assert.deepEqual([stopped.status, stopped.json.error_code], [503, "CPU_LIMIT"]);
  assert.equal((await executor.trigger("greet", { name: "Bo" })).json.data.data.result, "HELLO, BO!");
  const [run] = (await executor.ask("/executions?recipe=endless")).json.runs;
  assert.equal(run.status, "running");
  const [{ process }] = await executor.rows(`SELECT process FROM runs WHERE run_id = '${run.run_id}'`);
  await executor.rows(`UPDATE runs SET process = '${process.replace(/\d+/, "1")}' WHERE run_id = '${run.run_id}'`);
  const lost = (await executor.ask(`/executions/${run.run_id}`)).json;
  assert.deepEqual([lost.status, lost.error_code], ["lost", "LOST"]);
});

test("a run that waits outlives the emulator, is resumed once, and calls nothing again", async () => {
  await executor.recipe("approval", ["input >> PIPE >> before", "before >> PIPE >> ask", "ask >> ON_SUCCESS >> after"], {
    durable: true,
    config: {
      before: { component: "store", operation: "increment", key: "calls" },
      ask: { component: "asks" },
      after: { component: "set", values: { said: "{{ask.data}}", calls: "{{before.data.value}}" } },
    },
  });
  const started = await executor.trigger("approval");
  assert.equal(started.status, 202, JSON.stringify(started.json));
  const waiting = await reaches(started.json.run_id, "waiting");
  await client.close();
  client = await EmulatorClient.start(options);
  executor = await executor.again(client);
  const answer = { task_id: waiting.tasks[0].task_id, data: "yes" };
  assert.equal((await executor.ask("/workflows/resume", answer)).status, 200);
  assert.equal((await executor.ask("/workflows/resume", answer)).json.error_code, "TASK_SETTLED");
  const run = await reaches(started.json.run_id, "succeeded");
  assert.deepEqual(run.data.data, { said: "yes", calls: 1 });
  assert.deepEqual(await executor.rows("SELECT value FROM entries WHERE name = 'calls'"), [{ value: "1" }]);
});

test("a schedule fires once a minute, however often the trigger does", async () => {
  await executor.recipe("daily", ["input >> PIPE >> greet"], {
    triggers: [{ cron: "30 9 * * *", timezone: "Asia/Taipei" }],
    config: { greet: { component: "set", values: { at: "{{_scheduled_at}}" } } },
  });
  const due = Date.parse("2027-01-05T01:30:00Z");
  for (const time of [due - MINUTE_MS, due, due]) {
    assert.equal((await executor.minute(time)).outcome, "ok");
  }
  const { runs } = (await executor.ask("/executions?recipe=daily")).json;
  assert.deepEqual(
    runs.map((/** @type {any} */ { status, scheduled_at }) => [status, Date.parse(scheduled_at)]),
    [["succeeded", due]],
  );
});

test("nothing that was stored has a secret in it", () => {
  const paths = readdirSync(state, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  assert.ok(paths.length > 10);
  for (const entry of paths) {
    const text = readFileSync(join(entry.parentPath ?? entry.path, entry.name), "latin1");
    for (const secret of [KEY, ENCRYPTION_KEY]) assert.ok(!text.includes(secret), entry.name);
  }
});
