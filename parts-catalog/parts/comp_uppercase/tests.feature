Feature: Upper case

  Scenario Outline: The text comes back in upper case, the rest as it is
    Given the input
      """json
      <object>
      """
    When the part runs
    Then result is
      """json
      <result>
      """

    Examples:
      | object                               | result                                |
      | {"text": "good morning"}             | {"text": "GOOD MORNING"}              |
      | {"a": 1.0, "text": "straße \"é\""}   | {"a": 1.0, "text": "STRASSE \"É\""}   |
      | {"a": [1]}                           | {"a": [1], "text": ""}                |
      | {"text": null}                       | {"text": ""}                          |
      | {"text": {"b": "c"}}                 | {"text": ""}                          |
      | {"text": 12}                         | {"text": "12"}                        |
      | {"text": true}                       | {"text": "TRUE"}                      |
      | {"text": "\ud800a"}                  | {"text": "\ud800A"}                   |
      | {"text": "a", "text": "b"}           | {"text": "B"}                         |

  Scenario: A caller's success and data stay on top
    Given the input
      """json
      {"success": true, "data": {"text": "a"}, "text": "b"}
      """
    When the part runs
    Then it succeeds
    And data.text is "a"
    And result.text is "B"
