Feature: Get Typeform responses

  Background:
    Given the credential "typeform_token" is "tfp_test_1"

  Scenario: Responses are read
    Given the input
      """json
      {"form_id": "u6nXL7"}
      """
    When the part runs
    Then it succeeds
    And data.items.0.answers.0.email is "ann@example.com"
    And data.total_items is 1
    And the service got "retrieveResponses"

  Scenario: A period, kinds, a search and an order
    Given the input
      """json
      {"form_id": "u6nXL7",
       "page_size": 1000,
       "since": "2026-11-01T00:00:00",
       "until": "2026-11-30T23:59:59",
       "response_type": "partial,completed",
       "query": "a&b",
       "fields": "f1,f2",
       "sort": "submitted_at,asc",
       "included_response_ids": "r1,r2"}
      """
    When the part runs
    Then it succeeds
    And the service got "retrieveResponses"

  Scenario: The next page
    Given the input
      """json
      {"form_id": "u6nXL7", "after": "21085286190ffad1248d17c4135ee56f"}
      """
    When the part runs
    Then it succeeds
    And the service got "retrieveResponses"

  Scenario Outline: The service answers <answer>
    Given the input
      """json
      {"form_id": "u6nXL7"}
      """
    And the service answers "<answer>"
    When the part runs
    Then it fails with code "<code>"
    And the error names "<words>"
    And the service got "retrieveResponses"

    Examples:
      | answer | code          | words             |
      | 401    | AUTH_REJECTED | typeform_token    |
      | 403    | AUTH_REJECTED | scope             |
      | 404    | NOT_FOUND     | does not exist    |
      | 429    | RATE_LIMITED  | Too many requests |

  Scenario: The service breaks
    Given the input
      """json
      {"form_id": "u6nXL7"}
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
      {"form_id": "u6nXL7"}
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
      {"form_id": "u6nXL7"}
      """
    And the service answers 200 with
      """html
      <!DOCTYPE html><title>Maintenance</title><p>Back soon</p>
      """
    When the part runs
    Then it fails with code "INVALID_RESPONSE"

  Scenario: Without form_id nothing is sent
    Given the input
      """json
      {}
      """
    When the part runs
    Then it fails with code "MISSING_FIELD"
    And the error names "form_id"
    And nothing was requested
