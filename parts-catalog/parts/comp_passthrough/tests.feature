Feature: Pass through

  Scenario Outline: Everything comes back as it is
    Given the input
      """json
      <object>
      """
    When the part runs
    Then result is
      """json
      <object>
      """

    Examples:
      | object                                        |
      | {}                                            |
      | {"a": 1.50, "b": {"c": [null, true, "x"]}}    |
      | {"success": true, "data": {"n": 1}}           |
      | {"success": false, "error": "kept"}           |
      | {"text": "茶 🍵", "__proto__": 1}             |

  Scenario: What is no object is refused
    Given the input
      """json
      [1]
      """
    When the part runs
    Then it fails with code "INVALID_INPUT"
