// Names of months, days and eras in English and in Taiwan's Chinese, as in Unicode CLDR (https://cldr.unicode.org).

export const MONTHS: StaticArray<string> = [
  "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December",
];
export const SHORT_MONTHS: StaticArray<string> = [
  "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
];
const DAYS: StaticArray<string> = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];
const SHORT_DAYS: StaticArray<string> = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"];
const MONTHS_ZH: StaticArray<string> = [
  "1月", "2月", "3月", "4月", "5月", "6月", "7月", "8月", "9月", "10月", "11月", "12月",
];
const DAYS_ZH: StaticArray<string> = ["星期一", "星期二", "星期三", "星期四", "星期五", "星期六", "星期日"];
const SHORT_DAYS_ZH: StaticArray<string> = ["週一", "週二", "週三", "週四", "週五", "週六", "週日"];
const NARROW_DAYS_ZH: StaticArray<string> = ["一", "二", "三", "四", "五", "六", "日"];
const HALVES: StaticArray<string> = ["AM", "PM"];
const HALVES_ZH: StaticArray<string> = ["上午", "下午"];
const ERAS: StaticArray<string> = ["BC", "AD"];
const ERAS_ZH: StaticArray<string> = ["西元前", "西元"];
const MINGUO_ERAS: StaticArray<string> = ["Before R.O.C.", "Minguo"];
const MINGUO_ERAS_ZH: StaticArray<string> = ["民國前", "民國"];

export function months(chinese: bool, short: bool): StaticArray<string> {
  return chinese ? MONTHS_ZH : short ? SHORT_MONTHS : MONTHS;
}

/** From Monday on; `width` 3 is short, 4 long, 5 a letter. */
export function days(chinese: bool, width: i32): StaticArray<string> {
  if (chinese) return width == 4 ? DAYS_ZH : width == 5 ? NARROW_DAYS_ZH : SHORT_DAYS_ZH;
  return width == 4 ? DAYS : SHORT_DAYS;
}

/** Before noon and after. */
export function halves(chinese: bool): StaticArray<string> {
  return chinese ? HALVES_ZH : HALVES;
}

/** Before the era's first year and from it on. */
export function eras(chinese: bool, minguo: bool): StaticArray<string> {
  if (minguo) return chinese ? MINGUO_ERAS_ZH : MINGUO_ERAS;
  return chinese ? ERAS_ZH : ERAS;
}
