// A layout of dates: fields and the text between them. Written as a pattern of letters (Unicode TR 35,
// https://unicode.org/reports/tr35/tr35-dates.html#Date_Field_Symbol_Table) or as Go writes its reference time
// (https://pkg.go.dev/time#pkg-constants).

import { Text } from "../../lib/text";
import { readGoLayout } from "./go-layout";
import { readPattern } from "./letter-pattern";

export const enum Field {
  Literal,
  Era,
  /** `width` 2: the last two digits. */
  Year,
  WeekYear,
  Quarter,
  /** 1 and 2 digits, 3 a short name, 4 the name. */
  Month,
  Week,
  Day,
  DayOfYear,
  /** 3 a short name, 4 the name, 5 a letter, 1 the number from Monday on. */
  Weekday,
  /** `width` 2: in lower case. */
  Half,
  /** 0 to 23. */
  Hour,
  /** 1 to 12. */
  HalfHour,
  /** 0 to 11. */
  HalfHourFromZero,
  /** 1 to 24. */
  HourFromOne,
  Minute,
  Second,
  /** `width` digits, no point. */
  Fraction,
  /** Up to nine digits as needed, with the point in `byte`; nothing where they are all 0. */
  FractionIfAny,
  /** An OffsetStyle is the width. */
  Offset,
  /** `UTC`, else the offset: names such as `CST` mean several zones. */
  ZoneAbbreviation,
  ZoneName,
}

/** How a UTC offset is written; together they are bits. */
export const enum OffsetStyle {
  Colon = 1,
  /** `Z` for no offset. */
  Zulu = 2,
  /** Minutes only where there are some. */
  HoursIfWhole = 4,
  Gmt = 8,
  /** Hours alone, whatever the minutes are. */
  HoursOnly = 16,
}

@final
export class Piece {
  /** Of a literal; of a fraction that may be missing, its point. */
  text: Text = new Text(0, 0);
  /** A number of several digits may have spaces in front instead of zeros. */
  spaces: bool = false;

  constructor(
    public field: Field,
    public width: i32,
  ) {}
}

@final
export class Layout {
  pieces: Piece[] = [];

  constructor(public source: Text) {
    if (isGoLayout(source)) readGoLayout(this);
    else readPattern(this);
  }

  add(field: Field, width: i32): Piece {
    const piece = new Piece(field, width);
    this.pieces.push(piece);
    return piece;
  }

  literal(at: usize, size: i32): void {
    if (size > 0) this.add(Field.Literal, 0).text = new Text(at, size);
  }

  has(field: Field): bool {
    for (let i = 0; i < this.pieces.length; i++) if (this.pieces[i].field == field) return true;
    return false;
  }
}

/** Digits or `Jan`, `Mon`, `MST`, `PM` outside quotes: no pattern of letters has them. */
function isGoLayout(source: Text): bool {
  let quoted = false;
  for (let p = source.at; p < source.end; p++) {
    const c = load<u8>(p);
    if (c == 0x27) quoted = !quoted;
    if (quoted) continue;
    if (<u8>(c - 0x30) < 10) return true;
    const rest = new Text(p, <i32>(source.end - p));
    if (rest.startsWith(JAN) || rest.startsWith(MON) || rest.startsWith(MST) || rest.startsWith(PM)) return true;
  }
  return false;
}

const JAN = Text.of("Jan");
const MON = Text.of("Mon");
const MST = Text.of("MST");
const PM = Text.of("PM");
