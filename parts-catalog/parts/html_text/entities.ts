// Character references of HTML: by number, and by the names of HTML 4 (the HTML Standard, 13.5 and 13.2.5.80).

import { encode } from "../../lib/text";

/** Names of U+00A0 to U+00FF in order, which count without a semicolon too. */
const LATIN =
  "nbsp iexcl cent pound curren yen brvbar sect uml copy ordf laquo not shy reg macr deg plusmn sup2 sup3 acute micro para " +
  "middot cedil sup1 ordm raquo frac14 frac12 frac34 iquest Agrave Aacute Acirc Atilde Auml Aring AElig Ccedil Egrave " +
  "Eacute Ecirc Euml Igrave Iacute Icirc Iuml ETH Ntilde Ograve Oacute Ocirc Otilde Ouml times Oslash Ugrave Uacute " +
  "Ucirc Uuml Yacute THORN szlig agrave aacute acirc atilde auml aring aelig ccedil egrave eacute ecirc euml igrave " +
  "iacute icirc iuml eth ntilde ograve oacute ocirc otilde ouml divide oslash ugrave uacute ucirc uuml yacute thorn yuml ";
const BASIC = "quot 34 amp 38 lt 60 gt 62 QUOT 34 AMP 38 LT 60 GT 62 COPY 169 REG 174 ";
const OTHERS =
  "apos 39 OElig 338 oelig 339 Scaron 352 scaron 353 Yuml 376 fnof 402 circ 710 tilde 732 Alpha 913 Beta 914 Gamma 915 " +
  "Delta 916 Epsilon 917 Zeta 918 Eta 919 Theta 920 Iota 921 Kappa 922 Lambda 923 Mu 924 Nu 925 Xi 926 Omicron 927 Pi 928 " +
  "Rho 929 Sigma 931 Tau 932 Upsilon 933 Phi 934 Chi 935 Psi 936 Omega 937 alpha 945 beta 946 gamma 947 delta 948 " +
  "epsilon 949 zeta 950 eta 951 theta 952 iota 953 kappa 954 lambda 955 mu 956 nu 957 xi 958 omicron 959 pi 960 rho 961 " +
  "sigmaf 962 sigma 963 tau 964 upsilon 965 phi 966 chi 967 psi 968 omega 969 upsih 978 piv 982 ensp 8194 " +
  "emsp 8195 thinsp 8201 zwnj 8204 zwj 8205 lrm 8206 rlm 8207 ndash 8211 mdash 8212 lsquo 8216 rsquo 8217 sbquo 8218 " +
  "ldquo 8220 rdquo 8221 bdquo 8222 dagger 8224 Dagger 8225 bull 8226 hellip 8230 permil 8240 prime 8242 Prime 8243 " +
  "lsaquo 8249 rsaquo 8250 oline 8254 frasl 8260 euro 8364 image 8465 weierp 8472 real 8476 trade 8482 alefsym 8501 " +
  "larr 8592 uarr 8593 rarr 8594 darr 8595 harr 8596 crarr 8629 lArr 8656 uArr 8657 rArr 8658 dArr 8659 hArr 8660 " +
  "forall 8704 part 8706 exist 8707 empty 8709 nabla 8711 isin 8712 notin 8713 ni 8715 prod 8719 sum 8721 minus 8722 " +
  "lowast 8727 radic 8730 prop 8733 infin 8734 ang 8736 and 8743 or 8744 cap 8745 cup 8746 int 8747 there4 8756 sim 8764 " +
  "cong 8773 asymp 8776 ne 8800 equiv 8801 le 8804 ge 8805 sub 8834 sup 8835 nsub 8836 sube 8838 supe 8839 oplus 8853 " +
  "otimes 8855 perp 8869 sdot 8901 lceil 8968 rceil 8969 lfloor 8970 rfloor 8971 lang 10216 rang 10217 loz 9674 " +
  "spades 9824 clubs 9827 hearts 9829 diams 9830 Tab 9 NewLine 10 excl 33 num 35 percnt 37 lpar 40 rpar 41 ast 42 plus 43 " +
  "comma 44 period 46 sol 47 colon 58 semi 59 equals 61 quest 63 commat 64 lsqb 91 bsol 92 rsqb 93 lowbar 95 grave 96 " +
  "lcub 123 verbar 124 rcub 125 check 10003 star 9734 starf 9733 phone 9742 horbar 8213 numero 8470 ";

/** What the numbers 128 to 159 mean: as in Windows-1252. */
const WINDOWS: StaticArray<u16> = [
  0x20ac, 0x81, 0x201a, 0x0192, 0x201e, 0x2026, 0x2020, 0x2021, 0x02c6, 0x2030, 0x0160, 0x2039, 0x0152, 0x8d, 0x017d, 0x8f,
  0x90, 0x2018, 0x2019, 0x201c, 0x201d, 0x2022, 0x2013, 0x2014, 0x02dc, 0x2122, 0x0161, 0x203a, 0x0153, 0x9d, 0x017e, 0x0178,
];

