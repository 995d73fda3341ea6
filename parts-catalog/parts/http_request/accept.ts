// Which status codes count as success: below 400, and those named by `accept_status`.

import { fail } from "../../lib/failure";
import { Kind, NONE, Value, firstIn, kindOf, nextAfter } from "../../lib/json";
import { asText, describe, optional } from "../../lib/parameters";
import { Text } from "../../lib/text";

@final
export class Accept {
  private codes: i32[] = [];
  private classes: i32 = 0;

  add(value: Value): void {
    const kind = kindOf(value);
    if (kind == Kind.Number || kind == Kind.Text) {
      const text = asText(value, "accept_status");
      const code = readCode(text);
      if (code > 0) {
        this.codes.push(code);
        return;
      }
      const group = readClass(text);
      if (group > 0) {
        this.classes |= 1 << group;
        return;
      }
    }
    fail("INVALID_STATUS", "`accept_status` takes codes such as 404 and classes such as \"4xx\", not " + describe(value) + ".");
  }

  allows(status: i32): bool {
    return status < 400 || ((this.classes >> (status / 100)) & 1) == 1 || this.codes.includes(status);
  }
}

export function accepts(input: Value): Accept {
  const accept = new Accept();
  const value = optional(input, "accept_status");
  if (value == NONE) return accept;
  if (kindOf(value) == Kind.List) {
    for (let each = firstIn(value); each != NONE; each = nextAfter(each)) accept.add(each);
  } else {
    accept.add(value);
  }
  return accept;
}

/** 100 to 599, or 0. */
function readCode(text: Text): i32 {
  if (text.size != 3) return 0;
  let code = 0;
  for (let p = text.at; p < text.end; p++) {
    const digit = <i32>load<u8>(p) - 0x30;
    if (digit < 0 || digit > 9) return 0;
    code = code * 10 + digit;
  }
  return code >= 100 && code < 600 ? code : 0;
}

/** 1 to 5 for "1xx" to "5xx", or 0. */
function readClass(text: Text): i32 {
  if (text.size != 3) return 0;
  const digit = <i32>load<u8>(text.at) - 0x30;
  const x = (load<u8>(text.at, 1) | 0x20) == 0x78 && (load<u8>(text.at, 2) | 0x20) == 0x78;
  return x && digit >= 1 && digit <= 5 ? digit : 0;
}
