import { ApiError } from "../http/api-error.mjs";
import { sqlStatements } from "./sql-statements.mjs";

/**
 * @typedef {{ sql: string, params?: unknown[] }} Query
 * @typedef {{ batch: Query[] } | Query} QueryRequest
 */

/** The statements of a request, each with its parameters. @param {QueryRequest} request @returns {Required<Query>[]} */
export function statementsOf(request) {
  const queries = "batch" in request ? request.batch : [request];
  const statements = queries.flatMap(({ sql, params = [] }) => {
    const parts = sqlStatements(sql);
    if (parts.length > 1 && params.length > 0)
      throw new ApiError(400, 7400, "Parameters are only allowed with a single statement.");
    return parts.map((part) => ({ sql: part, params }));
  });
  if (statements.length === 0) throw new ApiError(400, 7400, "The request has no SQL statement.");
  return statements;
}

/** Runs statements in one transaction; rows as objects. @param {any} database @param {Required<Query>[]} statements */
export async function query(database, statements) {
  const results = await sqlErrors(() => database.batch(statements));
  return results.map((/** @type {any} */ { results: rows, success, meta }) => ({
    results: rows,
    success,
    meta: shownMeta(meta),
  }));
}

/**
 * Runs statements one after another; rows as arrays, under their columns.
 *
 * @param {any} database
 * @param {Required<Query>[]} statements
 */
export async function raw(database, statements) {
  const answers = [];
  for (const statement of statements) {
    const started = performance.now();
    const [columns = [], ...rows] = await sqlErrors(() => database.raw(statement));
    answers.push({
      results: { columns, rows },
      success: true,
      meta: shownMeta({ duration: performance.now() - started }),
    });
  }
  return answers;
}

/** @param {any} meta */
function shownMeta(meta) {
  return {
    served_by_region: "WNAM",
    served_by_primary: true,
    ...meta,
    timings: { sql_duration_ms: meta.duration ?? 0 },
  };
}

/** @template T @param {() => Promise<T>} work @returns {Promise<T>} */
async function sqlErrors(work) {
  try {
    return await work();
  } catch (error) {
    const message = String(/** @type {Error} */ (error)?.message ?? error);
    const sql = /^D1_(?:EXEC_|TYPE_)?ERROR: ([\s\S]*)$/.exec(message)?.[1];
    if (sql === undefined) throw error;
    throw new ApiError(400, 7500, sql);
  }
}
