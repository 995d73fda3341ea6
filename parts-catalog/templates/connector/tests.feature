Feature: __NAME__

  Scenario: A message is posted
    Given the credential "__ID___token" is "example-token"
    And the service answers 201 with
      """json
      {"id": "m1"}
      """
    And the input
      """json
      {"channel": "team room", "text": "Lunch at noon."}
      """
    When the part runs
    Then data is
      """json
      {"id": "m1"}
      """
    And the request's url is "https://api.example.com/v1/channels/team%20room/messages"
    And the request's body is "{\"text\":\"Lunch at noon.\"}"

  Scenario: A refused token is said
    Given the credential "__ID___token" is "example-token"
    And the service answers 401 with
      """json
      {"error": "token expired"}
      """
    And the input
      """json
      {"channel": "team", "text": "Lunch at noon."}
      """
    When the part runs
    Then it fails with code "AUTH_REJECTED"
