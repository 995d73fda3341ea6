import assert from 'node:assert/strict';
import { Redactor } from '../../src/run/redactor.js';
import { toBase64 } from '../../src/sandbox/base64.js';
import { encodeUtf8 } from '../../src/value/utf8.js';

const SHOWN = '«credential:KEY»';

export function a_secret_is_hidden_in_every_form() {
  for (const secret of ['s3cr3t-t0ken', 'pä"ss wörd', '鑰匙+很長/的=', 'a\nb\tc\\d"e', '🔑🔑🔑🔑']) {
    const redactor = new Redactor([['KEY', secret]]);
    const base64 = toBase64(encodeUtf8(secret));
    assert.equal(redactor.text(`Bearer ${secret}!`), `Bearer ${SHOWN}!`);
    assert.equal(redactor.text(encodeURIComponent(secret)), SHOWN);
    assert.equal(redactor.text(encodeURIComponent(secret).replaceAll('%20', '+')), SHOWN);
    assert.equal(redactor.text(JSON.stringify(secret)), `"${SHOWN}"`);
    assert.ok(redactor.text(base64).includes(SHOWN));
    assert.ok(redactor.text(base64.replaceAll('+', '-').replaceAll('/', '_')).includes(SHOWN));
  }
}

export function a_secret_is_hidden_whatever_an_encoder_leaves_as_it_is() {
  const secret = 'a/b~(c*d)<&>é"x y\'z!#';
  const redactor = new Redactor([['KEY', secret]]);
  const json = JSON.stringify(secret).slice(1, -1);
  const unicode = (/** @type {string} */ text, /** @type {RegExp} */ which) =>
    text.replace(which, (c) => `\\u${c.charCodeAt(0).toString(16).padStart(4, '0')}`);
  for (const form of [
    encodeURIComponent(secret),
    encodeURI(secret),
    new URLSearchParams({ k: secret }).toString().slice(2),
    new URL(`https://h/?k=${encodeURIComponent(secret).replace(/%2F|%28|%29/g, decodeURIComponent)}`)
      .search.slice(3),
    encodeURIComponent(secret).toLowerCase().replaceAll('!', '%21'),
    json.replaceAll('/', '\\/'),
    unicode(json, /[<>&]/g),
    unicode(json, /é/g).replace('00e9', '00E9'),
    unicode(json, /[\u007f-\uffff]/g).replaceAll('/', '\\/'),
  ]) {
    assert.equal(redactor.text(`<${form}>`), `<${SHOWN}>`, form);
  }
}

export function a_secret_of_escapes_is_looked_for_in_linear_time() {
  const redactor = new Redactor([
    ['A', `${'\\'.repeat(60)}x`],
    ['B', `${'%25'.repeat(40)}x`],
    ['C', `${'/ '.repeat(60)}x`],
  ]);
  for (const text of ['\\'.repeat(20_000), '%25'.repeat(10_000), '%2F%20'.repeat(10_000)]) {
    assert.equal(redactor.text(text), text);
  }
}

export function a_secret_is_hidden_inside_a_longer_base64_text_at_any_offset() {
  const redactor = new Redactor([['KEY', 'correct horse battery']]);
  for (const before of ['', 'u', 'us', 'user:', 'someone:']) {
    assert.ok(redactor.text(btoa(`${before}correct horse battery:tail`)).includes(SHOWN), before);
  }
}

export function member_names_nested_texts_and_numbers_that_are_a_secret_are_redacted() {
  const redactor = new Redactor([['PIN', '123456']]);
  assert.equal(
    JSON.stringify(redactor.json({ 123456: ['x 123456 y', 123456, 7, null, true] })),
    '{"«credential:PIN»":["x «credential:PIN» y","«credential:PIN»",7,null,true]}',
  );
}

export function where_one_secret_contains_another_the_longer_one_is_named() {
  const redactor = new Redactor([
    ['SHORT', 'abcdef'],
    ['LONG', 'abcdefgh'],
  ]);
  assert.equal(redactor.text('abcdefgh abcdef'), '«credential:LONG» «credential:SHORT»');
}

export function a_value_under_six_characters_is_no_credential() {
  assert.throws(
    () => new Redactor([['KEY', '12345']]),
    (e) => e instanceof TypeError && !e.message.includes('12345'),
  );
}

export function texts_without_secrets_stay_as_they_are() {
  const redactor = new Redactor([['KEY', 'a.c+(d)[e]*$^|\\{f}-/']]);
  for (const text of ['abc+(d)', '', '«credential:KEY»', '«', 'aXc+(d)[e]*$^|\\{f}-/']) {
    assert.equal(redactor.text(text), text);
  }
  assert.equal(redactor.text('<a.c+(d)[e]*$^|\\{f}-/>'), `<${SHOWN}>`);
  assert.equal(new Redactor([]).text('x'), 'x');
}
