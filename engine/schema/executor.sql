-- What the executor's D1 database holds besides history.sql. Times are milliseconds since 1970 UTC.

-- The version of these tables: D1 keeps no PRAGMA user_version.
CREATE TABLE IF NOT EXISTS schema_version (
  one INTEGER PRIMARY KEY CHECK (one = 1),
  version INTEGER NOT NULL
);

INSERT OR IGNORE INTO schema_version VALUES (1, 1);

-- Calls of each part since the beginning.
CREATE TABLE IF NOT EXISTS part_statistics (
  part TEXT PRIMARY KEY,
  runs INTEGER NOT NULL,
  failures INTEGER NOT NULL,
  duration_ms INTEGER NOT NULL
) WITHOUT ROWID;

-- Runs that are only counted.
CREATE TABLE IF NOT EXISTS run_counts (
  recipe TEXT NOT NULL,
  status TEXT NOT NULL,
  runs INTEGER NOT NULL,
  duration_ms INTEGER NOT NULL,
  PRIMARY KEY (recipe, status)
) WITHOUT ROWID;

-- What waiting runs wait for. A task is settled once: by its result, or by the end of its run.
CREATE TABLE IF NOT EXISTS tasks (
  task_id TEXT PRIMARY KEY,
  run_id TEXT NOT NULL,
  node TEXT NOT NULL,
  asked_at INTEGER NOT NULL,
  settled_at INTEGER,
  payload_id TEXT
) WITHOUT ROWID;

CREATE INDEX IF NOT EXISTS tasks_by_run ON tasks (run_id);

-- What can't be told from the id of a durable run: which of its instances carries it now, whether
-- somebody asked it to stop, and whether it is over.
CREATE TABLE IF NOT EXISTS durable_runs (
  run_id TEXT PRIMARY KEY,
  instance INTEGER NOT NULL DEFAULT 1,
  cancelled_at INTEGER,
  ended_at INTEGER
) WITHOUT ROWID;

-- Values too large for where they belong, in pieces; they go when their run ends.
CREATE TABLE IF NOT EXISTS payloads (
  payload_id TEXT NOT NULL,
  seq INTEGER NOT NULL,
  run_id TEXT NOT NULL,
  piece TEXT NOT NULL,
  PRIMARY KEY (payload_id, seq)
) WITHOUT ROWID;

CREATE INDEX IF NOT EXISTS payloads_by_run ON payloads (run_id);

-- Scheduled times that were taken care of, so that none is twice.
CREATE TABLE IF NOT EXISTS scheduled (
  recipe TEXT NOT NULL,
  minute INTEGER NOT NULL,
  run_id TEXT,
  running_until INTEGER NOT NULL,
  PRIMARY KEY (recipe, minute)
) WITHOUT ROWID;

-- The last minute of which all schedules were looked at.
CREATE TABLE IF NOT EXISTS scheduled_until (
  one INTEGER PRIMARY KEY CHECK (one = 1),
  minute INTEGER NOT NULL
);

-- Access tokens that services gave, by the name of their grant; each is sealed.
CREATE TABLE IF NOT EXISTS tokens (
  name TEXT PRIMARY KEY,
  token TEXT NOT NULL
) WITHOUT ROWID;
