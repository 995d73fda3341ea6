Feature: Create Airtable records

  Background:
    Given the credential "airtable_token" is "pat-test-1"

  Scenario: One record
    Given the input
      """json
      {"base_id": "appAbCdEfGhIjKlMn", "table": "Orders", "fields": {"Name": "Order 1042", "Total": 1280}}
      """
    When the part runs
    Then it succeeds
    And data.id is "rec560UJdUtocSouk"
    And the request's body is "{\"fields\":{\"Name\":\"Order 1042\",\"Total\":1280}}"
    And the service got "createRecords"

  Scenario: Several records
    Given the input
      """json
      {"base_id": "appAbCdEfGhIjKlMn",
       "table": "Orders",
       "records": [{"fields": {"Name": "A"}}, {"fields": {"Name": "B"}}],
       "typecast": true}
      """
    And the service answers 200 with
      """json
      {"records": [{"id": "rec1", "fields": {"Name": "A"}}, {"id": "rec2", "fields": {"Name": "B"}}]}
      """
    When the part runs
    Then it succeeds
    And data.records.1.id is "rec2"
    And the service got "createRecords"

  Scenario Outline: The service answers <answer>
    Given the input
      """json
      {"base_id": "appAbCdEfGhIjKlMn", "table": "Orders", "fields": {"Name": "Order 1042", "Total": 1280}}
      """
    And the service answers "<answer>"
    When the part runs
    Then it fails with code "<code>"
    And the error names "<words>"
    And the service got "createRecords"

    Examples:
      | answer | code            | words           |
      | 401    | AUTH_REJECTED   | airtable_token  |
      | 403    | AUTH_REJECTED   | airtable_token  |
      | 404    | NOT_FOUND       | Could not find  |
      | 422    | SERVICE_REFUSED | Invalid request |
      | 429    | RATE_LIMITED    | Rate limit      |

  Scenario: The service breaks
    Given the input
      """json
      {"base_id": "appAbCdEfGhIjKlMn", "table": "Orders", "fields": {"Name": "Order 1042", "Total": 1280}}
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
      {"base_id": "appAbCdEfGhIjKlMn", "table": "Orders", "fields": {"Name": "Order 1042", "Total": 1280}}
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
      {"base_id": "appAbCdEfGhIjKlMn", "table": "Orders", "fields": {"Name": "Order 1042", "Total": 1280}}
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
      {"base_id": "appAbCdEfGhIjKlMn", "table": "Orders", "fields": {"Name": "Order 1042", "Total": 1280}}
      """
    And the service answers 429 with the headers {"retry-after": "30"} and
      """text
      slow down
      """
    When the part runs
    Then it fails with code "RATE_LIMITED"
    And result.retry_after_s is 30

  Scenario: Without base_id nothing is sent
    Given the input
      """json
      {"table": "Orders", "fields": {"Name": "Order 1042", "Total": 1280}}
      """
    When the part runs
    Then it fails with code "MISSING_FIELD"
    And the error names "base_id"
    And nothing was requested

  Scenario: Without table nothing is sent
    Given the input
      """json
      {"base_id": "appAbCdEfGhIjKlMn", "fields": {"Name": "Order 1042", "Total": 1280}}
      """
    When the part runs
    Then it fails with code "MISSING_FIELD"
    And the error names "table"
    And nothing was requested
