/** A text that is no cron expression; says which field is wrong. */
export class CronSyntaxException extends Error {
  /**
   * @param {number} field from 1 (minute) to 5 (day of week); 0: there aren't five
   * @param {string} text what is written there
   */
  constructor(field, text) {
    super(`cron field ${field}: ${text}`);
    this.name = 'CronSyntaxException';
    this.field = field;
    this.text = text;
  }
}
