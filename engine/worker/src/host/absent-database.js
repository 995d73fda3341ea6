/**
 * What stands for D1 where the Worker isn't bound to it: nothing can be written or read, which all
 * who use a database can live with.
 *
 * @type {any}
 */
export const ABSENT_DATABASE = {
  prepare() {
    return { bind: () => ({}) };
  },
  async batch() {
    throw new Error('the Worker is not bound to a database (ARCRUN_DB)');
  },
};
