// Where the condition stands, for messages about mistakes in it.

import { fail } from "../../lib/failure";
import { Text } from "../../lib/text";
import { Place } from "../../lib/tokens";

@final
export class Condition extends Place {
  constructor(private source: Text) {
    super();
  }

  refuse(at: usize, what: string): void {
    const before = new Text(this.source.at, <i32>(at - this.source.at)).length();
    fail("INVALID_CONDITION", "The condition can't be read at character " + (before + 1).toString() + ": " + what + ".");
  }
}
