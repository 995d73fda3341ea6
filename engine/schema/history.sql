-- Run history, for SQLite: the desktop's .arcrun/runs.db and the executor's D1 database. Times are milliseconds since 1970 UTC.

CREATE TABLE IF NOT EXISTS sources (
  sha256 TEXT PRIMARY KEY,
  source TEXT NOT NULL
) WITHOUT ROWID;

CREATE TABLE IF NOT EXISTS runs (
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
) WITHOUT ROWID;

CREATE INDEX IF NOT EXISTS runs_by_start ON runs (started_at DESC);
CREATE INDEX IF NOT EXISTS runs_by_recipe ON runs (recipe, started_at DESC);

-- D1 counts rows: there, one row (seq 0) holds the list of all events of a run, and one its whole trace.
CREATE TABLE IF NOT EXISTS events (
  run_id TEXT NOT NULL REFERENCES runs (run_id) ON DELETE CASCADE,
  seq INTEGER NOT NULL,
  event TEXT NOT NULL,
  PRIMARY KEY (run_id, seq)
) WITHOUT ROWID;

CREATE TABLE IF NOT EXISTS trace (
  run_id TEXT NOT NULL REFERENCES runs (run_id) ON DELETE CASCADE,
  seq INTEGER NOT NULL,
  entry TEXT NOT NULL,
  PRIMARY KEY (run_id, seq)
) WITHOUT ROWID;

CREATE TABLE IF NOT EXISTS reports (
  run_id TEXT NOT NULL REFERENCES runs (run_id) ON DELETE CASCADE,
  call_key TEXT NOT NULL,
  attempt INTEGER NOT NULL,
  report TEXT NOT NULL,
  PRIMARY KEY (run_id, call_key, attempt)
) WITHOUT ROWID;
