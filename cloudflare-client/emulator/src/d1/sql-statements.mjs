/**
 * Cuts a text into its SQL statements as SQLite reads it: `;` inside strings, quoted names, comments and the body of
 * a trigger doesn't end a statement.
 *
 * @param {string} sql
 * @returns {string[]} without empty ones and without the semicolons
 */
export function sqlStatements(sql) {
  const token = /'(?:[^']|'')*'|"(?:[^"]|"")*"|`(?:[^`]|``)*`|\[[^\]]*\]|--[^\n]*|\/\*[\s\S]*?(?:\*\/|$)|;|\b\w+\b/g;
  const statements = [];
  let start = 0;
  let words = /** @type {string[]} */ ([]);
  let depth = 0;
  for (const { 0: text, index } of sql.matchAll(token)) {
    if (text === ";") {
      if (depth > 0) continue;
      statements.push(sql.slice(start, index));
      start = index + 1;
      words = [];
    } else if (/^\w/.test(text)) {
      const word = text.toUpperCase();
      if (words.length < 4) words.push(word);
      if (!isTrigger(words)) continue;
      if (word === "BEGIN" || word === "CASE") depth++;
      else if (word === "END" && depth > 0) depth--;
    }
  }
  statements.push(sql.slice(start));
  return statements.map((statement) => statement.trim()).filter((statement) => withoutComments(statement) !== "");
}

/** @param {string[]} words the first of a statement */
function isTrigger(words) {
  return words[0] === "CREATE" && words.includes("TRIGGER");
}

/** @param {string} statement */
function withoutComments(statement) {
  return statement.replace(/--[^\n]*|\/\*[\s\S]*?(?:\*\/|$)/g, "").trim();
}
