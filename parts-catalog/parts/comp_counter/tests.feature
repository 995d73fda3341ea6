Feature: Counter

  Scenario Outline: The count comes back one more, the rest as it is
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
      | object                      | result                      |
      | {"count": 41}               | {"count": 42}               |
      | {"count": -1, "a": "b"}     | {"count": 0, "a": "b"}      |
      | {"count": 0.5}              | {"count": 1.5}              |
      | {}                          | {"count": 1}                |
      | {"count": "7"}              | {"count": 1}                |
      | {"count": null}             | {"count": 1}                |
      | {"count": [1]}              | {"count": 1}                |
      | {"count": 9007199254740991} | {"count": 9007199254740992} |
      | {"count": 1e308}            | {"count": 1e308}            |

  Scenario: Members keep their place
    Given the input
      """json
      {"data": {"count": 1, "b": 2}, "count": 1, "success": true}
      """
    When the part runs
    Then data is, in this order
      """json
      {"count": 1, "b": 2}
      """
    And result.count is 2
