Feature: Set values

  Scenario: Values become the data
    Given the input
      """json
      {"values": {"city": "Taipei", "limit": 10}}
      """
    When the part runs
    Then it succeeds
    And data is
      """json
      {"city": "Taipei", "limit": 10}
      """

  Scenario: Assignments win over values, values over context
    Given the input
      """json
      {"context": {"a": 0, "b": 0, "c": 0}, "values": {"b": 1, "c": 1}, "assignments": [{"key": "c", "value": 2}]}
      """
    When the part runs
    Then data is
      """json
      {"a": 0, "b": 1, "c": 2}
      """

  Scenario: Nothing to set
    Given the input
      """json
      {}
      """
    When the part runs
    Then it fails with code "MISSING_FIELD"
    And the error names "values"
