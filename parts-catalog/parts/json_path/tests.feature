Feature: JSON path
  RFC 9535 says what a path means; the sections are named.

  Scenario Outline: Segments and selectors: <section>
    Given the input
      """json
      {"path": <path>,
       "input": {"o": {"j": 1, "k": 2.50}, "a": [5, 3, [{"j": 4}, {"k": 6}]], "'": {"\"": 7}, "é中": null, "": {"": 8}}}
      """
    When the part runs
    Then it succeeds
    And data.values is <values>

    Examples:
      | section | path                     | values                            |
      | 2.3.1   | "$.o.j"                  | [1]                               |
      | 2.3.1   | "$['o']['k']"            | [2.50]                            |
      | 2.3.1   | "$[\"'\"]['\"']"         | [7]                               |
      | 2.3.1   | "$.é中"                  | [null]                            |
      | 2.3.1   | "$['\\\\u00e9\\\\u4e2d']" | [null]                           |
      | 2.3.1   | "$['']['']"              | [8]                               |
      | 2.3.1   | "$.none"                 | []                                |
      | 2.3.1   | "$.a.j"                  | []                                |
      | 2.3.1   | "$.o['j','k','j']"       | [1, 2.50, 1]                      |
      | 2.3.2   | "$.o.*"                  | [1, 2.50]                         |
      | 2.3.2   | "$.o[*, *]"              | [1, 2.50, 1, 2.50]                |
      | 2.3.3   | "$.a[1]"                 | [3]                               |
      | 2.3.3   | "$.a[-3]"                | [5]                               |
      | 2.3.3   | "$.a[-4]"                | []                                |
      | 2.3.3   | "$.a[9007199254740991]"  | []                                |
      | 2.3.3   | "$.o[0]"                 | []                                |
      | 2.5.1   | "$ .a [ 0 , 1 ]"         | [5, 3]                            |
      | 2.5.2   | "$..j"                   | [1, 4]                            |
      | 2.5.2   | "$..[0]"                 | [5, {"j": 4}]                     |
      | 2.5.2   | "$.a..[0, 1]"            | [5, 3, {"j": 4}, {"k": 6}]        |
      | 2.5.2   | "$.o..[*]"               | [1, 2.50]                         |
      | 2.5.2   | "$.a..*"                 | [5, 3, [{"j": 4}, {"k": 6}], {"j": 4}, {"k": 6}, 4, 6] |
      | 2.5.2   | "$..a..k"                | [6]                               |

  Scenario Outline: Slices: section 2.3.4
    Given the input
      """json
      {"path": "$[<slice>]", "input": ["a", "b", "c", "d", "e", "f", "g"]}
      """
    When the part runs
    Then data.values is <values>

    Examples:
      | slice      | values                              |
      | 1:3        | ["b", "c"]                          |
      | 5:         | ["f", "g"]                          |
      | 1:5:2      | ["b", "d"]                          |
      | 5:1:-2     | ["f", "d"]                          |
      | ::-1       | ["g", "f", "e", "d", "c", "b", "a"] |
      | -2:        | ["f", "g"]                          |
      | :-5        | ["a", "b"]                          |
      | -100:2     | ["a", "b"]                          |
      | 6:100      | ["g"]                               |
      | 0:0        | []                                  |
      | 3:1        | []                                  |
      | ::0        | []                                  |
      | : : 3      | ["a", "d", "g"]                     |
      | -1:-100:-3 | ["g", "d", "a"]                     |
      | ::9007199254740991 | ["a"]                       |
      | ::-9007199254740991 | ["g"]                      |

  Scenario Outline: Filters: section 2.3.5
    Given the input
      """json
      {"path": <path>,
       "input": {"a": [3, 5, 1, 2, 4, 6, {"b": "j"}, {"b": "k"}, {"b": {}}, {"b": "kilo"}],
                 "o": {"p": 1, "q": 2, "r": 3, "s": 5, "t": {"u": 6}}, "e": "f"}}
      """
    When the part runs
    Then it succeeds
    And data.values is <values>

    Examples:
      | path                                | values                                             |
      | "$.a[?@.b == 'kilo']"               | [{"b": "kilo"}]                                    |
      | "$.a[?(@.b == \"kilo\")]"           | [{"b": "kilo"}]                                    |
      | "$.a[?@>3.5]"                       | [5, 4, 6]                                          |
      | "$.a[?@.b]"                         | [{"b": "j"}, {"b": "k"}, {"b": {}}, {"b": "kilo"}] |
      | "$[?@.*]"                           | [[3, 5, 1, 2, 4, 6, {"b": "j"}, {"b": "k"}, {"b": {}}, {"b": "kilo"}], {"p": 1, "q": 2, "r": 3, "s": 5, "t": {"u": 6}}] |
      | "$[?@[?@.b]]"                       | [[3, 5, 1, 2, 4, 6, {"b": "j"}, {"b": "k"}, {"b": {}}, {"b": "kilo"}]] |
      | "$.o[?@<3, ?@<3]"                   | [1, 2, 1, 2]                                       |
      | "$.a[?@<2 \|\| @.b == \"k\"]"       | [1, {"b": "k"}]                                    |
      | "$.a[?match(@.b, \"[jk]\")]"        | [{"b": "j"}, {"b": "k"}]                           |
      | "$.a[?search(@.b, \"[jk]\")]"       | [{"b": "j"}, {"b": "k"}, {"b": "kilo"}]            |
      | "$.a[?search(@.b, $.a[7].b)]"       | [{"b": "k"}, {"b": "kilo"}]                        |
      | "$.o[?@>1 && @<4]"                  | [2, 3]                                             |
      | "$.o[?@.u \|\| @.x]"                | [{"u": 6}]                                         |
      | "$.a[?@.b == $.x]"                  | [3, 5, 1, 2, 4, 6]                                 |
      | "$.a[?@ == @]"                      | [3, 5, 1, 2, 4, 6, {"b": "j"}, {"b": "k"}, {"b": {}}, {"b": "kilo"}] |
      | "$.a[?!@.b && !(@ > 2)]"            | [1, 2]                                             |
      | "$.o[?@ == 2 && @ == 9 \|\| @ == 5]" | [5]                                               |
      | "$.a[?length(@.b) == 4]"            | [{"b": "kilo"}]                                    |
      | "$.a[?length(@.b) < 1]"             | [{"b": {}}]                                        |
      | "$[?count(@.*) == 5]"               | [{"p": 1, "q": 2, "r": 3, "s": 5, "t": {"u": 6}}]  |
      | "$[?value(@..u) == 6]"              | [{"p": 1, "q": 2, "r": 3, "s": 5, "t": {"u": 6}}]  |
      | "$[?value(@..b) == 'j']"            | []                                                 |
      | "$.o[?count($..b) == 4 && @ == 1]"  | [1]                                                |
      | "$[?length(@) == 1]"                | ["f"]                                              |
      | "$.a[?match(@.b, 'ki.o') \|\| @ == 1.0e0]" | [1, {"b": "kilo"}]                         |

  Scenario Outline: Comparisons: section 2.3.5.2.2
    Given the input
      """json
      {"path": "$.c[?<test>]", "input": {"c": [1], "obj": {"x": "y"}, "arr": [2, 3], "n": null, "big": 9007199254740993, "t": "b\u0061"}}
      """
    When the part runs
    Then data.count is <count>

    Examples:
      | test                          | count |
      | $.absent1 == $.absent2        | 1     |
      | $.absent1 <= $.absent2        | 1     |
      | $.absent == 'g'               | 0     |
      | $.absent != 'g'               | 1     |
      | 1 <= 2                        | 1     |
      | 1 > 2                         | 0     |
      | 13 == '13'                    | 0     |
      | 'a' <= 'b'                    | 1     |
      | 'a' > 'b'                     | 0     |
      | $.obj == $.arr                | 0     |
      | $.obj != $.arr                | 1     |
      | $.obj == $.obj                | 1     |
      | $.arr != $.arr                | 0     |
      | $.obj == 17                   | 0     |
      | $.obj <= $.arr                | 0     |
      | $.obj <= $.obj                | 1     |
      | 1 <= $.arr                    | 0     |
      | true <= true                  | 1     |
      | true > true                   | 0     |
      | null == $.n                   | 1     |
      | $.n == $.absent               | 0     |
      | 1.0 == 1                      | 1     |
      | -0 == 0                       | 1     |
      | 1e2 == 100                    | 1     |
      | 2E-1 == 0.2                   | 1     |
      | $.big == 9007199254740992     | 0     |
      | $.t == 'ba'                   | 1     |
      | $.t < 'bb'                    | 1     |
      | '\uff61' < '😀'               | 1     |
      | length($.arr) == 2            | 1     |
      | length($.n) == $.absent       | 1     |
      | count($.arr.*) < 3            | 1     |

  Scenario Outline: Patterns: section 2.4.6 and 2.4.7
    Given the input
      """json
      {"path": "$.v[?<test>]", "input": {"v": [<text>], "p": <pattern>}}
      """
    When the part runs
    Then data.count is <count>

    Examples:
      | test           | text      | pattern    | count |
      | match(@, $.p)  | "ab"      | "a."       | 1     |
      | match(@, $.p)  | "xab"     | "a."       | 0     |
      | search(@, $.p) | "xaby"    | "a."       | 1     |
      | search(@, $.p) | "x\\nab"  | "ab"       | 1     |
      | match(@, $.p)  | "\\n"     | "."        | 0     |
      | match(@, $.p)  | "É"       | "\\\\p{Lu}" | 1    |
      | match(@, $.p)  | 5         | "5"        | 0     |
      | match(@, $.p)  | "a"       | 5          | 0     |
      | match(@, $.p)  | "("       | "("        | 0     |
      | search(@, $.p) | "a)(b"    | "a)(b"     | 0     |
      | match(@, $.p)  | "a"       | "a{2,1}"   | 0     |
      | match(@, $.p)  | "a"       | "[b-a]"    | 0     |
      | match(@, $.p)  | "a"       | "\\\\d"    | 0     |

  Scenario Outline: Normalized paths: section 2.7
    Given the input
      """json
      {"path": "<path>", "mode": "paths", "input": {"a": [{"b": 1}, 2], "'\\\b\f\n\r\t\u000b/\"": 3, "中": 4}}
      """
    When the part runs
    Then data.paths is <paths>

    Examples:
      | path     | paths                                  |
      | $        | ["$"]                                  |
      | $.a      | ["$['a']"]                             |
      | $.a[-1]  | ["$['a'][1]"]                          |
      | $..b     | ["$['a'][0]['b']"]                     |
      | $.a[::-1] | ["$['a'][1]", "$['a'][0]"]            |
      | $[?@==3] | ["$['\\\\'\\\\\\\\\\\\b\\\\f\\\\n\\\\r\\\\t\\\\u000b/\"']"] |
      | $.中     | ["$['中']"]                             |

  Scenario: The first value
    Given the input
      """json
      {"path": "$..price", "mode": "first", "input": [{"price": 8.950}, {"price": 2}]}
      """
    When the part runs
    Then data is, in this order
      """json
      {"value": 8.950, "found": true}
      """

  Scenario: A value where nothing is found
    Given the input
      """json
      {"path": "$.x", "mode": "first", "default": {"n": 1}, "input": {}}
      """
    When the part runs
    Then data is
      """json
      {"value": {"n": 1}, "found": false}
      """

  Scenario: Nothing is found
    Given the input
      """json
      {"path": "$.x", "mode": "first", "input": null}
      """
    When the part runs
    Then data is
      """json
      {"value": null, "found": false}
      """

  Scenario: Of members with one name the last counts
    Given the input
      """json
      {"path": "$.a", "input": {"a": 1, "a": 2}}
      """
    When the part runs
    Then data.values is [2]

  Scenario: Values keep their text
    Given the input
      """json
      {"path": "$[*]", "input": [1.10, 123456789012345678901234567890, "\ud83d", "\u0041"]}
      """
    When the part runs
    Then data is, in this order
      """json
      {"values": [1.10, 123456789012345678901234567890, "\ud83d", "A"], "count": 4}
      """

  Scenario Outline: A path that is wrong says where
    Given the input
      """json
      {"path": <path>, "input": {"a": [1]}}
      """
    When the part runs
    Then it fails with code "PATH_SYNTAX"
    And the error names "character <at>:"

    Examples:
      | path                     | at |
      | ""                       | 1  |
      | " $"                     | 1  |
      | "$ "                     | 2  |
      | "a"                      | 1  |
      | "$."                     | 3  |
      | "$.. a"                  | 4  |
      | "$. a"                   | 3  |
      | "$.1"                    | 3  |
      | "$.a-b"                  | 4  |
      | "$.&"                    | 3  |
      | "$["                     | 3  |
      | "$[]"                    | 3  |
      | "$[a]"                   | 3  |
      | "$['a"                   | 3  |
      | "$['\\\\x']"             | 4  |
      | "$['\\\\ud800']"         | 4  |
      | "$['\\\\\"']"            | 4  |
      | "$['\\t']"               | 4  |
      | "$[1"                    | 4  |
      | "$[01]"                  | 3  |
      | "$[-0]"                  | 3  |
      | "$[9007199254740992]"    | 3  |
      | "$[1.0]"                 | 4  |
      | "$[0,]"                  | 5  |
      | "$[0 1]"                 | 5  |
      | "$[1:2:3:4]"             | 8  |
      | "$[?]"                   | 4  |
      | "$[?1]"                  | 4  |
      | "$[?'a']"                | 4  |
      | "$[?true]"               | 4  |
      | "$[?@.a==]"              | 9  |
      | "$[?@.a = 1]"            | 8  |
      | "$[?@.a == 1 &&]"        | 15 |
      | "$[?@.* == 1]"           | 4  |
      | "$[?1 == @..a]"          | 9  |
      | "$[?(@.a]"               | 8  |
      | "$[?!@.a == 1]"          | 9  |
      | "$[?@.a == 01]"          | 13 |
      | "$[?@.a == 1.]"          | 13 |
      | "$[?@.a == +1]"          | 11 |
      | "$[?@.a == True]"        | 11 |
      | "$[?@.a == [1]]"         | 11 |
      | "$[?len(@)]"             | 4  |
      | "$[?length (@) == 1]"    | 4  |
      | "$[?length() == 1]"      | 11 |
      | "$[?length(@.*) == 1]"   | 11 |
      | "$[?length(@)]"          | 13 |
      | "$[?count(1) == 1]"      | 10 |
      | "$[?count(@.a, 1) == 1]" | 13 |
      | "$[?match(@.a)]"         | 13 |
      | "$[?match(@, 'a') == true]" | 4 |
      | "$[?@ == match(@, 'a')]" | 9 |
      | "$[?((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((@" | 103 |

  Scenario: A written pattern that is wrong is said to be
    Given the input
      """json
      {"path": "$[?search(@, '[')]", "input": ["["]}
      """
    When the part runs
    Then it fails with code "INVALID_PATTERN"
    And the error names "`[`"

  Scenario Outline: What is missing or of the wrong kind
    Given the input
      """json
      <input>
      """
    When the part runs
    Then it fails with code "<code>"
    And the error names "<hint>"

    Examples:
      | input                                   | code          | hint    |
      | {"path": "$"}                           | MISSING_FIELD | `input` |
      | {"input": 1}                            | MISSING_FIELD | `path`  |
      | {"input": 1, "path": null}              | MISSING_FIELD | `path`  |
      | {"input": 1, "path": ["$"]}             | INVALID_TYPE  | `path`  |
      | {"input": 1, "path": "$", "mode": "no"} | INVALID_VALUE | `mode`  |
