// Hashes, signs, encodes and decodes a text, and makes identifiers.

import { fail, quoted } from "../../lib/failure";
import { NONE, Value } from "../../lib/json";
import { put, putAscii, putKey, putString, putText } from "../../lib/output";
import { asText, optionalBool, optionalText, optionalWhole, required, requiredText, unknownOperation } from "../../lib/parameters";
import { run } from "../../lib/part";
import { fillRandom } from "../../lib/random";
import { Text } from "../../lib/text";
import { Bytes } from "./buffer";
import { crc32, digestNamed, hmac } from "./digests";
import { fromBase64, fromHex, fromPercent, toBase64, toHex, toPercent } from "./encodings";
import { isUtf8, utf8 } from "./utf8";
import { uuidText, uuidV4, uuidV5, uuidV7 } from "./uuid";

const OPERATIONS =
  "sha256, sha384, sha512, sha1, md5, hmac_sha256, hmac_sha384, hmac_sha512, hmac_sha1, verify_hmac, base64_encode, base64_decode, " +
  "base64url_encode, base64url_decode, hex_encode, hex_decode, url_encode, url_decode, crc32, uuid, uuid_v5, uuid_v7, random_hex";
const ENCODINGS = "utf8, hex, base64 or base64url";
const MOST_RANDOM = 1024;

let input: Value = NONE;

run((given: Value): void => {
  input = given;
  const operation = requiredText(input, "operation", "one of: " + OPERATIONS);
  const name = operation.toString();
  if (!(", " + OPERATIONS + ",").includes(", " + name + ",")) unknownOperation("hash", operation, OPERATIONS);
  put(0x7b);
  putKey("operation");
  putText(operation);
  putKey("result");
  if (name == "verify_hmac") {
    putAscii(verified() ? "true" : "false");
  } else {
    const made = generated(name);
    const result = made === null ? changed(name) : made;
    putString(result.at, result.size);
  }
  put(0x7d);
});

/** What operations that need no input give; null for the others. */
function generated(name: string): Bytes | null {
  if (name == "uuid") return uuidText(uuidV4());
  if (name == "uuid_v7") return uuidText(uuidV7());
  if (name == "uuid_v5") {
    const namespace = requiredText(input, "namespace", "dns, url, oid, x500 or a UUID");
    return uuidText(uuidV5(namespace, utf8(requiredText(input, "name", "the name to make an identifier of"))));
  }
  if (name != "random_hex") return null;
  const random = Bytes.room(optionalWhole(input, "bytes", 16, 1, MOST_RANDOM));
  fillRandom(random.at, random.size);
  return toHex(random);
}

function changed(name: string): Bytes {
  if (name == "base64_decode" || name == "base64url_decode") return encoded(fromBase64(raw("input"), "input"), "utf8");
  if (name == "hex_decode") return encoded(fromHex(raw("input"), "input"), "utf8");
  if (name == "url_decode") return encoded(fromPercent(raw("input"), optionalBool(input, "plus", false), "input"), "utf8");
  const message = decoded("input", "input_encoding");
  if (name == "base64_encode") return toBase64(message, false);
  if (name == "base64url_encode") return toBase64(message, true);
  if (name == "hex_encode") return toHex(message);
  if (name == "url_encode") return toPercent(message);
  if (name == "crc32") {
    const sum = Bytes.room(4);
    store<u32>(sum.at, bswap(crc32(message)));
    return encoded(sum, "hex");
  }
  if (name.startsWith("hmac_")) return encoded(hmac(name.substring(5), key(), message), "hex");
  return encoded(digestNamed(name)!.add(message).result(), "hex");
}

function verified(): bool {
  const algorithm = optionalText(input, "algorithm", "sha256");
  const name = algorithm.toString();
  if (name == "md5" || digestNamed(name) === null) {
    fail("INVALID_VALUE", "`algorithm` is " + quoted(algorithm) + ". It may be sha256, sha384, sha512 or sha1.");
  }
  const message = decoded("input", "input_encoding");
  const secret = key();
  let signature = requiredText(input, "signature", "the signature to check");
  // Webhooks of GitHub and others write the algorithm in front.
  const prefix = Text.of(name + "=");
  if (signature.startsWith(prefix)) signature = signature.slice(prefix.size, signature.size);
  return hmac(name, secret, message).same(bytesOf(signature, "signature", optionalText(input, "signature_encoding", "hex"), "signature_encoding"));
}

function key(): Bytes {
  required(input, "key", "the secret key");
  return decoded("key", "key_encoding");
}

function raw(name: string): Bytes {
  return utf8(asText(required(input, name, "the text to work on"), name));
}

function decoded(name: string, encodingName: string): Bytes {
  const text = asText(required(input, name, "the text to work on"), name);
  return bytesOf(text, name, optionalText(input, encodingName, "utf8"), encodingName);
}

function bytesOf(text: Text, name: string, encoding: Text, encodingName: string): Bytes {
  if (encoding.is("utf8")) return utf8(text);
  if (encoding.is("hex")) return fromHex(Bytes.of(text), name);
  if (encoding.is("base64") || encoding.is("base64url")) return fromBase64(Bytes.of(text), name);
  refuse(encodingName, encoding);
  return utf8(text);
}

function encoded(bytes: Bytes, otherwise: string): Bytes {
  const encoding = optionalText(input, "output_encoding", otherwise);
  if (encoding.is("hex")) return toHex(bytes);
  if (encoding.is("base64") || encoding.is("base64url")) return toBase64(bytes, encoding.is("base64url"));
  if (!encoding.is("utf8")) refuse("output_encoding", encoding);
  if (!isUtf8(bytes)) {
    fail("NOT_TEXT", "The result is bytes that are no UTF-8 text. Set `output_encoding` to hex or base64.");
  }
  return bytes;
}

function refuse(name: string, encoding: Text): void {
  fail("INVALID_VALUE", "`" + name + "` is " + quoted(encoding) + ". It may be " + ENCODINGS + ".");
}
