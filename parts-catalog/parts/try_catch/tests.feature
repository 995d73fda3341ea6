Feature: Try and catch

  Scenario Outline: The branch a step leads to
    Given the input
      """json
      <input>
      """
    When the part runs
    Then it succeeds
    And data is
      """json
      <data>
      """

    Examples:
      | input                                              | data                                                     |
      | {"result": {"a": 1}}                               | {"branch": "try", "result": {"a": 1}}                    |
      | {"result": {"success": false, "error": "x"}}       | {"branch": "try", "result": {"success": false, "error": "x"}} |
      | {"success": false, "error": "boom", "data": 1}     | {"branch": "catch", "error": "boom"}                     |
      | {"error": "boom"}                                  | {"branch": "catch", "error": "boom"}                     |
      | {"error": {"code": 7}, "result": 1}                | {"branch": "catch", "error": {"code": 7}, "result": 1}   |
      | {"error": true}                                    | {"branch": "catch", "error": true}                       |
      | {"error": 0}                                       | {"branch": "catch", "error": 0}                          |
      | {"success": false}                                 | {"branch": "catch", "error": null}                       |
      | {"success": "false"}                               | {"branch": "catch", "error": null}                       |
      | {"success": true, "error": "an old one"}           | {"branch": "try", "result": null}                        |
      | {"error": ""}                                      | {"branch": "try", "result": null}                        |
      | {"error": null, "result": 2.50}                    | {"branch": "try", "result": 2.50}                        |
      | {"error": false}                                   | {"branch": "try", "result": null}                        |
      | {"error": []}                                      | {"branch": "try", "result": null}                        |
      | {"error": {}}                                      | {"branch": "try", "result": null}                        |
      | {}                                                 | {"branch": "try", "result": null}                        |

  Scenario: Success is true or false
    Given the input
      """json
      {"success": "perhaps"}
      """
    When the part runs
    Then it fails with code "INVALID_TYPE"
    And the error names "`success`"
