Feature: __NAME__

  Scenario: Someone is greeted by name
    Given the input
      """json
      {"name": "Ada", "greeting": "Good morning"}
      """
    When the part runs
    Then data is
      """json
      {"text": "Good morning, Ada!"}
      """

  Scenario: Without a name it says what is missing
    Given the input
      """json
      {"greeting": "Hello"}
      """
    When the part runs
    Then it fails with code "MISSING_FIELD"
    And the error names "name"
