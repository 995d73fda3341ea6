// One operation on a date and time. Without a time zone, and where a text names none, it is UTC.

import { unixNanoseconds } from "../../lib/clock";
import { fail, quoted } from "../../lib/failure";
import { NONE, Value } from "../../lib/json";
import { put, putAscii, putKey, putText } from "../../lib/output";
import { asNumber, optional, optionalObject, optionalText, required, requiredText, unknownOperation, within } from "../../lib/parameters";
import { run } from "../../lib/part";
import { Text } from "../../lib/text";
import { Amount, TimeUnit, unitOf } from "./amount";
import { monthLength, weekdayOf } from "./calendar";
import { Unit, fromUnix, momentOf } from "./input";
import { Layout } from "./layout";
import { Moment } from "./moment";
import { between, endOf, startOf } from "./period";
import { Manner } from "./read";
import { putParsed, putParts } from "./shown";
import { Style, putIso, putLayout } from "./write";
import { Zone } from "./zone";

const OPERATIONS =
  "now, parse, format, add, subtract, diff, start_of, end_of, compare, before, after, between, parts, to_unix, from_unix, " +
  "is_weekend, days_in_month, convert";
/** Those whose unit is one of the calendar, not of Unix times. */
const WITH_PERIODS = " add subtract diff start_of end_of ";
const DATE = "a date such as `2024-05-06T07:08:09Z`";
const LONGEST_LAYOUT = 200;

let args: Value = NONE;
let manner: Manner = new Manner();
let zone: Zone | null = null;
let inputLayout: Layout | null = null;
let outputLayout: Layout | null = null;
let style: Style = new Style(false, false);
let unit: Unit = Unit.Auto;

run((input: Value): void => {
  const operation = requiredText(input, "operation", "one of: " + OPERATIONS);
  const name = operation.toString();
  if (!(", " + OPERATIONS + ",").includes(", " + name + ",")) unknownOperation("date_ops", operation, OPERATIONS);
  args = optionalObject(input, "args");
  const given = name == "now" ? NONE : required(input, "input", DATE);
  readArguments(name);
  put(0x7b);
  putKey("operation");
  putText(operation);
  putKey("result");
  if (name == "now") now();
  else if (name == "from_unix") result(inZone(fromUnix(asNumber(given, "input"), unit, manner)));
  else apply(name, inZone(momentOf(given, "input", manner, inputLayout, unit)));
  put(0x7d);
});

function readArguments(operation: string): void {
  within("args.");
  const order = optionalText(args, "order", "");
  if (order.size > 0 && !order.is("dmy") && !order.is("mdy")) refuse("order", order, "`mdy` (month first) or `dmy` (day first)");
  const calendar = optionalText(args, "calendar", "gregorian");
  if (!calendar.is("minguo") && !calendar.is("gregorian")) refuse("calendar", calendar, "`gregorian` or `minguo`");
  const locale = optionalText(args, "locale", "en");
  if (!locale.is("en") && !locale.is("zh-TW")) refuse("locale", locale, "`en` or `zh-TW`");
  style = new Style(locale.is("zh-TW"), calendar.is("minguo"));
  manner.order = order.toString();
  manner.minguo = style.minguo;
  manner.chinese = style.chinese;
  const named = optionalText(args, "timezone", "");
  if (named.size > 0) zone = Zone.of(named);
  const chosen = zone;
  if (chosen !== null) manner.zone = chosen;
  if (!WITH_PERIODS.includes(" " + operation + " ")) readUnit();
  const written = layoutOf("pattern", layoutOf("layout", null));
  inputLayout = layoutOf("input_layout", operation == "parse" ? written : null);
  outputLayout = operation == "parse" ? null : written;
  within("");
}

/** The unit of Unix times. */
function readUnit(): void {
  const text = optionalText(args, "unit", "");
  if (text.is("s")) unit = Unit.Seconds;
  else if (text.is("ms")) unit = Unit.Milliseconds;
  else if (text.size > 0) refuse("unit", text, "`s` or `ms`");
}

function layoutOf(name: string, otherwise: Layout | null): Layout | null {
  const text = optionalText(args, name, "");
  if (text.size == 0) return otherwise;
  if (text.size > LONGEST_LAYOUT) fail("INVALID_PATTERN", "`args." + name + "` is longer than 200 bytes.");
  return new Layout(text);
}

function refuse(name: string, value: Text, known: string): void {
  fail("INVALID_VALUE", "`args." + name + "` is " + quoted(value) + ". It may be " + known + ".");
}

function inZone(moment: Moment): Moment {
  const chosen = zone;
  return chosen === null ? moment : moment.in(chosen);
}

/** The clock's time; whole seconds where no layout asks for more. */
function now(): void {
  const time = unixNanoseconds();
  const nano = outputLayout === null ? 0 : <i32>(time % 1_000_000_000);
  result(new Moment(time / 1_000_000_000, nano, manner.zone));
}

function result(moment: Moment): void {
  const layout = outputLayout;
  if (layout === null) putIso(moment);
  else putLayout(moment, layout, style);
}

function apply(name: string, moment: Moment): void {
  within("args.");
  if (name == "format") result(moment);
  else if (name == "convert") {
    requiredText(args, "timezone", "a time zone such as `Asia/Taipei`, `+08:00` or `UTC`");
    result(moment);
  } else if (name == "parse") putParsed(moment);
  else if (name == "parts") putParts(moment, style);
  else if (name == "add") result(Amount.of(args).addedTo(moment));
  else if (name == "subtract") result(Amount.of(args).negated().addedTo(moment));
  else if (name == "start_of") result(startOf(moment, period()));
  else if (name == "end_of") result(endOf(moment, period()));
  else if (name == "to_unix") putAscii((unit == Unit.Milliseconds ? moment.milliseconds() : moment.unix).toString());
  else if (name == "is_weekend") truth(weekdayOf(moment.date.number) > 5);
  else if (name == "days_in_month") putAscii(monthLength(moment.date.year, moment.date.month).toString());
  else if (name == "between") truth(moment.compareTo(other("from")) >= 0 && moment.compareTo(other("to")) <= 0);
  else compare(name, moment, other("to"));
}

function compare(name: string, moment: Moment, to: Moment): void {
  if (name == "diff") {
    const text = optionalText(args, "unit", "day");
    putAscii(between(moment, to, unitOf(text)).toString());
    return;
  }
  const order = moment.compareTo(to);
  if (name == "compare") putAscii(order.toString());
  else truth(name == "before" ? order < 0 : order > 0);
}

function other(name: string): Moment {
  const value = required(args, name, DATE);
  within("");
  const moment = momentOf(value, "args." + name, manner, inputLayout, unit);
  within("args.");
  return moment;
}

function period(): TimeUnit {
  return unitOf(requiredText(args, "unit", "the unit, such as `month`"));
}

function truth(value: bool): void {
  putAscii(value ? "true" : "false");
}
