// XML to JSON and back.

import { indexEnds } from "../../lib/ends";
import { fail } from "../../lib/failure";
import { Kind, NONE, Value, firstIn, kindOf, nextAfter, textOf, valueOf } from "../../lib/json";
import { reserve } from "../../lib/memory";
import { put, putAscii, putKey } from "../../lib/output";
import { optional, optionalBool, optionalText, optionalWhole, required, requiredText, unknownOperation, wrongKind } from "../../lib/parameters";
import { run } from "../../lib/part";
import { Text, codePointAt } from "../../lib/text";
import { useBuffer } from "./content";
import { readDocument } from "./elements";
import { ListPaths, strip } from "./names";
import { Scan, startsName } from "./scan";
import { JsonShape, writeOrdered } from "./to-json";
import { XmlShape } from "./to-xml";

run((input: Value): void => {
  const operation = optionalText(input, "operation", "to_json");
  const prefix = optionalText(input, "attributes", "@");
  const textKey = optionalText(input, "text_key", "#text");
  distinguish(prefix, textKey);
  put(0x7b);
  if (operation.is("to_json")) toJson(input, prefix, textKey);
  else if (operation.is("to_xml")) toXml(input, prefix, textKey);
  else unknownOperation("xml_to_json", operation, "to_json, to_xml");
  put(0x7d);
});

/** Attributes and text must have names that no element can have. */
function distinguish(prefix: Text, textKey: Text): void {
  if (prefix.size > 0 && startsName(codePointAt(prefix.at))) {
    fail("INVALID_VALUE", "`attributes` must begin with a sign that no XML name begins with, such as @ or $; empty leaves the attributes out.");
  }
  const clash = prefix.size > 0 && textKey.startsWith(prefix);
  if (textKey.size == 0 || startsName(codePointAt(textKey.at)) || clash) {
    fail("INVALID_VALUE", "`text_key` must begin with a sign that no XML name begins with, such as #, and not with `attributes`.");
  }
}

function toJson(input: Value, prefix: Text, textKey: Text): void {
  const xml = requiredText(input, "xml", "the XML as text");
  const lists = new ListPaths().read(input);
  const ordered = optionalBool(input, "keep_order", false);
  const trimmed = optionalBool(input, "trim", true);
  strip(optionalBool(input, "strip_namespaces", false));
  const root = readDocument(xml);
  useBuffer(reserve(xml.size + 8));
  const scan = new Scan(xml);
  putKey("value");
  if (ordered) writeOrdered(scan, root, trimmed);
  else new JsonShape(scan, prefix, textKey, lists, trimmed).write(root);
}

function toXml(input: Value, prefix: Text, textKey: Text): void {
  const value = required(input, "value", "the JSON to write as XML");
  const ordered = optionalBool(input, "keep_order", false);
  const indent = optionalWhole(input, "indent", 0, 0, 8);
  const declared = optionalBool(input, "declaration", true);
  const root = optional(input, "root");
  indexEnds(value);
  const shape = new XmlShape(prefix, textKey, indent);
  putKey("xml");
  put(0x22);
  if (declared) {
    putAscii('<?xml version=\\"1.0\\" encoding=\\"UTF-8\\"?>');
    if (indent > 0 && !ordered) shape.begun = true;
  }
  if (ordered) {
    shape.ordered(value);
  } else if (root != NONE) {
    if (kindOf(value) == Kind.List) fail("INVALID_VALUE", "XML has one root element, but `value` is a list. Give an object such as {\"item\": [...]}.");
    shape.element(requiredText(input, "root", "the name of the root element"), value);
  } else {
    const key = onlyMember(value);
    shape.element(textOf(key), valueOf(key));
  }
  put(0x22);
}

function onlyMember(value: Value): Value {
  if (kindOf(value) != Kind.Object) wrongKind("value", value, "an object with one member, the root element, unless `root` names it");
  const key = firstIn(value);
  if (key == NONE || nextAfter(valueOf(key)) != NONE || kindOf(valueOf(key)) == Kind.List) {
    fail("MISSING_FIELD", "XML has one root element. Give its name as `root`, or a `value` with one member that is no list.");
  }
  return key;
}