const SLOTS = 1024;
const LONGEST: usize = 8;
const table = memory.data(SLOTS << 4); // name of at most 8 bytes, code point, 1 where a semicolon may be missing
let ready = false;

/** Where a reference that was read ends. */
export let referenceEnd: usize = 0;

/**
 * The character that the reference at an `&` stands for, or -1 where it is none.
 *
 * @param inValue in an attribute, where `&copy=` is no reference
 */
export function referenceAt(p: usize, end: usize, inValue: bool): i32 {
  if (!ready) prepare();
  let at = p + 1;
  if (at < end && load<u8>(at) == 0x23) return numeric(at + 1, end);
  const from = at;
  while (at < end && at - from <= LONGEST && isLetterOrDigit(load<u8>(at))) at++;
  const size = at - from;
  if (size == 0 || size > LONGEST) return -1;
  const slot = find(nameOf(from, size));
  const point = load<i32>(slot, 8);
  if (load<u64>(slot) == 0) return -1;
  if (at < end && load<u8>(at) == 0x3b) {
    referenceEnd = at + 1;
    return point;
  }
  if (load<i32>(slot, 12) == 0 || (inValue && at < end && load<u8>(at) == 0x3d)) return -1;
  referenceEnd = at;
  return point;
}

function numeric(p: usize, end: usize): i32 {
  const sixteen = p < end && (load<u8>(p) | 0x20) == 0x78;
  if (sixteen) p++;
  const from = p;
  let point = 0;
  for (; p < end; p++) {
    const c = <i32>load<u8>(p);
    const letter = c | 0x20;
    const digit = <u32>(c - 0x30) < 10 ? c - 0x30 : sixteen && <u32>(letter - 0x61) < 6 ? letter - 0x57 : -1;
    if (digit < 0) break;
    point = min(point * (sixteen ? 16 : 10) + digit, 0x110000);
  }
  if (p == from) return -1;
  if (p < end && load<u8>(p) == 0x3b) p++;
  referenceEnd = p;
  if (point >= 0x80 && point <= 0x9f) return WINDOWS[point - 0x80];
  return point == 0 || point > 0x10ffff || (point & ~0x7ff) == 0xd800 ? 0xfffd : point;
}

function prepare(): void {
  ready = true;
  let at = 0;
  for (let point = 0xa0; point <= 0xff; point++) at = note(LATIN, at, point, 1);
  for (at = 0; at < BASIC.length; ) at = note(BASIC, at, -1, 1);
  for (at = 0; at < OTHERS.length; ) at = note(OTHERS, at, -1, 0);
}

/** Notes the name at `at`, and its number where that follows; gives the place of the next. */
function note(names: string, at: i32, point: i32, bare: i32): i32 {
  let name: u64 = 0;
  for (let shift: u64 = 0; names.charCodeAt(at) != 0x20; at++) {
    name |= <u64>names.charCodeAt(at) << shift;
    shift += 8;
  }
  at++;
  if (point < 0) {
    point = 0;
    for (; names.charCodeAt(at) != 0x20; at++) point = point * 10 + names.charCodeAt(at) - 0x30;
    at++;
  }
  const slot = find(name);
  store<u64>(slot, name);
  store<i32>(slot, point, 8);
  store<i32>(slot, bare, 12);
  return at;
}

/** The slot of a name, empty where it isn't known. */
function find(name: u64): usize {
  let index = <u32>((name * 0x9e3779b97f4a7c15) >> 54);
  while (true) {
    const slot = table + (<usize>(index & (SLOTS - 1)) << 4);
    const there = load<u64>(slot);
    if (there == 0 || there == name) return slot;
    index++;
  }
}

function nameOf(from: usize, size: usize): u64 {
  let name: u64 = 0;
  for (let i: usize = 0; i < size; i++) name |= <u64>load<u8>(from + i) << (<u64>i << 3);
  return name;
}

function isLetterOrDigit(c: u8): bool {
  return <u8>((c | 0x20) - 0x61) < 26 || <u8>(c - 0x30) < 10;
}

/** Copies text with its references resolved; gives the end of the copy, which is not longer. */
export function resolve(from: usize, end: usize, to: usize, inValue: bool): usize {
  for (let p = from; p < end; ) {
    const point = load<u8>(p) == 0x26 ? referenceAt(p, end, inValue) : -1;
    if (point < 0) {
      store<u8>(to++, load<u8>(p++));
    } else {
      to += encode(to, point);
      p = referenceEnd;
    }
  }
  return to;
}
