Feature: Filter

  Scenario Outline: One comparison
    Given the input
      """json
      {"items": [{"id": 1, "a": 1}, {"id": 2, "a": 2.5}, {"id": 3}, {"id": 4, "a": null}, {"id": 5, "a": "10"},
        {"id": 6, "a": "Ann"}, {"id": 7, "a": [1, "x"]}, {"id": 8, "a": {"b": {"c": true}}}, {"id": 9, "a.b": 3}],
       "condition": {"key": <key>, "op": "<op>", "value": <value>}}
      """
    When the part runs
    Then data.items.*.id is <ids>

    Examples:
      | key       | op       | value       | ids                |
      | "a"       | eq       | "1"         | [1]                |
      | "a"       | eq       | null        | [4]                |
      | "a"       | ne       | 1           | [2, 4, 5, 6, 7, 8] |
      | "a"       | neq      | "Ann"       | [1, 2, 4, 5, 7, 8] |
      | "a"       | gt       | 2           | [2, 5]             |
      | "a"       | gte      | "2.5"       | [2, 5, 6]          |
      | "a"       | lt       | 2.5         | [1]                |
      | "a"       | lte      | 2.5         | [1, 2]             |
      | "a"       | gt       | "A"         | [6]                |
      | "a"       | contains | "1"         | [1, 5, 7]          |
      | "a"       | contains | "nn"        | [6]                |
      | "a"       | in       | [1, "Ann"]  | [1, 6]             |
      | "a"       | matches  | "[A-Z].*"   | [6]                |
      | "a"       | matches  | "[0-9.]+"   | [1, 2, 5]          |
      | "a"       | exists   | true        | [1, 2, 4, 5, 6, 7, 8] |
      | "a"       | exists   | false       | [3, 9]             |
      | "a.b.c"   | eq       | true        | [8]                |
      | "a.0"     | eq       | 1           | [7]                |
      | "a.b"     | eq       | 3           | [9]                |

  Scenario: Several conditions
    Given the input
      """json
      {"items": [{"n": 1, "k": "x"}, {"n": 2, "k": "x"}, {"n": 3, "k": "y"}],
       "condition": {"all": [{"key": "n", "op": "gt", "value": 1}, {"any": [{"key": "k", "op": "eq", "value": "x"}, {"key": "n", "op": "eq", "value": 9}]}]}}
      """
    When the part runs
    Then data.items is
      """json
      [{"n": 2, "k": "x"}]
      """
    And data.count is 1

  Scenario: The item itself
    Given the input
      """json
      {"items": [1, 12, "7", null], "condition": {"key": ".", "op": "gt", "value": 5}}
      """
    When the part runs
    Then data.items is
      """json
      [12, "7"]
      """

  Scenario Outline: What can't be asked
    Given the input
      """json
      <input>
      """
    When the part runs
    Then it fails with code "<code>"
    And the error names "<hint>"

    Examples:
      | input                                                                          | code                | hint            |
      | {"items": ["x"], "condition": {"key": "", "op": "eq", "value": "x"}}           | EMPTY_KEY           | key             |
      | {"items": [], "condition": {"key": "a", "op": "like", "value": 1}}             | UNKNOWN_OPERATION   | matches         |
      | {"items": [], "condition": {"key": "a", "op": "matches", "value": "["}}        | INVALID_PATTERN     | [               |
      | {"items": {}, "condition": {"key": "a", "op": "eq", "value": 1}}               | INVALID_TYPE        | items           |
      | {"items": [], "condition": {"key": "a", "op": "eq"}}                           | MISSING_FIELD       | condition.value |
      | {"items": [], "condition": {"all": [], "any": []}}                             | AMBIGUOUS_CONDITION | condition       |
      | {"items": [], "condition": {"all": [{"op": "eq"}]}}                            | MISSING_FIELD       | condition.all[0].key |
