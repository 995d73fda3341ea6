Feature: JavaScript

  Scenario: The code returns data
    Given the input
      """json
      {"code": "return {sum: input.a + input.b}", "input": {"a": 1, "b": 2}}
      """
    When the part runs
    Then it succeeds
    And data is
      """json
      {"sum": 3}
      """

  Scenario: Nothing returned is null
    Given the input
      """json
      {"code": ""}
      """
    When the part runs
    Then it succeeds
    And data is
      """json
      null
      """

  Scenario: An error is told with its line
    Given the input
      """json
      {"code": "let x = 1\nreturn x.y.z"}
      """
    When the part runs
    Then it fails with code "CODE_ERROR"
    And the error names "line 2"

  Scenario: A loop that never ends is stopped
    Given the input
      """json
      {"code": "while (true) {}", "limits": {"max_ticks": 100000}}
      """
    When the part runs
    Then it fails with code "TIME_LIMIT"

  Scenario: Too much memory
    Given the input
      """json
      {"code": "const a = []; while (true) a.push(new Array(1000).fill(1))", "limits": {"memory_mb": 16}}
      """
    When the part runs
    Then it fails with code "MEMORY_LIMIT"

  Scenario: Nothing of the host can be reached
    Given the input
      """json
      {"code": "return [typeof require, typeof process, typeof fetch, typeof setTimeout]"}
      """
    When the part runs
    Then data is
      """json
      ["undefined", "undefined", "undefined", "undefined"]
      """

  Scenario: Without code
    Given the input
      """json
      {"input": 1}
      """
    When the part runs
    Then it fails with code "CONTRACT"
    And the error names "code"
