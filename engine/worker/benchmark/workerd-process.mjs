import { readdirSync, readFileSync } from 'node:fs';

const MIB = 1024 * 1024;
const PAGE = 4096;

/** The workerd that this process started, as Linux accounts for it in /proc. */
export class WorkerdProcess {
  #folder;

  constructor() {
    const mine = readdirSync('/proc').filter((id) => /^\d+$/.test(id) && isMine(id));
    if (mine.length !== 1) {
      throw new Error(`one workerd was expected, not ${mine.length}`);
    }
    this.#folder = `/proc/${mine[0]}`;
  }

  /** Processor time of all its threads so far, in ms. */
  cpu() {
    let nanoseconds = 0;
    for (const thread of readdirSync(`${this.#folder}/task`)) {
      nanoseconds += Number(readFileSync(`${this.#folder}/task/${thread}/schedstat`, 'utf8').split(' ')[0]);
    }
    return nanoseconds / 1e6;
  }

  /** Resident memory in MiB. */
  memory() {
    return (Number(readFileSync(`${this.#folder}/statm`, 'utf8').split(' ')[1]) * PAGE) / MIB;
  }
}

/** @param {string} id */
function isMine(id) {
  try {
    const stat = readFileSync(`/proc/${id}/stat`, 'latin1');
    const rest = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    return stat.includes('(workerd)') && Number(rest[1]) === process.pid && rest[0] !== 'Z';
  } catch {
    // It ended meanwhile.
    return false;
  }
}
