/**
 * The tables in D1: `engine/schema/history.sql`, shared with the desktop, and
 * `engine/schema/executor.sql`, statement by statement. A change of them is a new version, with the
 * steps that lead to it. Every statement may run again.
 */
export const SCHEMA = [
  `CREATE TABLE IF NOT EXISTS sources (
    sha256 TEXT PRIMARY KEY,
    source TEXT NOT NULL
  ) WITHOUT ROWID`,
  `CREATE TABLE IF NOT EXISTS runs (
    run_id TEXT PRIMARY KEY,
    recipe TEXT NOT NULL,
    source_sha256 TEXT NOT NULL,
    status TEXT NOT NULL,
    triggered_by TEXT NOT NULL,
    scheduled_at TEXT,
    depth INTEGER NOT NULL,
    process TEXT,
    started_at INTEGER NOT NULL,
    duration_ms INTEGER,
    input TEXT NOT NULL,
    data TEXT,
    error TEXT,
    error_code TEXT,
    failed_node TEXT,
    failed_items INTEGER NOT NULL DEFAULT 0
  ) WITHOUT ROWID`,
  `CREATE INDEX IF NOT EXISTS runs_by_start ON runs (started_at DESC)`,
  `CREATE INDEX IF NOT EXISTS runs_by_recipe ON runs (recipe, started_at DESC)`,
  `CREATE TABLE IF NOT EXISTS events (
    run_id TEXT NOT NULL REFERENCES runs (run_id) ON DELETE CASCADE,
    seq INTEGER NOT NULL,
    event TEXT NOT NULL,
    PRIMARY KEY (run_id, seq)
  ) WITHOUT ROWID`,
  `CREATE TABLE IF NOT EXISTS trace (
    run_id TEXT NOT NULL REFERENCES runs (run_id) ON DELETE CASCADE,
    seq INTEGER NOT NULL,
    entry TEXT NOT NULL,
    PRIMARY KEY (run_id, seq)
  ) WITHOUT ROWID`,
  `CREATE TABLE IF NOT EXISTS reports (
    run_id TEXT NOT NULL REFERENCES runs (run_id) ON DELETE CASCADE,
    call_key TEXT NOT NULL,
    attempt INTEGER NOT NULL,
    report TEXT NOT NULL,
    PRIMARY KEY (run_id, call_key, attempt)
  ) WITHOUT ROWID`,
  `CREATE TABLE IF NOT EXISTS schema_version (
    one INTEGER PRIMARY KEY CHECK (one = 1),
    version INTEGER NOT NULL
  )`,
  `INSERT OR IGNORE INTO schema_version VALUES (1, 1)`,
  `CREATE TABLE IF NOT EXISTS part_statistics (
    part TEXT PRIMARY KEY,
    runs INTEGER NOT NULL,
    failures INTEGER NOT NULL,
    duration_ms INTEGER NOT NULL
  ) WITHOUT ROWID`,
  `CREATE TABLE IF NOT EXISTS run_counts (
    recipe TEXT NOT NULL,
    status TEXT NOT NULL,
    runs INTEGER NOT NULL,
    duration_ms INTEGER NOT NULL,
    PRIMARY KEY (recipe, status)
  ) WITHOUT ROWID`,
  `CREATE TABLE IF NOT EXISTS tasks (
    task_id TEXT PRIMARY KEY,
    run_id TEXT NOT NULL,
    node TEXT NOT NULL,
    asked_at INTEGER NOT NULL,
    settled_at INTEGER,
    payload_id TEXT
  ) WITHOUT ROWID`,
  `CREATE INDEX IF NOT EXISTS tasks_by_run ON tasks (run_id)`,
  `CREATE TABLE IF NOT EXISTS durable_runs (
    run_id TEXT PRIMARY KEY,
    instance INTEGER NOT NULL DEFAULT 1,
    cancelled_at INTEGER,
    ended_at INTEGER
  ) WITHOUT ROWID`,
  `CREATE TABLE IF NOT EXISTS payloads (
    payload_id TEXT NOT NULL,
    seq INTEGER NOT NULL,
    run_id TEXT NOT NULL,
    piece TEXT NOT NULL,
    PRIMARY KEY (payload_id, seq)
  ) WITHOUT ROWID`,
  `CREATE INDEX IF NOT EXISTS payloads_by_run ON payloads (run_id)`,
  `CREATE TABLE IF NOT EXISTS scheduled (
    recipe TEXT NOT NULL,
    minute INTEGER NOT NULL,
    run_id TEXT,
    running_until INTEGER NOT NULL,
    PRIMARY KEY (recipe, minute)
  ) WITHOUT ROWID`,
  `CREATE TABLE IF NOT EXISTS scheduled_until (
    one INTEGER PRIMARY KEY CHECK (one = 1),
    minute INTEGER NOT NULL
  )`,
  `CREATE TABLE IF NOT EXISTS tokens (
    name TEXT PRIMARY KEY,
    token TEXT NOT NULL
  ) WITHOUT ROWID`,
];
