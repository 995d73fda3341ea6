// A schedule: checks the cron expression and hands it on under an id of its own.

import { fail, quoted } from "../../lib/failure";
import { Kind, NONE, Value, kindOf, textOf } from "../../lib/json";
import { writeAsIs } from "../../lib/members";
import { put, putAscii, putKey, putText } from "../../lib/output";
import { optional, optionalBool, optionalText, required, wrongKind } from "../../lib/parameters";
import { run } from "../../lib/part";
import { Text } from "../../lib/text";
import { checkExpression } from "./expression";

const SCHEDULE = "a schedule such as `0 9 * * 1-5`";

run((input: Value): void => {
  const expression = textIn(required(input, "cron_expr", SCHEDULE), "cron_expr", SCHEDULE);
  const id = checkExpression(expression);
  const description = optionalText(input, "description", "");
  const enabled = optionalBool(input, "enabled", true);
  const zone = optional(input, "timezone");
  if (zone != NONE) checkZone(textIn(zone, "timezone", "a name such as Asia/Taipei"));
  put(0x7b);
  putKey("cron_expr");
  putText(expression);
  putKey("cron_id");
  putAscii('"cron-' + hex(id) + '"');
  putKey("description");
  putText(description);
  putKey("enabled");
  putAscii(enabled ? "true" : "false");
  if (zone != NONE) {
    putKey("timezone");
    writeAsIs(zone);
  }
  put(0x7d);
});

function textIn(value: Value, name: string, wanted: string): Text {
  if (kindOf(value) != Kind.Text) wrongKind(name, value, wanted);
  return textOf(value);
}

/** A zone's name is known by its form; which names there are, the host knows. */
function checkZone(zone: Text): void {
  let plain = zone.size > 0 && zone.size <= 64;
  for (let p = zone.at; p < zone.end && plain; p++) {
    const c = load<u8>(p);
    const letter = <u8>((c | 0x20) - 0x61) < 26 || <u8>(c - 0x30) < 10;
    plain = letter || c == 0x2f || c == 0x5f || c == 0x2d || c == 0x2b;
  }
  if (!plain) fail("INVALID_TIMEZONE", "`timezone` must be a name such as Asia/Taipei, but it is " + quoted(zone) + ".");
}

function hex(id: u32): string {
  let text = "";
  for (let shift = 28; shift >= 0; shift -= 4) {
    const digit = (id >> shift) & 15;
    text += String.fromCharCode(digit < 10 ? 0x30 + digit : 0x57 + digit);
  }
  return text;
}
