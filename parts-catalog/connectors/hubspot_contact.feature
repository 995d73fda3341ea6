Feature: Create HubSpot contact

  Background:
    Given the credential "hubspot_token" is "pat-na1-test-1"

  Scenario: A contact is added
    Given the input
      """json
      {"properties": {"email": "ann@example.com", "firstname": "Ann"}}
      """
    When the part runs
    Then it succeeds
    And data.id is "512"
    And the request's body is "{\"properties\":{\"email\":\"ann@example.com\",\"firstname\":\"Ann\"}}"
    And the service got "createContact"

  Scenario: A contact of a company
    Given the input
      """json
      {"properties": {"email": "ann@example.com"},
       "associations": [{"to": {"id": "77"}, "types": [{"associationCategory": "HUBSPOT_DEFINED", "associationTypeId": 279}]}]}
      """
    When the part runs
    Then it succeeds
    And the service got "createContact"

  Scenario Outline: The service answers <answer>
    Given the input
      """json
      {"properties": {"email": "ann@example.com", "firstname": "Ann"}}
      """
    And the service answers "<answer>"
    When the part runs
    Then it fails with code "<code>"
    And the error names "<words>"
    And the service got "createContact"

    Examples:
      | answer | code            | words          |
      | 400    | SERVICE_REFUSED | not valid      |
      | 401    | AUTH_REJECTED   | hubspot_token  |
      | 403    | AUTH_REJECTED   | scopes         |
      | 409    | SERVICE_REFUSED | already exists |
      | 429    | RATE_LIMITED    | limit          |

  Scenario: The service breaks
    Given the input
      """json
      {"properties": {"email": "ann@example.com", "firstname": "Ann"}}
      """
    And the service answers 500 with
      """text
      upstream failure
      """
    When the part runs
    Then it fails with code "SERVICE_ERROR"

  Scenario: The service is down
    Given the input
      """json
      {"properties": {"email": "ann@example.com", "firstname": "Ann"}}
      """
    And the service answers 503 with
      """text
      upstream failure
      """
    When the part runs
    Then it fails with code "SERVICE_ERROR"

  Scenario: An HTML page instead of an answer
    Given the input
      """json
      {"properties": {"email": "ann@example.com", "firstname": "Ann"}}
      """
    And the service answers 200 with
      """html
      <!DOCTYPE html><title>Maintenance</title><p>Back soon</p>
      """
    When the part runs
    Then it fails with code "INVALID_RESPONSE"

  Scenario: A limit says when to try again
    Given the input
      """json
      {"properties": {"email": "ann@example.com", "firstname": "Ann"}}
      """
    And the service answers 429 with the headers {"retry-after": "30"} and
      """text
      slow down
      """
    When the part runs
    Then it fails with code "RATE_LIMITED"
    And result.retry_after_s is 30

  Scenario: Without properties nothing is sent
    Given the input
      """json
      {}
      """
    When the part runs
    Then it fails with code "MISSING_FIELD"
    And the error names "properties"
    And nothing was requested
