Feature: CSV

  # RFC 4180, section 2 (https://www.rfc-editor.org/rfc/rfc4180#section-2)
  Scenario Outline: A text is read
    Given the input
      """json
      {"operation": "parse", "text": <text>, "header": false}
      """
    When the part runs
    Then data.rows is <rows>

    Examples: RFC 4180
      | text                             | rows                               |
      | "aaa,bbb\\r\\nzzz,yyy\\r\\n"     | [["aaa", "bbb"], ["zzz", "yyy"]]   |
      | "aaa,bbb\\r\\nzzz,yyy"           | [["aaa", "bbb"], ["zzz", "yyy"]]   |
      | "\"aaa\",\"b \\r\\nbb\",ccc"     | [["aaa", "b \\r\\nbb", "ccc"]]     |
      | "\"a\"\"a\",\"\",\"\"\"\""       | [["a\"a", "", "\""]]               |
      | " a , b "                        | [[" a ", " b "]]                   |

    Examples: what else is found
      | text                             | rows                               |
      | ""                               | []                                 |
      | "\\n\\n"                         | []                                 |
      | "a\\rb\\r\\nc\\nd"               | [["a"], ["b"], ["c"], ["d"]]       |
      | "\\ufeff\"a\",b"                 | [["a", "b"]]                       |
      | "a;b;c,d"                        | [["a", "b", "c,d"]]                |
      | "a\\tb"                          | [["a", "b"]]                       |
      | "a\|b\|c"                        | [["a", "b", "c"]]                  |
      | "\";;;\",b"                      | [[";;;", "b"]]                     |
      | ",,"                             | [["", "", ""]]                     |
      | "a,5\" disk"                     | [["a", "5\" disk"]]                |
      | "中,\\ud83d"                     | [["中", "\\ud83d"]]                |
      | "\"\""                           | [[""]]                             |

  Scenario Outline: How a text is read is chosen
    Given the input
      """json
      <input>
      """
    When the part runs
    Then data.fields is <fields>
    And data.rows is <rows>

    Examples:
      | input                                                                                         | fields                                | rows                                                       |
      | {"operation": "parse", "text": "name,age\\nAnn,30\\n\\nBob,007"}                              | ["name", "age"]                       | [{"name": "Ann", "age": "30"}, {"name": "Bob", "age": "007"}] |
      | {"operation": "parse", "text": "name,age"}                                                    | ["name", "age"]                       | []                                                         |
      | {"operation": "parse", "text": "Ann,30", "header": ["name", "age"]}                           | ["name", "age"]                       | [{"name": "Ann", "age": "30"}]                             |
      | {"operation": "parse", "text": "a,a,,a_2\\n1,2,3,4"}                                          | ["a", "a_2", "column_3", "a_2_4"]     | [{"a": "1", "a_2": "2", "column_3": "3", "a_2_4": "4"}]    |
      | {"operation": "parse", "text": "\"a\"\"b\"\\n1"}                                              | ["a\"b"]                              | [{"a\"b": "1"}]                                            |
      | {"operation": "parse", "text": "n,m\\n1.5,007\\nTRUE,\\n\"5\",-3\\nfalse,1e5\\nTrue,1234567890123456", "types": "auto"} | ["n", "m"] | [{"n": 1.5, "m": "007"}, {"n": true, "m": null}, {"n": "5", "m": -3}, {"n": false, "m": "1e5"}, {"n": "True", "m": "1234567890123456"}] |
      | {"operation": "parse", "text": "a,b\\n1\\n2,3,4", "ragged": "pad"}                            | ["a", "b"]                            | [{"a": "1", "b": ""}, {"a": "2", "b": "3", "column_3": "4"}] |
      | {"operation": "parse", "text": "1\\n2,3", "ragged": "pad", "header": false}                   | []                                    | [["1"], ["2", "3"]]                                        |
      | {"operation": "parse", "text": "a,b\\n1", "ragged": "pad", "types": "auto"}                   | ["a", "b"]                            | [{"a": 1, "b": null}]                                      |
      | {"operation": "parse", "text": "# x\\na , b\\n 1 , \" 2 \" \\n  ", "comment": "#", "trim": true} | ["a", "b"]                         | [{"a": "1", "b": " 2 "}]                                   |
      | {"operation": "parse", "text": "a\\n\\n1", "skip_empty_lines": false}                         | ["a"]                                 | [{"a": ""}, {"a": "1"}]                                    |
      | {"operation": "parse", "text": "a,b;c", "delimiter": ";"}                                     | ["a,b", "c"]                          | []                                                         |
      | {"operation": "parse", "text": "a\\tb", "delimiter": "tab"}                                   | ["a", "b"]                            | []                                                         |
      | {"operation": "parse", "text": "a，b", "delimiter": "，"}                                     | ["a", "b"]                            | []                                                         |

  Scenario: What was read is counted, and its delimiter told
    Given the input
      """json
      {"operation": "parse", "text": "a;b\n1;2\n3;4"}
      """
    When the part runs
    Then data.count is 2
    And data.delimiter is ";"

  Scenario Outline: Rows are written
    Given the input
      """json
      <input>
      """
    When the part runs
    Then it succeeds
    And data.text is <text>

    Examples:
      | input                                                                                        | text                                  |
      | {"operation": "write", "rows": [{"a": 1, "b": "x"}, {"b": "y", "c": null}]}                  | "a,b,c\\r\\n1,x,\\r\\n,y,\\r\\n"      |
      | {"operation": "write", "rows": [{"a": 1, "b": 2}], "fields": ["b", "z"]}                     | "b,z\\r\\n2,\\r\\n"                   |
      | {"operation": "write", "rows": [{"a": 1}], "header": false, "newline": "lf"}                 | "1\\n"                                |
      | {"operation": "write", "rows": [["a", true], [1.50, 12345678901234567890]]}                  | "a,true\\r\\n1.50,12345678901234567890\\r\\n" |
      | {"operation": "write", "rows": [["x"]], "fields": ["n"]}                                     | "n\\r\\nx\\r\\n"                      |
      | {"operation": "write", "rows": [["a,b", "c\"d", "e\\nf", " g", "h "]]}                       | "\"a,b\",\"c\"\"d\",\"e\\nf\",\" g\",\"h \"\\r\\n" |
      | {"operation": "write", "rows": [["a;b", "c,d"]], "delimiter": ";"}                           | "\"a;b\";c,d\\r\\n"                   |
      | {"operation": "write", "rows": [["a", 1, null]], "quote": "all"}                             | "\"a\",\"1\",\"\"\\r\\n"              |
      | {"operation": "write", "rows": [[""], [null]]}                                               | "\"\"\\r\\n\"\"\\r\\n"                |
      | {"operation": "write", "rows": [{"o": {"k": [1, "x y"]}}], "header": false}                  | "\"{\"\"k\"\":[1,\"\"x y\"\"]}\"\\r\\n" |
      | {"operation": "write", "rows": [{"名": "王"}], "bom": true, "newline": "lf"}                 | "\\ufeff名\\n王\\n"                   |
      | {"operation": "write", "rows": []}                                                           | ""                                    |
      | {"operation": "write", "rows": [], "fields": ["a"]}                                          | "a\\r\\n"                             |
      | {"operation": "write", "rows": [{"a": "\\ud83d"}], "header": false, "newline": "lf"}         | "\\ud83d\\n"                          |

  # OWASP, CSV injection: https://owasp.org/www-community/attacks/CSV_Injection
  Scenario Outline: A text that a spreadsheet would compute is disarmed
    Given the input
      """json
      {"operation": "write", "rows": [[<cell>]], "newline": "lf", "formula_guard": <guard>}
      """
    When the part runs
    Then data.text is <text>

    Examples:
      | cell              | guard | text                        |
      | "=1+1"            | true  | "'=1+1\\n"                  |
      | "+886912"         | true  | "'+886912\\n"               |
      | "-x"              | true  | "'-x\\n"                    |
      | "@SUM(A1,A2)"     | true  | "\"'@SUM(A1,A2)\"\\n"       |
      | "\\t=1"           | true  | "\"'\\t=1\"\\n"             |
      | "\\r=1"           | true  | "\"'\\r=1\"\\n"             |
      | "-5"              | true  | "-5\\n"                     |
      | -5                | true  | "-5\\n"                     |
      | "a=1"             | true  | "a=1\\n"                    |
      | "=1+1"            | false | "=1+1\\n"                   |

  Scenario: A name of a column is disarmed too
    Given the input
      """json
      {"operation": "write", "rows": [{"=x": 1}], "newline": "lf"}
      """
    When the part runs
    Then data.text is "'=x\n1\n"

  Scenario Outline: What is wrong is refused
    Given the input
      """json
      <input>
      """
    When the part runs
    Then it fails with code "<code>"
    And the error names "<words>"

    Examples:
      | input                                                                       | code              | words                              |
      | {}                                                                          | MISSING_FIELD     | `operation`                        |
      | {"operation": "read"}                                                       | UNKNOWN_OPERATION | parse, write                       |
      | {"operation": "parse"}                                                      | MISSING_FIELD     | `text`                             |
      | {"operation": "parse", "text": ["a"]}                                       | INVALID_TYPE      | `text`                             |
      | {"operation": "parse", "text": "a,b\\n\\n1,\"x\\ny"}                        | CSV_SYNTAX        | line 3 is never closed             |
      | {"operation": "parse", "text": "a\\n\"x\\ny\"z"}                            | CSV_SYNTAX        | line 3 something follows           |
      | {"operation": "parse", "text": "a,b\\n\"x\\ny\",2\\n3"}                     | RAGGED_ROW        | Line 4 has 1 field where 2 are     |
      | {"operation": "parse", "text": "a\\n1,2"}                                   | RAGGED_ROW        | Line 2 has 2 fields where 1 is     |
      | {"operation": "parse", "text": "1,2\\n3", "header": false}                  | RAGGED_ROW        | Line 2                             |
      | {"operation": "parse", "text": "a", "delimiter": ",,"}                      | INVALID_VALUE     | `delimiter`                        |
      | {"operation": "parse", "text": "a", "delimiter": "\""}                      | INVALID_VALUE     | `delimiter`                        |
      | {"operation": "parse", "text": "a", "types": "number"}                      | INVALID_VALUE     | `auto`                             |
      | {"operation": "parse", "text": "a", "header": ["x", {}]}                    | INVALID_TYPE      | `header[1]`                        |
      | {"operation": "parse", "text": "a", "header": "yes"}                        | INVALID_TYPE      | `header`                           |
      | {"operation": "write"}                                                      | MISSING_FIELD     | `rows`                             |
      | {"operation": "write", "rows": {}}                                          | INVALID_TYPE      | `rows`                             |
      | {"operation": "write", "rows": [{}, 5]}                                     | INVALID_TYPE      | `rows[1]`                          |
      | {"operation": "write", "rows": [], "fields": "a"}                           | INVALID_TYPE      | `fields`                           |
      | {"operation": "write", "rows": [], "newline": "cr"}                         | INVALID_VALUE     | `newline`                          |
