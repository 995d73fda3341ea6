Feature: Text

  Scenario Outline: One operation on one text
    Given the input
      """json
      {"operation": "<operation>", "input": <input>, "args": <args>}
      """
    When the part runs
    Then it succeeds
    And data.operation is "<operation>"
    And data.result is <result>

    Examples:
      | operation   | input               | args                                    | result                 |
      | upper       | "straße ŉ ﬁ"        | {}                                      | "STRASSE ʼN FI"        |
      | lower       | "ΟΔΟΣ ΣΑΣ İ"        | {}                                      | "οδος σας i̇"           |
      | title       | "good morning 2ND"  | {}                                      | "Good Morning 2nd"     |
      | trim        | "\u3000 a b\u00a0"  | {}                                      | "a b"                  |
      | trim_start  | "  a "              | {}                                      | "a "                   |
      | trim_end    | "  a "              | {}                                      | "  a"                  |
      | replace     | "a-b-a"             | {"from": "a", "to": "x"}                | "x-b-x"                |
      | replace     | "a-b-a"             | {"from": "a", "to": "x", "all": false}  | "x-b-a"                |
      | replace     | "aaa"               | {"from": "aa", "to": "b"}               | "ba"                   |
      | split       | "a, b, c"           | {"separator": ", "}                     | ["a", "b", "c"]        |
      | split       | "a😀中"             | {"separator": ""}                       | ["a", "😀", "中"]      |
      | split       | "a b"               | {}                                      | ["a b"]                |
      | join        | ["a", 1, true]      | {"separator": "-"}                      | "a-1-true"             |
      | join        | "unused"            | {"items": ["a", "b"]}                   | "ab"                   |
      | substring   | "hello"             | {"start": -2, "end": 99}                | "hello"                |
      | substring   | "a😀中b"            | {"start": 1, "end": 3}                  | "😀中"                 |
      | truncate    | "good morning"      | {"length": 5}                           | "good…"                |
      | truncate    | "good"              | {"length": 5}                           | "good"                 |
      | length      | "héllo中😀"         | {}                                      | 7                      |
      | length      | 12.50               | {}                                      | 5                      |
      | contains    | "abcabd"            | {"search": "abd"}                       | true                   |
      | starts_with | "hello"             | {"prefix": "he"}                        | true                   |
      | ends_with   | "hello"             | {"suffix": "he"}                        | false                  |
      | index_of    | "中文 text"         | {"search": "text"}                      | 3                      |
      | index_of    | "text"              | {"search": "x y"}                       | -1                     |
      | pad_start   | "7"                 | {"length": 3, "with": "0"}              | "007"                  |
      | pad_end     | "ab"                | {"length": 5, "with": "中a"}            | "ab中a中"              |
      | repeat      | "ab"                | {"count": 3}                            | "ababab"               |
      | reverse     | "a😀中"             | {}                                      | "中😀a"                |

  Scenario: A lone surrogate survives
    Given the input
      """json
      {"operation": "reverse", "input": "a\ud83d\u0001\"\\"}
      """
    When the part runs
    Then data.result is "\\\"\u0001\ud83da"

  Scenario: A missing text is empty
    Given the input
      """json
      {"operation": "upper"}
      """
    When the part runs
    Then data.result is ""

  Scenario: An unknown operation names the known ones
    Given the input
      """json
      {"operation": "uper", "input": "x"}
      """
    When the part runs
    Then it fails with code "UNKNOWN_OPERATION"
    And the error names "upper"

  Scenario: A missing argument is named
    Given the input
      """json
      {"operation": "replace", "input": "x", "args": {}}
      """
    When the part runs
    Then it fails with code "MISSING_FIELD"
    And the error names "args.from"

  Scenario: A result that would be too long is refused
    Given the input
      """json
      {"operation": "repeat", "input": "0123456789", "args": {"count": 1000000}}
      """
    When the part runs
    Then it fails with code "OUTPUT_LIMIT"
