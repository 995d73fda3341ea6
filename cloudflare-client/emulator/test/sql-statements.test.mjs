import assert from "node:assert/strict";
import { test } from "node:test";
import { sqlStatements } from "../src/d1/sql-statements.mjs";

/** @type {[string, string, string[]][]} */
const CASES = [
  ["one statement needs no semicolon", "SELECT 1", ["SELECT 1"]],
  ["semicolons end statements", "SELECT 1; SELECT 2;", ["SELECT 1", "SELECT 2"]],
  [
    "a semicolon in a string is text",
    "INSERT INTO t VALUES ('a;''b;'); SELECT 1",
    ["INSERT INTO t VALUES ('a;''b;')", "SELECT 1"],
  ],
  [
    "a semicolon in a quoted name is text",
    'SELECT ";" FROM `a;b`; SELECT [c;d]',
    ['SELECT ";" FROM `a;b`', "SELECT [c;d]"],
  ],
  [
    "a semicolon in a comment is text",
    "SELECT 1 -- a; b\n; /* ; */ SELECT 2",
    ["SELECT 1 -- a; b", "/* ; */ SELECT 2"],
  ],
  ["comments alone are no statement", "-- one\n;/* two */;", []],
  [
    "the body of a trigger is part of it",
    "CREATE TRIGGER t AFTER INSERT ON a BEGIN UPDATE b SET c = CASE WHEN 1 THEN 2 ELSE 3 END; DELETE FROM d; END; SELECT 1",
    [
      "CREATE TRIGGER t AFTER INSERT ON a BEGIN UPDATE b SET c = CASE WHEN 1 THEN 2 ELSE 3 END; DELETE FROM d; END",
      "SELECT 1",
    ],
  ],
  [
    "a temporary trigger too",
    "CREATE TEMP TRIGGER t AFTER INSERT ON a BEGIN SELECT 1; END; SELECT 2",
    ["CREATE TEMP TRIGGER t AFTER INSERT ON a BEGIN SELECT 1; END", "SELECT 2"],
  ],
  [
    "a CASE outside of triggers ends nothing",
    "SELECT CASE WHEN 1 THEN 2 END; SELECT 3",
    ["SELECT CASE WHEN 1 THEN 2 END", "SELECT 3"],
  ],
  ["an open comment runs to the end", "SELECT 1; /* open ; ", ["SELECT 1"]],
];

for (const [name, sql, statements] of CASES) test(name, () => assert.deepEqual(sqlStatements(sql), statements));
