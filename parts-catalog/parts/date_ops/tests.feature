Feature: Date and time

  # Formats: RFC 3339 (https://www.rfc-editor.org/rfc/rfc3339), RFC 2822 section 3.3 and 4.3
  # (https://www.rfc-editor.org/rfc/rfc2822), ISO 8601 weeks and ordinal dates.
  Scenario Outline: A date is read however it is commonly written
    Given the input
      """json
      {"operation": "parse", "input": <input>, "args": <args>}
      """
    When the part runs
    Then data.result.iso is "<iso>"

    Examples:
      | input                                                      | args                                                    | iso                            |
      | "2024-05-06"                                               | {}                                                      | 2024-05-06T00:00:00Z           |
      | "2024-05"                                                  | {}                                                      | 2024-05-01T00:00:00Z           |
      | "2024-05-06T07:08"                                         | {}                                                      | 2024-05-06T07:08:00Z           |
      | " 2024-05-06t07:08:09z "                                   | {}                                                      | 2024-05-06T07:08:09Z           |
      | "2024-05-06T07:08:09.123456789+05:30"                      | {}                                                      | 2024-05-06T01:38:09.123456789Z |
      | "2024-05-06 07:08:09,5 -0330"                              | {}                                                      | 2024-05-06T10:38:09.5Z         |
      | "2024-05-06T24:00:00Z"                                     | {}                                                      | 2024-05-07T00:00:00Z           |
      | "2024-05-06T07:08:09+08:00[Asia/Taipei]"                   | {}                                                      | 2024-05-05T23:08:09Z           |
      | "2024-W19-1"                                               | {}                                                      | 2024-05-06T00:00:00Z           |
      | "2020-W53-7"                                               | {}                                                      | 2021-01-03T00:00:00Z           |
      | "2024-127"                                                 | {}                                                      | 2024-05-06T00:00:00Z           |
      | "20240506"                                                 | {}                                                      | 2024-05-06T00:00:00Z           |
      | "20240506070809"                                           | {}                                                      | 2024-05-06T07:08:09Z           |
      | "2024/5/6 7:08 PM"                                         | {}                                                      | 2024-05-06T19:08:00Z           |
      | "2024.05.06"                                               | {}                                                      | 2024-05-06T00:00:00Z           |
      | "06.05.2024 07:08"                                         | {}                                                      | 2024-05-06T07:08:00Z           |
      | "5/6/2024"                                                 | {"order": "mdy"}                                        | 2024-05-06T00:00:00Z           |
      | "5/6/2024"                                                 | {"order": "dmy"}                                        | 2024-06-05T00:00:00Z           |
      | "13/6/2024"                                                | {}                                                      | 2024-06-13T00:00:00Z           |
      | "6/13/2024"                                                | {}                                                      | 2024-06-13T00:00:00Z           |
      | "7/7/2024"                                                 | {}                                                      | 2024-07-07T00:00:00Z           |
      | "Mon, 6 May 2024 07:08:09 +0800"                           | {}                                                      | 2024-05-05T23:08:09Z           |
      | "6 May 24 07:08 EST"                                       | {}                                                      | 2024-05-06T12:08:00Z           |
      | "Sunday, 06-Nov-94 08:49:37 GMT"                           | {}                                                      | 1994-11-06T08:49:37Z           |
      | "Mon May  6 07:08:09 2024"                                 | {}                                                      | 2024-05-06T07:08:09Z           |
      | "Mon May 06 2024 07:08:09 GMT+0800 (Taipei Standard Time)" | {}                                                      | 2024-05-05T23:08:09Z           |
      | "May 6th, 2024 at 7:08 am"                                 | {}                                                      | 2024-05-06T07:08:00Z           |
      | "May 2024"                                                 | {}                                                      | 2024-05-01T00:00:00Z           |
      | "2024年5月6日 下午3:04"                                         | {}                                                      | 2024-05-06T15:04:00Z           |
      | "2024年5月6日 15時4分5秒"                                        | {}                                                      | 2024-05-06T15:04:05Z           |
      | "民國113年5月6日"                                               | {}                                                      | 2024-05-06T00:00:00Z           |
      | "113/05/06"                                                | {"calendar": "minguo"}                                  | 2024-05-06T00:00:00Z           |
      | "2024/05/06"                                               | {"calendar": "minguo"}                                  | 2024-05-06T00:00:00Z           |
      | 1714979289                                                 | {}                                                      | 2024-05-06T07:08:09Z           |
      | "1714979289"                                               | {}                                                      | 2024-05-06T07:08:09Z           |
      | 1714979289123                                              | {}                                                      | 2024-05-06T07:08:09.123Z       |
      | "1714979289123"                                            | {}                                                      | 2024-05-06T07:08:09.123Z       |
      | 1714979289.5                                               | {}                                                      | 2024-05-06T07:08:09.5Z         |
      | -1                                                         | {}                                                      | 1969-12-31T23:59:59Z           |
      | 1                                                          | {"unit": "ms"}                                          | 1970-01-01T00:00:00.001Z       |
      | "12345"                                                    | {"unit": "s"}                                           | 1970-01-01T03:25:45Z           |
      | "2024-05-06T07:08:09"                                      | {"timezone": "Asia/Taipei"}                             | 2024-05-05T23:08:09Z           |
      | "2024-05-06T07:08:09"                                      | {"timezone": "-03:30"}                                  | 2024-05-06T10:38:09Z           |
      | "06/May/2024:07:08:09 +0200"                               | {"layout": "02/Jan/2006:15:04:05 -0700"}                | 2024-05-06T05:08:09Z           |
      | "24-5-6 7pm"                                               | {"pattern": "yy-M-d ha"}                                | 2024-05-06T19:00:00Z           |
      | "20240506070809123"                                        | {"pattern": "yyyyMMddHHmmssSSS"}                        | 2024-05-06T07:08:09.123Z       |
      | "2024-05-06 07:08:09.25"                                   | {"layout": "2006-01-02 15:04:05"}                       | 2024-05-06T07:08:09.25Z        |
      | "127 of 2024"                                              | {"pattern": "D 'of' yyyy"}                              | 2024-05-06T00:00:00Z           |
      | "2024 W19 1"                                               | {"pattern": "YYYY 'W'ww e"}                             | 2024-05-06T00:00:00Z           |
      | "民國113年05月06日"                                             | {"pattern": "Gy年MM月dd日", "calendar": "minguo"}          | 2024-05-06T00:00:00Z           |
      | "民國前1年5月6日"                                                | {"pattern": "Gy年M月d日", "calendar": "minguo"}            | 1911-05-06T00:00:00Z           |
      | "2024-05-06 Asia/Taipei"                                   | {"pattern": "yyyy-MM-dd VV"}                            | 2024-05-05T16:00:00Z           |
      | "星期一 2024-05-06 下午3:00"                                    | {"pattern": "EEEE yyyy-MM-dd ah:mm", "locale": "zh-TW"} | 2024-05-06T15:00:00Z           |

  Scenario: Parsing gives the fields of the clock, and the same moment in UTC
    Given the input
      """json
      {"operation": "parse", "input": "2024-05-06T07:08:09.5+08:00"}
      """
    When the part runs
    Then data is
      """json
      {"operation": "parse", "result": {"year": 2024, "month": 5, "day": 6, "hour": 7, "min": 8, "sec": 9, "ms": 500,
       "offset": "+08:00", "unix": 1714950489, "iso": "2024-05-05T23:08:09.5Z"}}
      """

  # Letters: https://unicode.org/reports/tr35/tr35-dates.html; Go's layouts: https://pkg.go.dev/time#pkg-constants
  Scenario Outline: A date is written in a layout
    Given the input
      """json
      {"operation": "format", "input": "<input>", "args": <args>}
      """
    When the part runs
    Then data.result is <result>

    Examples:
      | input                     | args                                                                       | result                                                                                 |
      | 2024-05-06T15:08:09.120Z  | {}                                                                         | "2024-05-06T15:08:09.12Z"                                                              |
      | 2024-05-06T15:08:09+08:00 | {}                                                                         | "2024-05-06T15:08:09+08:00"                                                            |
      | 2024-05-06T15:08:09.120Z  | {"layout": "2006/01/02"}                                                   | "2024/05/06"                                                                           |
      | 2024-05-06T15:08:09.120Z  | {"pattern": "2006/01/02"}                                                  | "2024/05/06"                                                                           |
      | 2024-05-06T15:08:09.120Z  | {"layout": "yyyy/MM/dd"}                                                   | "2024/05/06"                                                                           |
      | 2024-05-06T15:08:09.120Z  | {"layout": "Monday, January _2 2006 03:04:05PM"}                           | "Monday, May  6 2024 03:08:09PM"                                                       |
      | 2024-05-06T15:08:09.120Z  | {"layout": "Mon Jan 2 15:04:05 MST 2006"}                                  | "Mon May 6 15:08:09 UTC 2024"                                                          |
      | 2024-05-06T15:08:09.120Z  | {"layout": "06-1-2 3:4:5 pm .000 .999999 Z07:00 -07"}                      | "24-5-6 3:8:9 pm .120 .12 Z +00"                                                       |
      | 2024-05-06T15:08:09.120Z  | {"layout": "002 __2 Janet 20060102"}                                       | "127 127 Janet 20240506"                                                               |
      | 2024-05-06T15:08:09.120Z  | {"pattern": "yyyy-MM-dd HH:mm:ss"}                                         | "2024-05-06 15:08:09"                                                                  |
      | 2024-05-06T15:08:09.120Z  | {"pattern": "yyyy-MM-ddTHH:mm:ss.SSSXXX"}                                  | "2024-05-06T15:08:09.120Z"                                                             |
      | 2024-05-06T15:08:09.120Z  | {"pattern": "EEE, d MMMM yy h:mm a"}                                       | "Mon, 6 May 24 3:08 PM"                                                                |
      | 2024-05-06T15:08:09.120Z  | {"pattern": "EEEE EEEEE MMM d e D"}                                         | "Monday M May 6 1 127"                                                                   |
      | 2024-05-06T15:08:09.120Z  | {"pattern": "h 'o''clock' ''"}                                             | "3 o'clock '"                                                                          |
      | 2024-05-06T15:08:09.120Z  | {"pattern": "YYYY-'W'ww-e q"}                                              | "2024-W19-1 2"                                                                         |
      | 2024-12-30                | {"pattern": "YYYY-'W'ww"}                                                  | "2025-W01"                                                                             |
      | 2024-05-06T00:30:00Z      | {"pattern": "H HH k kk K KK h hh"}                                         | "0 00 24 24 0 00 12 12"                                                                |
      | 2024-05-06T15:08:09.120Z  | {"pattern": "X XX XXX x xx xxx Z ZZZZ ZZZZZ O z VV", "timezone": "+05:30"} | "+0530 +0530 +05:30 +0530 +0530 +05:30 +0530 GMT+05:30 +05:30 GMT+05:30 +05:30 +05:30" |
      | 2024-05-06T15:08:09.120Z  | {"pattern": "X x O VV", "timezone": "Asia/Taipei"}                         | "+08 +08 GMT+08 Asia/Taipei"                                                           |
      | 2024-05-06T15:08:09.120Z  | {"pattern": "y年M月d日 EEEE EEE ah:mm", "locale": "zh-TW"}                    | "2024年5月6日 星期一 週一 下午3:08"                                                              |
      | 2024-05-06T15:08:09.120Z  | {"pattern": "Gy年MMMd日", "locale": "zh-TW", "calendar": "minguo"}           | "民國113年5月6日"                                                                           |
      | 1911-05-06                | {"pattern": "Gy年", "locale": "zh-TW", "calendar": "minguo"}                | "民國前1年"                                                                                |
      | 2024-05-06T15:08:09.120Z  | {"pattern": "yyy/MM/dd G", "calendar": "minguo"}                           | "113/05/06 Minguo"                                                                     |
      | 6.5.2024 03:04            | {"input_layout": "2.1.2006 15:04", "pattern": "dd HH"}                     | "06 03"                                                                                |
      | 2024-05-06                | {"layout": "\ud800 2006 \""}                                             | "\ud800 2024 \""                                                                     |

  Scenario Outline: A date is changed
    Given the input
      """json
      {"operation": "<operation>", "input": "<input>", "args": <args>}
      """
    When the part runs
    Then it succeeds
    And data.result is "<result>"

    Examples: adding
      | operation | input      | args                                                 | result                   |
      | add       | 2024-01-31 | {"months": 1}                                        | 2024-02-29T00:00:00Z     |
      | add       | 2024-02-29 | {"years": 1}                                         | 2025-02-28T00:00:00Z     |
      | add       | 2024-11-30 | {"quarters": 1}                                      | 2025-02-28T00:00:00Z     |
      | add       | 2024-01-31 | {"duration": "P1M1DT2H0.5S"}                         | 2024-03-01T02:00:00.5Z   |
      | add       | 2024-01-31 | {"duration": "-P1W"}                                 | 2024-01-24T00:00:00Z     |
      | add       | 2024-01-01 | {"duration": "pt36h", "days": 1}                     | 2024-01-03T12:00:00Z     |
      | add       | 2024-01-01 | {"amount": 2, "unit": "weeks"}                       | 2024-01-15T00:00:00Z     |
      | add       | 2024-01-01 | {"hours": "1.5"}                                     | 2024-01-01T01:30:00Z     |
      | add       | 2024-01-01 | {"milliseconds": -1}                                 | 2023-12-31T23:59:59.999Z |
      | add       | 2024-01-01 | {"minutes": 1, "seconds": 30, "pattern": "HH:mm:ss"} | 00:01:30                 |
      | subtract  | 2024-03-31 | {"months": 1}                                        | 2024-02-29T00:00:00Z     |
      | subtract  | 2024-03-01 | {"days": 1}                                          | 2024-02-29T00:00:00Z     |

    Examples: periods
      | operation | input                       | args                | result                   |
      | start_of  | 2024-05-08T15:08:09.123456Z | {"unit": "year"}    | 2024-01-01T00:00:00Z     |
      | end_of    | 2024-05-08T15:08:09.123456Z | {"unit": "year"}    | 2024-12-31T23:59:59.999Z |
      | start_of  | 2024-05-08T15:08:09.123456Z | {"unit": "quarter"} | 2024-04-01T00:00:00Z     |
      | end_of    | 2024-05-08T15:08:09.123456Z | {"unit": "quarter"} | 2024-06-30T23:59:59.999Z |
      | start_of  | 2024-05-08T15:08:09.123456Z | {"unit": "month"}   | 2024-05-01T00:00:00Z     |
      | end_of    | 2024-05-08T15:08:09.123456Z | {"unit": "month"}   | 2024-05-31T23:59:59.999Z |
      | start_of  | 2024-05-08T15:08:09.123456Z | {"unit": "week"}    | 2024-05-06T00:00:00Z     |
      | end_of    | 2024-05-08T15:08:09.123456Z | {"unit": "week"}    | 2024-05-12T23:59:59.999Z |
      | start_of  | 2024-05-08T15:08:09.123456Z | {"unit": "day"}     | 2024-05-08T00:00:00Z     |
      | end_of    | 2024-05-08T15:08:09.123456Z | {"unit": "day"}     | 2024-05-08T23:59:59.999Z |
      | start_of  | 2024-05-08T15:08:09.123456Z | {"unit": "hours"}   | 2024-05-08T15:00:00Z     |
      | end_of    | 2024-05-08T15:08:09.123456Z | {"unit": "hours"}   | 2024-05-08T15:59:59.999Z |
      | start_of  | 2024-05-08T15:08:09.123456Z | {"unit": "minute"}  | 2024-05-08T15:08:00Z     |
      | end_of    | 2024-05-08T15:08:09.123456Z | {"unit": "minute"}  | 2024-05-08T15:08:59.999Z |
      | start_of  | 2024-05-08T15:08:09.123456Z | {"unit": "second"}  | 2024-05-08T15:08:09Z     |
      | end_of    | 2024-05-08T15:08:09.123456Z | {"unit": "second"}  | 2024-05-08T15:08:09.999Z |
      | start_of  | 2024-05-08T15:08:09.123456Z | {"unit": "ms"}      | 2024-05-08T15:08:09.123Z |
      | end_of    | 2024-05-08T15:08:09.123456Z | {"unit": "ms"}      | 2024-05-08T15:08:09.123Z |
      | end_of    | 2024-02-10                  | {"unit": "month"}   | 2024-02-29T23:59:59.999Z |
      | end_of    | 9999-12-31                  | {"unit": "year"}    | 9999-12-31T23:59:59.999Z |

    Examples: time zones, with clocks that go forward and back
      | operation | input                | args                                             | result                    |
      | convert   | 2024-05-06T07:08:09Z | {"timezone": "Asia/Taipei"}                      | 2024-05-06T15:08:09+08:00 |
      | convert   | 2024-07-06T07:08:09Z | {"timezone": "Europe/London"}                    | 2024-07-06T08:08:09+01:00 |
      | convert   | 2024-01-06T07:08:09Z | {"timezone": "Europe/London"}                    | 2024-01-06T07:08:09Z      |
      | convert   | 2024-05-06T07:08:09  | {"timezone": "utc"}                              | 2024-05-06T07:08:09Z      |
      | format    | 2024-03-10T02:30:00  | {"timezone": "America/New_York"}                 | 2024-03-10T03:30:00-04:00 |
      | format    | 2024-11-03T01:30:00  | {"timezone": "America/New_York"}                 | 2024-11-03T01:30:00-04:00 |
      | add       | 2024-03-09T12:00:00  | {"days": 1, "timezone": "America/New_York"}      | 2024-03-10T12:00:00-04:00 |
      | add       | 2024-03-09T12:00:00  | {"hours": 24, "timezone": "America/New_York"}    | 2024-03-10T13:00:00-04:00 |
      | add       | 2024-11-03T01:30:00  | {"hours": 1, "timezone": "America/New_York"}     | 2024-11-03T01:30:00-05:00 |
      | start_of  | 2024-11-03T06:30:00Z | {"unit": "hour", "timezone": "America/New_York"} | 2024-11-03T01:00:00-05:00 |
      | start_of  | 2024-11-03T06:30:00Z | {"unit": "day", "timezone": "America/New_York"}  | 2024-11-03T00:00:00-04:00 |

  Scenario Outline: A date is asked about
    Given the input
      """json
      {"operation": "<operation>", "input": <input>, "args": <args>}
      """
    When the part runs
    Then data.result is <result>

    Examples:
      | operation     | input                            | args                                                                          | result                      |
      | diff          | "2024-01-01"                     | {"to": "2024-12-31"}                                                          | 365                         |
      | diff          | "2024-12-31"                     | {"to": "2024-01-01", "unit": "weeks"}                                         | -52                         |
      | diff          | "2024-01-31"                     | {"to": "2024-02-29", "unit": "month"}                                         | 1                           |
      | diff          | "2024-01-31"                     | {"to": "2024-02-28", "unit": "month"}                                         | 0                           |
      | diff          | "2024-01-31"                     | {"to": "2023-02-28", "unit": "month"}                                         | -11                         |
      | diff          | "2000-02-29"                     | {"to": "2024-02-28", "unit": "year"}                                          | 23                          |
      | diff          | "2024-01-01"                     | {"to": "2024-06-30", "unit": "quarter"}                                       | 1                           |
      | diff          | "2024-01-01"                     | {"to": "2024-01-01T05:59:59.999Z", "unit": "h"}                               | 5                           |
      | diff          | "2024-01-01T00:00:00.5Z"         | {"to": "2024-01-01", "unit": "ms"}                                            | -500                        |
      | diff          | "2024-03-09T12:00:00"            | {"to": "2024-03-10T12:00:00", "timezone": "America/New_York"}                 | 1                           |
      | diff          | "2024-03-09T12:00:00"            | {"to": "2024-03-10T12:00:00", "unit": "hour", "timezone": "America/New_York"} | 23                          |
      | compare       | "2024-01-01"                     | {"to": "2024-01-01T08:00:00+08:00"}                                           | 0                           |
      | compare       | "2024-01-01"                     | {"to": 1800000000}                                                            | -1                          |
      | compare       | "2024-01-01T00:00:00.000000001Z" | {"to": "2024-01-01"}                                                          | 1                           |
      | before        | "2024-01-01"                     | {"to": "2024-01-02"}                                                          | true                        |
      | after         | "2024-01-01"                     | {"to": "2024-01-02"}                                                          | false                       |
      | between       | "2024-01-02"                     | {"from": "2024-01-01", "to": "2024-01-02"}                                    | true                        |
      | between       | "2024-01-03"                     | {"from": "2024-01-01", "to": "2024-01-02"}                                    | false                       |
      | to_unix       | "2024-05-06T07:08:09.5Z"         | {}                                                                            | 1714979289                  |
      | to_unix       | "1969-12-31T23:59:59.5Z"         | {}                                                                            | -1                          |
      | to_unix       | "2024-05-06T07:08:09.5Z"         | {"unit": "ms"}                                                                | 1714979289500               |
      | from_unix     | 1714979289                       | {}                                                                            | "2024-05-06T07:08:09Z"      |
      | from_unix     | "1714979289"                     | {"timezone": "Asia/Taipei"}                                                   | "2024-05-06T15:08:09+08:00" |
      | from_unix     | 86400000                         | {"unit": "ms", "pattern": "yyyy-MM-dd"}                                       | "1970-01-02"                |
      | is_weekend    | "2024-05-05"                     | {}                                                                            | true                        |
      | is_weekend    | "2024-05-05T20:00:00Z"           | {"timezone": "Asia/Taipei"}                                                   | false                       |
      | days_in_month | "2024-02-01"                     | {}                                                                            | 29                          |
      | days_in_month | "1900-02-01"                     | {}                                                                            | 28                          |

  Scenario: All parts of a date
    Given the input
      """json
      {"operation": "parts", "input": "2024-12-30T07:08:09.5Z", "args": {"locale": "zh-TW", "timezone": "Asia/Taipei"}}
      """
    When the part runs
    Then data.result is
      """json
      {"year": 2024, "month": 12, "day": 30, "hour": 15, "minute": 8, "second": 9, "millisecond": 500, "weekday": 1,
       "weekday_name": "星期一", "month_name": "12月", "iso_week": 1, "iso_week_year": 2025, "day_of_year": 365, "quarter": 4,
       "days_in_month": 31, "is_leap_year": true, "is_weekend": false, "minguo_year": 113, "unix": 1735542489,
       "unix_ms": 1735542489500, "offset": "+08:00", "iso": "2024-12-30T15:08:09.5+08:00"}
      """

  Scenario Outline: Now is the time of the clock
    Given the input
      """json
      {"operation": "now", "args": <args>}
      """
    When the part runs
    Then data.result matches "<pattern>"

    Examples:
      | args                        | pattern                                                             |
      | {}                          | 20[2-9][0-9]-[01][0-9]-[0-3][0-9]T[0-2][0-9]:[0-5][0-9]:[0-5][0-9]Z |
      | {"timezone": "Asia/Taipei"} | 20.*T..:..:..[+]08:00                                               |
      | {"layout": "15:04:05.000"}  | [0-2][0-9]:[0-5][0-9]:[0-5][0-9][.][0-9]{3}                         |

  Scenario Outline: What is no date is refused
    Given the input
      """json
      {"operation": "<operation>", "input": <input>, "args": <args>}
      """
    When the part runs
    Then it fails with code "<code>"
    And the error names "<words>"

    Examples: dates
      | operation | input                       | args             | code           | words                          |
      | parse     | "garbage"                   | {}               | INVALID_DATE   | garbage                        |
      | parse     | ""                          | {}               | INVALID_DATE   | `input` is empty               |
      | parse     | "2024-13-01"                | {}               | INVALID_DATE   | the month must be from 1 to 12 |
      | parse     | "2023-02-29"                | {}               | INVALID_DATE   | from 1 to 28                   |
      | parse     | "2024-05-06T07:60:00Z"      | {}               | INVALID_DATE   | minute                         |
      | parse     | "2024-05-06 13:00 PM"       | {}               | INVALID_DATE   | before AM or PM                |
      | parse     | "2024-05-06T07:08:09Z x"    | {}               | INVALID_DATE   | no date that can be read       |
      | parse     | "2024-W53"                  | {}               | INVALID_DATE   | 52 weeks                       |
      | parse     | "2023-366"                  | {}               | INVALID_DATE   | 365 days                       |
      | parse     | "5/6/2024"                  | {}               | AMBIGUOUS_DATE | args.order                     |
      | parse     | "12345"                     | {}               | INVALID_DATE   | args.unit                      |
      | parse     | "0000-01-01"                | {}               | INVALID_DATE   | from 1 to 9999                 |
      | parse     | 1e300                       | {}               | OUT_OF_RANGE   | 0001 to 9999                   |
      | parse     | true                        | {}               | INVALID_TYPE   | `input`                        |
      | parse     | ["2024-05-06"]              | {}               | INVALID_TYPE   | a list                         |
      | parse     | null                        | {}               | MISSING_FIELD  | `input`                        |
      | format    | "9999-12-31T23:59:59-01:00" | {}               | OUT_OF_RANGE   | 0001 to 9999                   |
      | add       | "9999-12-31"                | {"days": 1}      | OUT_OF_RANGE   | 0001 to 9999                   |
      | add       | "2024-01-01"                | {"years": 1e300} | OUT_OF_RANGE   | 0001 to 9999                   |

    Examples: arguments
      | operation | input        | args                         | code              | words                        |
      | parse     | "6 of May"   | {"layout": "2006-01-02"}     | INVALID_DATE      | from character 1 on          |
      | parse     | "07:08"      | {"layout": "15:04"}          | INVALID_PATTERN   | no year                      |
      | format    | "2024-05-06" | {"pattern": "YYYY-MM-DD"}    | INVALID_PATTERN   | the year is `yyyy`           |
      | format    | "2024-05-06" | {"pattern": "yyyy-MM-DD"}    | INVALID_PATTERN   | the day of the month is `dd` |
      | format    | "2024-05-06" | {"pattern": "dd nn"}         | INVALID_PATTERN   | the letter `n`               |
      | format    | "2024-05-06" | {"pattern": "'x"}            | INVALID_PATTERN   | apostrophe                   |
      | convert   | "2024-05-06" | {}                           | MISSING_FIELD     | `args.timezone`              |
      | convert   | "2024-05-06" | {"timezone": "Asia/Nowhere"} | UNKNOWN_TIME_ZONE | Asia/Nowhere                 |
      | convert   | "2024-05-06" | {"timezone": "asia/taipei"}  | UNKNOWN_TIME_ZONE | asia/taipei                  |
      | convert   | "2024-05-06" | {"timezone": "x\"y"}         | UNKNOWN_TIME_ZONE | no time zone                 |
      | convert   | "2024-05-06" | {"timezone": "+19:00"}       | UNKNOWN_TIME_ZONE | +19:00                       |
      | add       | "2024-05-06" | {}                           | MISSING_FIELD     | `args.duration`              |
      | add       | "2024-05-06" | {"duration": "P"}            | INVALID_DURATION  | ISO 8601                     |
      | add       | "2024-05-06" | {"duration": "P1DT"}         | INVALID_DURATION  | P1DT                         |
      | add       | "2024-05-06" | {"duration": "P1.5D"}        | INVALID_DURATION  | P1.5D                        |
      | add       | "2024-05-06" | {"duration": "P1D1Y"}        | INVALID_DURATION  | P1D1Y                        |
      | add       | "2024-05-06" | {"days": 1.5}                | INVALID_VALUE     | whole number of days         |
      | add       | "2024-05-06" | {"days": "two"}              | INVALID_TYPE      | `args.days`                  |
      | add       | "2024-05-06" | {"amount": 1}                | MISSING_FIELD     | `args.unit`                  |
      | start_of  | "2024-05-06" | {}                           | MISSING_FIELD     | `args.unit`                  |
      | start_of  | "2024-05-06" | {"unit": "eon"}              | INVALID_VALUE     | eon                          |
      | to_unix   | "2024-05-06" | {"unit": "day"}              | INVALID_VALUE     | `s` or `ms`                  |
      | compare   | "2024-05-06" | {}                           | MISSING_FIELD     | `args.to`                    |
      | compare   | "2024-05-06" | {"to": []}                   | INVALID_TYPE      | `args.to`                    |
      | format    | "2024-05-06" | {"locale": "fr"}             | INVALID_VALUE     | `zh-TW`                      |
      | format    | "2024-05-06" | {"calendar": "julian"}       | INVALID_VALUE     | `minguo`                     |
      | parse     | "2024-05-06" | {"order": "ymd"}             | INVALID_VALUE     | `dmy`                        |
      | format    | "2024-05-06" | 5                            | INVALID_TYPE      | `args`                       |
      | from_unix | "abc"        | {}                           | INVALID_TYPE      | `input`                      |
      | date      | "2024-05-06" | {}                           | UNKNOWN_OPERATION | start_of                     |

  Scenario: An operation is needed
    Given the input
      """json
      {"input": "2024-05-06"}
      """
    When the part runs
    Then it fails with code "MISSING_FIELD"
    And the error names "`operation`"
