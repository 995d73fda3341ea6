Feature: Merge

  Scenario Outline: Objects become one
    Given the input
      """json
      {"inputs": <inputs>, "deep": <deep>}
      """
    When the part runs
    Then data is
      """json
      <merged>
      """

    Examples:
      | inputs                                                    | deep  | merged                                       |
      | [{"a": 1}, {"b": 2}, {"a": 3}]                            | false | {"a": 3, "b": 2}                             |
      | [{"a": {"x": 1}}, {"a": {"y": 2}}]                        | false | {"a": {"y": 2}}                              |
      | [{"a": {"x": 1, "z": 1}}, {"a": {"y": 2, "x": 3}}]        | true  | {"a": {"x": 3, "z": 1, "y": 2}}              |
      | [{"a": {"x": 1}}, {"a": 5}, {"a": {"y": 2}}]              | true  | {"a": {"y": 2}}                              |
      | [{"a": {"b": {"c": 1}}}, {"a": {"b": {"d": [1]}}}]        | true  | {"a": {"b": {"c": 1, "d": [1]}}}             |
      | [null, {"a": 1}, null]                                    | false | {"a": 1}                                     |
      | []                                                        | false | {}                                           |

  Scenario: Members keep ECMAScript's order
    Given the input
      """json
      {"inputs": [{"b": 1, "10": 1, "__proto__": 2}, {"2": 1, "a": 1, "b": 2, "\u0061": 3}]}
      """
    When the part runs
    Then data is, in this order
      """json
      {"2": 1, "10": 1, "b": 2, "__proto__": 2, "a": 3}
      """

  Scenario: What is no object is named
    Given the input
      """json
      {"inputs": [{"a": 1}, [2]]}
      """
    When the part runs
    Then it fails with code "INVALID_TYPE"
    And the error names "inputs[1]"
