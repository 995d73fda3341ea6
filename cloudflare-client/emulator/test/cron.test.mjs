import assert from "node:assert/strict";
import { mock, test } from "node:test";
import { CronError, parseCron } from "../src/account/cron.mjs";
import { Script } from "../src/account/script.mjs";
import { CronClock, due } from "../src/cron-clock.mjs";

/** Each expression with a minute (UTC) in which it fires and one in which it doesn't. 2026-11-01 is a Sunday. */
const CASES = [
  ["* * * * *", "2026-11-22T10:17Z", undefined],
  ["*/15 * * * *", "2026-11-22T10:45Z", "2026-11-22T10:46Z"],
  ["5/20 * * * *", "2026-11-22T10:25Z", "2026-11-22T10:20Z"],
  ["10-20/5 3 * * *", "2026-11-22T03:15Z", "2026-11-22T03:16Z"],
  ["0,30 9 * * *", "2026-11-22T09:30Z", "2026-11-22T09:15Z"],
  ["0 0 1 JAN *", "2026-01-01T00:00Z", "2026-02-01T00:00Z"],
  ["0 0 * jan,Dec *", "2026-12-05T00:00Z", "2026-11-05T00:00Z"],
  ["0 12 * * 1", "2026-11-22T12:00Z", "2026-11-23T12:00Z"],
  ["0 12 * * 2-6", "2026-11-23T12:00Z", "2026-11-22T12:00Z"],
  ["0 12 * * MON-FRI", "2026-11-27T12:00Z", "2026-11-28T12:00Z"],
  ["0 0 L * *", "2026-02-28T00:00Z", "2026-02-27T00:00Z"],
  ["0 0 LW * *", "2026-05-29T00:00Z", "2026-05-31T00:00Z"],
  ["0 0 15W * *", "2026-11-16T00:00Z", "2026-11-15T00:00Z"],
  ["0 0 1W * *", "2026-08-03T00:00Z", "2026-08-01T00:00Z"],
  ["0 0 31W * *", "2026-01-30T00:00Z", "2026-02-27T00:00Z"],
  ["0 0 * * L", "2026-11-28T00:00Z", "2026-11-27T00:00Z"],
  ["0 0 * * 6L", "2026-11-27T00:00Z", "2026-11-20T00:00Z"],
  ["0 0 * * FRIL", "2026-11-27T00:00Z", "2026-11-20T00:00Z"],
  ["0 0 * * 2#3", "2026-11-16T00:00Z", "2026-11-09T00:00Z"],
  ["0 0 29 2 *", "2028-02-29T00:00Z", "2028-02-28T00:00Z"],
];

for (const [expression = "", fires = "", passes] of CASES) {
  test(`'${expression}' fires in ${fires}`, () => {
    assert.equal(parseCron(expression)(new Date(fires)), true);
    if (passes !== undefined) assert.equal(parseCron(expression)(new Date(passes)), false);
  });
}

test("expressions that can't be are refused", () => {
  for (const wrong of [
    "",
    "* * * *",
    "* * * * * *",
    "60 * * * *",
    "* 24 * * *",
    "* * 0 * *",
    "* * 32 * *",
    "* * * 13 *",
    "* * * * 0",
    "* * * * 8",
    "*/0 * * * *",
    "5-1 * * * *",
    "*-5 * * * *",
    "a * * * *",
    "* * * * 2#6",
    "* * * * #1",
    "-1 * * * *",
    "1,, * * * *",
    "* * W * *",
    "* * L-1 * *",
  ]) {
    assert.throws(() => parseCron(wrong), CronError, wrong);
  }
});

test("only what is due in a minute is due", () => {
  const script = new Script("s");
  script.schedules = ["0 * * * *", "30 * * * *"].map((cron) => ({ cron, created_on: "", modified_on: "" }));
  assert.deepEqual(due([script], new Date("2026-11-22T10:30:00Z")), [{ script: "s", cron: "30 * * * *" }]);
  assert.deepEqual(due([script], new Date("2026-11-22T10:31:00Z")), []);
});

test("the clock strikes at every full minute until it is stopped", () => {
  mock.timers.enable({ apis: ["setTimeout", "Date"], now: Date.parse("2026-11-22T10:17:42.500Z") });
  try {
    /** @type {string[]} */
    const struck = [];
    const clock = new CronClock((minute) => struck.push(minute.toISOString()));
    mock.timers.tick(17_499);
    assert.deepEqual(struck, []);
    mock.timers.tick(1);
    mock.timers.tick(60_000);
    assert.deepEqual(struck, ["2026-11-22T10:18:00.000Z", "2026-11-22T10:19:00.000Z"]);
    clock.stop();
    mock.timers.tick(600_000);
    assert.equal(struck.length, 2);
  } finally {
    mock.timers.reset();
  }
});
