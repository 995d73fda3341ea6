const DAY_MS = 86_400_000;
const SECOND_MS = 1000;

/**
 * What Intl takes besides names of the IANA database as the desktop has it: abbreviations (some, as
 * EST, without the daylight saving that one expects), offsets, and aliases in other cases.
 */
const NO_NAME =
  /^(?!(?:CET|EET|GMT|MET|PRC|ROK|UCT|UTC|WET)$)[A-Z]{3}$|^GMT[+-]0$|^US\/Pacific-New$|(?:^|\/)[^A-Z]|[A-Z]{5}/;

/**
 * How a local time stands in its zone. A skipped one (`gap`) has the offset before the gap, a
 * repeated one (`overlap`) the earlier of its two times.
 *
 * @typedef {object} LocalTime
 * @property {number} offsetMs what the local time is ahead of UTC
 * @property {'unique' | 'gap' | 'overlap'} kind
 */

/** A time zone of the IANA database, as the platform's Intl knows it. */
export class TimeZone {
  #format;

  /** @param {Intl.DateTimeFormat} format */
  constructor(format) {
    this.#format = format;
  }

  /**
   * The zone of that IANA name; undefined where there is none.
   *
   * @param {string} name
   * @returns {TimeZone | undefined}
   */
  static named(name) {
    const format = NO_NAME.test(name) ? undefined : formatOf(name);
    const known = format?.resolvedOptions().timeZone ?? '';
    // Intl also takes names in another case.
    const isWritten = known === name || known.toLowerCase() !== name.toLowerCase();
    return format && isWritten ? new TimeZone(format) : undefined;
  }

  /**
   * What local time is ahead of UTC, in milliseconds.
   *
   * @param {number} unixMs
   */
  offsetMs(unixMs) {
    const whole = Math.floor(unixMs / SECOND_MS) * SECOND_MS;
    /** @type {Record<string, string>} */
    const shown = {};
    for (const { type, value } of this.#format.formatToParts(whole)) {
      shown[type] = value;
    }
    const year = shown.era === 'BC' ? 1 - Number(shown.year) : Number(shown.year);
    const local = new Date(0);
    local.setUTCFullYear(year, Number(shown.month) - 1, Number(shown.day));
    local.setUTCHours(Number(shown.hour), Number(shown.minute), Number(shown.second));
    return local.getTime() - whole;
  }

  /**
   * @param {number} localMs the local time read as if it were UTC, in milliseconds since 1970
   * @returns {LocalTime}
   */
  ofLocal(localMs) {
    const before = this.offsetMs(localMs - DAY_MS);
    const after = this.offsetMs(localMs + DAY_MS);
    const valid = [...new Set([before, after])].filter(
      (offset) => this.offsetMs(localMs - offset) === offset,
    );
    if (valid.length === 0) {
      return { offsetMs: before, kind: 'gap' };
    }
    return { offsetMs: Math.max(...valid), kind: valid.length === 1 ? 'unique' : 'overlap' };
  }

  /**
   * When local clocks jump over a local time that is skipped, in milliseconds since 1970.
   *
   * @param {number} localMs
   */
  endOfGap(localMs) {
    let before = localMs - DAY_MS;
    let after = localMs + DAY_MS;
    const old = this.offsetMs(before);
    while (after - before > SECOND_MS) {
      const middle = Math.floor((before + after) / 2 / SECOND_MS) * SECOND_MS;
      if (this.offsetMs(middle) === old) {
        before = middle;
      } else {
        after = middle;
      }
    }
    return after;
  }
}

/** @param {string} name */
function formatOf(name) {
  try {
    return new Intl.DateTimeFormat('en-US', {
      timeZone: name,
      calendar: 'gregory',
      hourCycle: 'h23',
      era: 'short',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
      second: 'numeric',
    });
  } catch (e) {
    if (e instanceof RangeError) {
      return undefined;
    }
    throw e;
  }
}
