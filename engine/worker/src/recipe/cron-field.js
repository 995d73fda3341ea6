import { CronSyntaxException } from './cron-syntax-exception.js';

const MONTHS = ['JAN', 'FEB', 'MAR', 'APR', 'MAY', 'JUN', 'JUL', 'AUG', 'SEP', 'OCT', 'NOV', 'DEC'];
const DAYS = ['SUN', 'MON', 'TUE', 'WED', 'THU', 'FRI', 'SAT'];
const SUNDAY = 7;
const WEEKDAY_FIELD = 5;

/** One of the five fields of a cron expression: its limits and names. */
class CronField {
  #number;
  #least;
  #most;
  #names;

  /**
   * @param {number} number from 1
   * @param {number} least
   * @param {number} most
   * @param {string[]} names of the values from the least on
   */
  constructor(number, least, most, names) {
    this.#number = number;
    this.#least = least;
    this.#most = most;
    this.#names = names;
  }

  /**
   * The values a field allows, ascending: `1,5-10/2,MON`. Sunday is 0.
   *
   * @param {string} text
   * @returns {number[]}
   */
  values(text) {
    /** @type {Set<number>} */
    const values = new Set();
    for (const part of text.split(',')) {
      this.#addPart(part, text, values);
    }
    if (this.#number === WEEKDAY_FIELD && values.delete(SUNDAY)) {
      values.add(0);
    }
    return [...values].sort((a, b) => a - b);
  }

  /**
   * @param {string} part
   * @param {string} text
   * @param {Set<number>} values
   */
  #addPart(part, text, values) {
    const slash = part.indexOf('/');
    const range = slash < 0 ? part : part.slice(0, slash);
    const step = slash < 0 ? 1 : this.#integer(part.slice(slash + 1), text);
    const dash = range.indexOf('-');
    const weekday = this.#number === WEEKDAY_FIELD;
    let from;
    let to;
    if (range === '*') {
      from = this.#least;
      to = weekday ? SUNDAY - 1 : this.#most;
    } else if (dash >= 0) {
      from = this.#value(range.slice(0, dash), text);
      to = this.#value(range.slice(dash + 1), text);
      if (weekday && to === 0) {
        to = SUNDAY;
      }
    } else {
      from = this.#value(range, text);
      to = slash < 0 ? from : this.#most;
    }
    if (step < 1 || from > to) {
      throw this.#wrong(text);
    }
    for (let value = from; value <= to; value += step) {
      values.add(value);
    }
  }

  /**
   * @param {string} text
   * @param {string} whole
   */
  #value(text, whole) {
    const name = this.#names.indexOf(text.toUpperCase());
    const value = name >= 0 ? name + this.#least : this.#integer(text, whole);
    if (value < this.#least || value > this.#most) {
      throw this.#wrong(whole);
    }
    return value;
  }

  /**
   * @param {string} text
   * @param {string} whole
   */
  #integer(text, whole) {
    if (!/^[0-9]{1,4}$/.test(text)) {
      throw this.#wrong(whole);
    }
    return Number(text);
  }

  /** @param {string} text */
  #wrong(text) {
    return new CronSyntaxException(this.#number, text);
  }
}

export const MINUTE = new CronField(1, 0, 59, []);
export const HOUR = new CronField(2, 0, 23, []);
export const DAY_OF_MONTH = new CronField(3, 1, 31, []);
export const MONTH = new CronField(4, 1, 12, MONTHS);
export const DAY_OF_WEEK = new CronField(5, 0, SUNDAY, DAYS);
