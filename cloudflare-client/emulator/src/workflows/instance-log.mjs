/**
 * Reads the log of miniflare's workflow engine as the steps the API shows. Event numbers: `InstanceEvent` in
 * https://github.com/cloudflare/workers-sdk/blob/main/packages/workflows-shared/src/instance.ts
 *
 * @typedef {{ id: number, timestamp: string, event: number, group: string | null, target: string | null, metadata: any }} LogEntry
 */

const STATUS = ["queued", "running", "paused", "errored", "terminated", "complete", "waitingForPause", "waiting"];

const EVENT = Object.freeze({
  queued: 0,
  started: 1,
  succeeded: 2,
  failed: 3,
  terminated: 4,
  stepStarted: 5,
  stepSucceeded: 6,
  stepFailed: 7,
  sleepStarted: 8,
  sleepEnded: 9,
  attemptStarted: 10,
  attemptSucceeded: 11,
  attemptFailed: 12,
  waitStarted: 14,
  waitEnded: 15,
  waitTimedOut: 16,
});

/** The API's word for the engine's status. @param {number | undefined} status */
export function statusName(status) {
  return STATUS[status ?? 0] ?? "unknown";
}

/**
 * When something happened first.
 *
 * @param {LogEntry[]} log
 * @param {...keyof typeof EVENT} names
 * @returns {LogEntry | undefined}
 */
export function first(log, ...names) {
  const numbers = new Set(names.map((name) => EVENT[name]));
  return log.find((entry) => numbers.has(/** @type {any} */ (entry.event)));
}

/** @param {LogEntry[]} log */
export function stepsOf(log) {
  /** @type {Map<string, any>} */
  const steps = new Map();
  /** @type {any[]} */
  const shown = [];
  for (const entry of log) {
    const started = startedStep(entry);
    if (started) {
      steps.set(entry.group ?? "", started);
      shown.push(started);
    } else if (entry.event === EVENT.terminated) {
      shown.push({ type: "termination", trigger: { source: "api" } });
    } else {
      advance(steps.get(entry.group ?? ""), entry);
    }
  }
  return shown;
}

/** @param {LogEntry} entry */
function startedStep({ event, target: name, timestamp: start, metadata }) {
  if (event === EVENT.stepStarted) {
    return {
      type: "step",
      name,
      start,
      end: null,
      success: null,
      output: null,
      config: metadata?.config ?? {},
      attempts: [],
    };
  }
  if (event === EVENT.sleepStarted) return { type: "sleep", name, start, end: null, finished: false, error: null };
  if (event === EVENT.waitStarted)
    return { type: "waitForEvent", name, start, end: null, finished: false, error: null, event_type: metadata?.event };
  return undefined;
}

/** @param {any} step @param {LogEntry} entry */
function advance(step, { event, timestamp, metadata }) {
  if (!step) return;
  const attempt = step.attempts?.at(-1);
  switch (event) {
    case EVENT.attemptStarted:
      step.attempts.push({ start: timestamp, end: null, success: null, error: null });
      break;
    case EVENT.attemptSucceeded:
      Object.assign(attempt ?? {}, { end: timestamp, success: true });
      break;
    case EVENT.attemptFailed:
      Object.assign(attempt ?? {}, { end: timestamp, success: false, error: metadata?.error ?? null });
      break;
    case EVENT.stepSucceeded:
      Object.assign(step, { end: timestamp, success: true, output: metadata?.result ?? null });
      break;
    case EVENT.stepFailed:
      Object.assign(step, { end: timestamp, success: false });
      break;
    case EVENT.sleepEnded:
      Object.assign(step, { end: timestamp, finished: true });
      break;
    case EVENT.waitEnded:
      Object.assign(step, { end: timestamp, finished: true, output: metadata?.payload });
      break;
    case EVENT.waitTimedOut:
      Object.assign(step, {
        end: timestamp,
        finished: true,
        error: metadata?.error ?? { name: "WorkflowTimeoutError", message: "The event didn't come in time." },
      });
      break;
  }
}
