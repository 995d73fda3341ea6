// Renders a text from a template and values.

import { prepare } from "../../lib/categories";
import { fail, quoted } from "../../lib/failure";
import { Kind, NONE, Value, kindOf, textOf } from "../../lib/json";
import { put, putAscii, putKey, putText, separate } from "../../lib/output";
import { optional, optionalBool, optionalText, required, wrongKind } from "../../lib/parameters";
import { runWhole } from "../../lib/part";
import { Scope } from "../../lib/scope";
import { Escape } from "./escapes";
import { inTemplate } from "./place";
import { missing, render } from "./render";
import { open, rendered, reopened } from "./sink";
import { readTags } from "./tags";
import { setScope } from "./value";

runWhole((input: Value): void => {
  const template = required(input, "template", "a text such as `Hello {{name}}`");
  if (kindOf(template) != Kind.Text) wrongKind("template", template, "a text");
  const source = textOf(template);
  const escape = escapeOf(input);
  const strict = optionalBool(input, "strict", false);
  let values = optional(input, "values");
  if (values == NONE) values = optional(input, "input");
  if (values != NONE && kindOf(values) != Kind.Object && kindOf(values) != Kind.List) wrongKind("values", values, "an object");
  prepare();
  inTemplate(source);
  readTags(source);
  setScope(new Scope(values));
  open();
  render(escape, strict);
  if (reopened()) render(escape, strict);
  putAscii('{"success":true,"data":{');
  putKey("text");
  putText(rendered());
  if (missing.length > 0) {
    putKey("missing");
    put(0x5b);
    for (let i = 0; i < missing.length; i++) {
      separate();
      putText(missing[i]);
    }
    put(0x5d);
  }
  putAscii("}}");
});

function escapeOf(input: Value): Escape {
  const name = optionalText(input, "escape", "none");
  if (name.is("html")) return Escape.Html;
  if (name.is("json")) return Escape.Json;
  if (name.is("csv")) return Escape.Csv;
  if (!name.is("none")) fail("INVALID_VALUE", "`escape` is " + quoted(name) + ". It may be none, html, json or csv.");
  return Escape.None;
}
