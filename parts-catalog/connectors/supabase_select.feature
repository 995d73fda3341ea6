Feature: Select from Supabase

  Background:
    Given the credential "supabase_key" is "sb_secret_test_1"

  Scenario: Rows are read
    Given the input
      """json
      {"project": "abcdefghijklmnop", "table": "orders"}
      """
    When the part runs
    Then it succeeds
    And data.0.total is 1280
    And the request's url is "https://abcdefghijklmnop.supabase.co/rest/v1/orders?select=*"
    And the service got "select"

  Scenario: Columns, filters, order and paging
    Given the input
      """json
      {"project": "abcdefghijklmnop",
       "table": "orders",
       "select": "id,total",
       "filter": "(status.eq.paid,total.gt.100)",
       "any_of": "(id.eq.1,id.eq.2)",
       "order": "id.desc",
       "limit": 20,
       "offset": 40}
      """
    When the part runs
    Then it succeeds
    And the service got "select"

  Scenario: A project cannot lead to another host
    Given the input
      """json
      {"project": "evil.example/", "table": "orders"}
      """
    When the part runs
    Then it fails with code "INVALID_VALUE"
    And nothing was requested

  Scenario Outline: The service answers <answer>
    Given the input
      """json
      {"project": "abcdefghijklmnop", "table": "orders"}
      """
    And the service answers "<answer>"
    When the part runs
    Then it fails with code "<code>"
    And the error names "<words>"
    And the service got "select"

    Examples:
      | answer | code            | words                    |
      | 400    | SERVICE_REFUSED | invalid input syntax     |
      | 401    | AUTH_REJECTED   | supabase_key             |
      | 403    | AUTH_REJECTED   | permission denied        |
      | 404    | NOT_FOUND       | Could not find the table |

  Scenario: The service answers 429
    Given the input
      """json
      {"project": "abcdefghijklmnop", "table": "orders"}
      """
    And the service answers 429 with
      """json
      {"message": "Too many requests"}
      """
    When the part runs
    Then it fails with code "RATE_LIMITED"
    And the error names "Too many requests"
    And the service got "select"

  Scenario: The service breaks
    Given the input
      """json
      {"project": "abcdefghijklmnop", "table": "orders"}
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
      {"project": "abcdefghijklmnop", "table": "orders"}
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
      {"project": "abcdefghijklmnop", "table": "orders"}
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
      {"project": "abcdefghijklmnop", "table": "orders"}
      """
    And the service answers 429 with the headers {"retry-after": "30"} and
      """text
      slow down
      """
    When the part runs
    Then it fails with code "RATE_LIMITED"
    And result.retry_after_s is 30

  Scenario: Without project nothing is sent
    Given the input
      """json
      {"table": "orders"}
      """
    When the part runs
    Then it fails with code "MISSING_FIELD"
    And the error names "project"
    And nothing was requested

  Scenario: Without table nothing is sent
    Given the input
      """json
      {"project": "abcdefghijklmnop"}
      """
    When the part runs
    Then it fails with code "MISSING_FIELD"
    And the error names "table"
    And nothing was requested
