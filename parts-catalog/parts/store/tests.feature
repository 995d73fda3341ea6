Feature: Store

  Scenario Outline: What is set is there in the next run
    Given the store is empty
    And the input
      """json
      {"operation": "set", "key": "k", "value": <value>}
      """
    When the part runs
    Then it succeeds
    And data is
      """json
      {"value": <value>}
      """
    And the store's "k" is <value>
    And the store's "k" lives 0 seconds
    When the part runs again with the input
      """json
      {"operation": "get", "key": "k", "default": "none"}
      """
    Then data is, in this order
      """json
      {"found": true, "value": <value>}
      """

    Examples:
      | value                        |
      | 1.50                         |
      | "A-1001 \"茶\" 🍵"           |
      | "\ud800"                     |
      | null                         |
      | ""                           |
      | false                        |
      | {"a": [1, {"b": null}]}      |
      | []                           |

  Scenario: A value for a while
    Given the store is empty
    And the input
      """json
      {"operation": "set", "key": "workflow.k", "value": 1, "ttl_seconds": "3600"}
      """
    When the part runs
    Then the store's "workflow.k" lives 3600 seconds

  Scenario Outline: What isn't there
    Given the store is empty
    And the input
      """json
      {"operation": "get", "key": "k", "default": <default>}
      """
    When the part runs
    Then data is
      """json
      {"found": false, "value": <default>}
      """

    Examples:
      | default    |
      | null       |
      | 0          |
      | {"a": [1]} |

  Scenario: A text that another program stored
    Given the store has "k" with
      """
      not "JSON"
      """
    And the input
      """json
      {"operation": "get", "key": "k"}
      """
    When the part runs
    Then data.value is "not \"JSON\""

  Scenario: What is deleted is gone
    Given the store has "k" with
      """json
      [1]
      """
    And the input
      """json
      {"operation": "delete", "key": "k"}
      """
    When the part runs
    Then data is
      """json
      {"deleted": true}
      """
    And the store's "k" is ""
    And the store's "k" lives 60 seconds
    When the part runs again with the input
      """json
      {"operation": "get", "key": "k"}
      """
    Then data.found is false
    When the part runs again with the input
      """json
      {"operation": "delete", "key": "k"}
      """
    Then data.deleted is false

  Scenario: A value is new once
    Given the store is empty
    And the input
      """json
      {"operation": "seen", "key": "orders", "value": "A-1"}
      """
    When the part runs
    Then data is, in this order
      """json
      {"is_new": true, "value": "A-1"}
      """
    And the store's "orders" is ["A-1"]
    When the part runs again with the input
      """json
      {"operation": "seen", "key": "orders", "value": "A-1"}
      """
    Then data.is_new is false
    When the part runs again with the input
      """json
      {"operation": "seen", "key": "orders", "value": "A-2"}
      """
    Then data.is_new is true
    When the part runs again with the input
      """json
      {"operation": "seen", "key": "others", "value": "A-2"}
      """
    Then data.is_new is true
    And the store's "orders" is ["A-1", "A-2"]

  Scenario Outline: Texts and numbers that are the same value
    Given the store is empty
    And the input
      """json
      {"operation": "seen", "key": "k", "value": <first>}
      """
    When the part runs
    And the part runs again with the input
      """json
      {"operation": "seen", "key": "k", "value": <second>}
      """
    Then data.is_new is <new>

    Examples:
      | first                                  | second                                 | new   |
      | 1001                                   | "1001"                                 | false |
      | 1001.0                                 | 1001                                   | false |
      | "a"                                    | "\u0061"                               | false |
      | "a"                                    | "A"                                    | true  |
      | ""                                     | ""                                     | false |
      | "6f9619ff-8b86-d011-b42d-00cf4fc964ff" | "6f9619ff-8b86-d011-b42d-00cf4fc964ff" | false |
      | "6f9619ff-8b86-d011-b42d-00cf4fc964ff" | "6f9619ff-8b86-d011-b42d-00cf4fc964fe" | true  |
      | "\ud800"                               | "\ud801"                               | true  |
      | "\\n"                                  | "\\n"                                  | false |
      | "#0000000000000000"                    | "#0000000000000000"                    | false |

  Scenario: A long value is kept as its hash
    Given the store is empty
    And the input
      """json
      {"operation": "seen", "key": "k", "value": "a text of more than twenty bytes"}
      """
    When the part runs
    Then the store's "k" is ["#25511c24804839cd"]

  Scenario: Only the last values are kept, and one that keeps coming up stays
    Given the store has "k" with
      """json
      ["a", "b", "c", "d"]
      """
    And the input
      """json
      {"operation": "seen", "key": "k", "value": "a", "keep": 4}
      """
    When the part runs
    Then data.is_new is false
    And the store's "k" is ["b", "c", "d", "a"]
    When the part runs again with the input
      """json
      {"operation": "seen", "key": "k", "value": "e", "keep": 4}
      """
    Then the store's "k" is ["c", "d", "a", "e"]
    When the part runs again with the input
      """json
      {"operation": "seen", "key": "k", "value": "b", "keep": 2}
      """
    Then data.is_new is true
    And the store's "k" is ["e", "b"]

  Scenario: Only the new items of a list
    Given the store has "k" with
      """json
      ["1", "2"]
      """
    And the input
      """json
      {"operation": "new_items", "key": "k", "path": "order.id", "items": [{"order": {"id": 2}}, {"order": {"id": 3}, "n": 1.0}, {"order": {"id": "3"}}]}
      """
    When the part runs
    Then data is, in this order
      """json
      {"items": [{"order": {"id": 3}, "n": 1.0}], "count": 1}
      """
    And the store's "k" is ["1", "2", "3"]
    When the part runs again with the input
      """json
      {"operation": "new_items", "key": "k", "items": ["3", 4]}
      """
    Then data.items is
      """json
      [4]
      """

  Scenario: What changed since the last time
    Given the store is empty
    And the input
      """json
      {"operation": "changed", "key": "k", "value": {"a": 1, "b": [2]}}
      """
    When the part runs
    Then data is, in this order
      """json
      {"changed": true, "previous": null, "is_first": true}
      """
    When the part runs again with the input
      """json
      {"operation": "changed", "key": "k", "value": {"b": [2.0], "\u0061": 1}}
      """
    Then data.changed is false
    And data.previous is
      """json
      {"a": 1, "b": [2]}
      """
    When the part runs again with the input
      """json
      {"operation": "changed", "key": "k", "value": null}
      """
    Then data.changed is true
    And data.is_first is false
    And the store's "k" is null
    When the part runs again with the input
      """json
      {"operation": "changed", "key": "k", "value": null}
      """
    Then data.changed is false

  Scenario: Counting between runs
    Given the store is empty
    And the input
      """json
      {"operation": "increment", "key": "k"}
      """
    When the part runs
    Then data.value is 1
    When the part runs again with the input
      """json
      {"operation": "increment", "key": "k", "by": "2.5"}
      """
    Then data.value is 3.5
    When the part runs again with the input
      """json
      {"operation": "increment", "key": "k", "by": -4}
      """
    Then data is
      """json
      {"value": -0.5}
      """
    And the store's "k" is -0.5

  Scenario Outline: What can't be done
    Given the store has "text" with
      """json
      "abc"
      """
    And the input
      """json
      <input>
      """
    When the part runs
    Then it fails with code "<code>"
    And the error names "<hint>"

    Examples:
      | input                                                              | code              | hint          |
      | {}                                                                 | MISSING_FIELD     | `operation`   |
      | {"operation": "get"}                                               | MISSING_FIELD     | `key`         |
      | {"operation": "list", "key": "k"}                                  | UNKNOWN_OPERATION | increment     |
      | {"operation": "get, set", "key": "k"}                              | UNKNOWN_OPERATION | get, set      |
      | {"operation": "get", "key": ""}                                    | OUT_OF_RANGE      | `key`         |
      | {"operation": "get", "key": ["k"]}                                 | INVALID_TYPE      | `key`         |
      | {"operation": "get", "key": "\ud800"}                              | INVALID_VALUE     | `key`         |
      | {"operation": "set", "key": "k"}                                   | MISSING_FIELD     | `value`       |
      | {"operation": "set", "key": "k", "value": 1, "ttl_seconds": -1}    | OUT_OF_RANGE      | `ttl_seconds` |
      | {"operation": "seen", "key": "k"}                                  | MISSING_FIELD     | `value`       |
      | {"operation": "seen", "key": "k", "value": null}                   | MISSING_FIELD     | `value`       |
      | {"operation": "seen", "key": "k", "value": true}                   | INVALID_TYPE      | `value`       |
      | {"operation": "seen", "key": "k", "value": [1]}                    | INVALID_TYPE      | `value`       |
      | {"operation": "seen", "key": "k", "value": 1, "keep": 1001}        | OUT_OF_RANGE      | `keep`        |
      | {"operation": "seen", "key": "text", "value": 1}                   | OTHER_CONTENT     | Use another   |
      | {"operation": "new_items", "key": "k"}                             | MISSING_FIELD     | `items`       |
      | {"operation": "new_items", "key": "k", "items": [1, 2], "keep": 1} | OUT_OF_RANGE      | more than 1   |
      | {"operation": "new_items", "key": "k", "items": [{"a": 1}, {}], "path": "a"} | MISSING_FIELD | `items[1].a` |
      | {"operation": "new_items", "key": "k", "items": [[1]]}             | INVALID_TYPE      | `items[0]`    |
      | {"operation": "changed", "key": "k"}                               | MISSING_FIELD     | `value`       |
      | {"operation": "increment", "key": "text"}                          | OTHER_CONTENT     | Use another   |
      | {"operation": "increment", "key": "k", "by": "much"}               | INVALID_TYPE      | `by`          |

  Scenario: Nothing is stored where the part has no store
    Given the input
      """json
      {"operation": "set", "key": "k", "value": 1}
      """
    When the part runs
    Then it fails with code "STORAGE_NOT_ALLOWED"
    And the store's "k" is missing
