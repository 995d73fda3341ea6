Feature: For each

  Scenario: A list is handed on with its first item
    Given the input
      """json
      {"items": [{"id": 1}, {"id": 2}], "item_key": "order"}
      """
    When the part runs
    Then it succeeds
    And data is, in this order
      """json
      {"items": [{"id": 1}, {"id": 2}], "count": 2, "current_index": 0, "current_item": {"id": 1}, "item_key": "order"}
      """

  Scenario Outline: Items of any kind pass through as they are
    Given the input
      """json
      {"items": <items>}
      """
    When the part runs
    Then data.count is <count>
    And data.current_item is <first>
    And data.item_key is "item"

    Examples:
      | items                  | count | first   |
      | [1, 2, 3]              | 3     | 1       |
      | [null]                 | 1     | null    |
      | [[], {}, "x"]          | 3     | []      |
      | ["\ud83c\udf75", "b"]  | 2     | "🍵"    |

  Scenario Outline: What can't be gone through
    Given the input
      """json
      <input>
      """
    When the part runs
    Then it fails with code "<code>"
    And the error names "`<hint>`"

    Examples:
      | input                              | code          | hint     |
      | {}                                 | MISSING_FIELD | items    |
      | {"items": null}                    | MISSING_FIELD | items    |
      | {"items": []}                      | EMPTY_LIST    | items    |
      | {"items": {"a": 1}}                | INVALID_TYPE  | items    |
      | {"items": "a,b"}                   | INVALID_TYPE  | items    |
      | {"items": [1], "item_key": []}     | INVALID_TYPE  | item_key |
