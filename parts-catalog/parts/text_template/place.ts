// Where in a template something is wrong.

import { fail } from "../../lib/failure";
import { Text } from "../../lib/text";
import { Place } from "../../lib/tokens";

let template: Text = changetype<Text>(0);

export function inTemplate(source: Text): void {
  template = source;
}

@final
class TemplatePlace extends Place {
  constructor() {
    super();
    this.special = true;
  }

  refuse(at: usize, what: string): void {
    fail("TEMPLATE_SYNTAX", "The template can't be read at " + lineAndColumn(at) + ": " + what + ".");
  }
}

export const PLACE: Place = new TemplatePlace();

/** Fails because of what a value is, not how the template is written. */
export function refuseValue(code: string, at: usize, what: string): void {
  fail(code, "At " + lineAndColumn(at) + " of the template, " + what);
}

function lineAndColumn(at: usize): string {
  let line = 1;
  let first = template.at;
  for (let p = template.at; p < at; p++) {
    if (load<u8>(p) != 0x0a) continue;
    line++;
    first = p + 1;
  }
  const column = new Text(first, <i32>(at - first)).length() + 1;
  return "line " + line.toString() + ", column " + column.toString();
}
