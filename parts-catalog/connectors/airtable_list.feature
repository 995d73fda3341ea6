Feature: List Airtable records

  Background:
    Given the credential "airtable_token" is "pat-test-1"

  Scenario: Records are read
    Given the input
      """json
      {"base_id": "appAbCdEfGhIjKlMn", "table": "Orders"}
      """
    When the part runs
    Then it succeeds
    And data.records.0.fields.Total is 1280
    And data.offset is "itr23sEjsdfEr3282/rec560UJdUtocSouk"
    And the request's url is "https://api.airtable.com/v0/appAbCdEfGhIjKlMn/Orders"
    And the service got "listRecords"

  Scenario: Filter, fields, order and paging
    Given the input
      """json
      {"base_id": "appAbCdEfGhIjKlMn",
       "table": "訂單 2026/11",
       "filter_by_formula": "{Status} = 'Paid'",
       "view": "Grid view",
       "fields": ["Name", "Total"],
       "sort_field": "Total",
       "sort_direction": "desc",
       "max_records": 200,
       "page_size": 50,
       "offset": "itr1/rec1"}
      """
    When the part runs
    Then it succeeds
    And the service got "listRecords"

  Scenario Outline: The service answers <answer>
    Given the input
      """json
      {"base_id": "appAbCdEfGhIjKlMn", "table": "Orders"}
      """
    And the service answers "<answer>"
    When the part runs
    Then it fails with code "<code>"
    And the error names "<words>"
    And the service got "listRecords"

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
      {"base_id": "appAbCdEfGhIjKlMn", "table": "Orders"}
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
      {"base_id": "appAbCdEfGhIjKlMn", "table": "Orders"}
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
      {"base_id": "appAbCdEfGhIjKlMn", "table": "Orders"}
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
      {"base_id": "appAbCdEfGhIjKlMn", "table": "Orders"}
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
      {"table": "Orders"}
      """
    When the part runs
    Then it fails with code "MISSING_FIELD"
    And the error names "base_id"
    And nothing was requested

  Scenario: Without table nothing is sent
    Given the input
      """json
      {"base_id": "appAbCdEfGhIjKlMn"}
      """
    When the part runs
    Then it fails with code "MISSING_FIELD"
    And the error names "table"
    And nothing was requested
