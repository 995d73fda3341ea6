// Time zones: fixed offsets, and names of the IANA time zone database, which the host knows.

import { fail, quoted } from "../../lib/failure";
import { call } from "../../lib/host";
import { NONE, Value, memberNamed, isTrue, numberOf, textOf } from "../../lib/json";
import { Text } from "../../lib/text";
import { Cursor } from "./cursor";

const LONGEST_NAME = 64;

@final
export class Zone {
  constructor(
    /** Of an IANA zone; empty for a fixed offset. */
    public name: Text,
    /** Seconds east of UTC, of a fixed offset. */
    public offset: i32,
  ) {}

  static fixed(offset: i32): Zone {
    return new Zone(new Text(0, 0), offset);
  }

  /** `UTC`, `Z`, `+08:00` or a name. */
  static of(text: Text): Zone {
    const cursor = new Cursor(text);
    if (cursor.word("utc") || cursor.word("gmt") || cursor.word("z")) {
      if (cursor.atEnd()) return Zone.fixed(0);
    }
    const offset = new Cursor(text);
    if (offset.offset() && offset.atEnd()) return Zone.fixed(offset.seconds);
    return new Zone(known(text), 0);
  }

  isNamed(): bool {
    return this.name.size > 0;
  }

  /** Seconds east of UTC at a Unix time. */
  offsetAt(second: i64): i32 {
    return this.isNamed() ? this.ask("unix_s", second.toString()) : this.offset;
  }

  /** The offset of a local time, `2024-05-06T07:08:09`: the earlier where there are two or none. */
  offsetOfLocal(local: string): i32 {
    return this.isNamed() ? this.ask("local", '"' + local + '"') : this.offset;
  }

  private ask(by: string, json: string): i32 {
    const request = '{"op":"time_zone","zone":"' + this.name.toString() + '","' + by + '":' + json + "}";
    const answer = call(Text.of(request));
    const ok = memberNamed(answer, "ok");
    if (ok == NONE || !isTrue(ok)) refuse(this.name, answer);
    const offset = memberNamed(answer, "offset_s");
    if (offset == NONE) fail("HOST_ERROR", "The host said nothing about the time zone " + quoted(this.name) + ".");
    return <i32>numberOf(offset);
  }
}

function refuse(name: Text, answer: Value): void {
  const code = memberNamed(answer, "error_code");
  if (code != NONE && textOf(code).is("UNKNOWN_TIME_ZONE")) unknown(name);
  const error = memberNamed(answer, "error");
  fail("HOST_ERROR", "The host can't say the time in " + quoted(name) + (error == NONE ? "." : ": " + textOf(error).toString()));
}

function unknown(name: Text): void {
  fail(
    "UNKNOWN_TIME_ZONE",
    "There is no time zone " + quoted(name) + ". Give a name such as `Asia/Taipei`, an offset such as `+08:00`, or `UTC`.",
  );
}

/** A text that may be a name, of letters, digits and `/_-+`: the host is asked for nothing else. */
function known(name: Text): Text {
  let good = name.size > 0 && name.size <= LONGEST_NAME;
  for (let p = name.at; good && p < name.end; p++) {
    const c = load<u8>(p);
    good = <u8>((c | 0x20) - 0x61) < 26 || <u8>(c - 0x30) < 10 || c == 0x2f || c == 0x5f || c == 0x2d || c == 0x2b;
  }
  if (!good) unknown(name);
  return name;
}

/** `+08:00`, or without the colon; with seconds where there are some. */
export function offsetText(offset: i32, colon: bool): string {
  const seconds = abs(offset);
  const between = colon ? ":" : "";
  let text = (offset < 0 ? "-" : "+") + two(seconds / 3600) + between + two((seconds / 60) % 60);
  if (seconds % 60 != 0) text += between + two(seconds % 60);
  return text;
}

export function two(number: i32): string {
  return number < 10 ? "0" + number.toString() : number.toString();
}
