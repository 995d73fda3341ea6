/**
 * A Worker that only reads KV once and writes D1 twice a request, as a recorded run does: what its
 * workerd takes is not the executor's.
 */
const TEXT = 'x'.repeat(1500);
let isMade = false;

export default {
  async fetch(/** @type {Request} */ request, /** @type {any} */ { ARCRUN_DB: db, ARCRUN_RECIPES: recipes }) {
    await request.text();
    if (!isMade) {
      await db.batch([
        db.prepare('CREATE TABLE IF NOT EXISTS begun (id TEXT PRIMARY KEY, text TEXT) WITHOUT ROWID'),
        db.prepare('CREATE TABLE IF NOT EXISTS ended (id TEXT PRIMARY KEY, text TEXT) WITHOUT ROWID'),
      ]);
      isMade = true;
    }
    await recipes.get('recipe:none');
    const id = crypto.randomUUID();
    await db.batch([db.prepare('INSERT INTO begun VALUES (?, ?)').bind(id, '')]);
    await db.batch([
      db.prepare('UPDATE begun SET text = ? WHERE id = ?').bind(TEXT, id),
      db.prepare('INSERT INTO ended VALUES (?, ?)').bind(id, TEXT),
    ]);
    return Response.json({ ok: true });
  },
};
