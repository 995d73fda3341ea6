/**
 * The one question of Cloudflare's GraphQL API that is answered: `workersInvocationsAdaptive` with a filter by script
 * and time. Other data sets are empty. https://developers.cloudflare.com/analytics/graphql-api/tutorials/querying-workers-metrics/
 *
 * @typedef {import("./invocations.mjs").Invocation} Invocation
 */

/** The text isn't a question this emulator can answer. */
export class UnsupportedQuery extends Error {}

/**
 * @param {string} query
 * @param {Record<string, unknown>} variables
 * @returns {{ scriptName?: string, from?: number, to?: number }}
 * @throws {UnsupportedQuery}
 */
export function parseAnalyticsQuery(query, variables) {
  const filter = /workersInvocationsAdaptive\s*\(([\s\S]*?)\)\s*\{/.exec(query)?.[1];
  if (filter === undefined)
    throw new UnsupportedQuery("Only viewer.accounts.workersInvocationsAdaptive is answered by this emulator.");
  /** @param {string[]} names @returns {string | undefined} */
  const value = (...names) => {
    for (const name of names) {
      const match = new RegExp(`\\b${name}\\s*:\\s*(?:"([^"]*)"|\\$(\\w+))`).exec(filter);
      if (match) return match[1] ?? String(variables[match[2] ?? ""] ?? "");
    }
    return undefined;
  };
  return {
    scriptName: value("scriptName"),
    from: time(value("datetime_geq", "datetime_gt")),
    to: time(value("datetime_leq", "datetime_lt")),
  };
}

/** Names of the data sets a query asks for. @param {string} query @returns {string[]} */
export function dataSets(query) {
  return [...new Set(query.match(/\b\w+Adaptive(?:Groups)?\b(?=\s*[({])/g) ?? [])];
}

/** @param {string | undefined} text */
function time(text) {
  if (text === undefined) return undefined;
  const milliseconds = Date.parse(text);
  if (Number.isNaN(milliseconds)) throw new UnsupportedQuery(`'${text}' is not a time.`);
  return milliseconds;
}

/** One row a script and status. @param {Invocation[]} invocations */
export function invocationRows(invocations) {
  /** @type {Map<string, Invocation[]>} */
  const groups = new Map();
  for (const one of invocations) {
    const key = `${one.scriptName}\0${one.status}`;
    groups.set(key, [...(groups.get(key) ?? []), one]);
  }
  return [...groups.values()].map((group) => {
    const cpu = group.map(({ cpuTimeUs }) => cpuTimeUs).sort((a, b) => a - b);
    const { scriptName, status } = /** @type {Invocation} */ (group[0]);
    return {
      dimensions: { scriptName, status, datetime: new Date(Math.max(...group.map(({ time }) => time))).toISOString() },
      sum: {
        requests: group.length,
        errors: status === "success" || status === "clientDisconnected" ? 0 : group.length,
        subrequests: 0,
        cpuTimeUs: cpu.reduce((sum, one) => sum + one, 0),
      },
      quantiles: { cpuTimeP50: quantile(cpu, 0.5), cpuTimeP99: quantile(cpu, 0.99) },
    };
  });
}

/** @param {number[]} sorted @param {number} share */
function quantile(sorted, share) {
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
}
