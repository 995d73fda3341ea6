Feature: Insert into Supabase

  Background:
    Given the credential "supabase_key" is "sb_secret_test_1"

  Scenario: Rows are added and come back
    Given the input
      """json
      {"project": "abcdefghijklmnop", "table": "orders", "rows": [{"id": 1042, "total": 1280}]}
      """
    When the part runs
    Then it succeeds
    And data.0.id is 1042
    And the request's body is "[{\"id\":1042,\"total\":1280}]"
    And the service got "insert"

  Scenario: One row, written over where it exists
    Given the input
      """json
      {"project": "abcdefghijklmnop",
       "table": "orders",
       "rows": {"id": 1042, "total": 1300},
       "prefer": "return=representation,resolution=merge-duplicates",
       "on_conflict": "id"}
      """
    When the part runs
    Then it succeeds
    And the service got "insert"

  Scenario: With return=minimal there is no answer body
    Given the input
      """json
      {"project": "abcdefghijklmnop", "table": "orders", "rows": {"id": 1}, "prefer": "return=minimal"}
      """
    And the service answers 201 with
      """text

      """
    When the part runs
    Then it succeeds
    And data is null
    And the service got "insert"

  Scenario Outline: The service answers <answer>
    Given the input
      """json
      {"project": "abcdefghijklmnop", "table": "orders", "rows": [{"id": 1042, "total": 1280}]}
      """
    And the service answers "<answer>"
    When the part runs
    Then it fails with code "<code>"
    And the error names "<words>"
    And the service got "insert"

    Examples:
      | answer | code            | words                    |
      | 400    | SERVICE_REFUSED | invalid input syntax     |
      | 401    | AUTH_REJECTED   | supabase_key             |
      | 403    | AUTH_REJECTED   | permission denied        |
      | 404    | NOT_FOUND       | Could not find the table |
      | 409    | SERVICE_REFUSED | duplicate key            |

  Scenario: The service answers 429
    Given the input
      """json
      {"project": "abcdefghijklmnop", "table": "orders", "rows": [{"id": 1042, "total": 1280}]}
      """
    And the service answers 429 with
      """json
      {"message": "Too many requests"}
      """
    When the part runs
    Then it fails with code "RATE_LIMITED"
    And the error names "Too many requests"
    And the service got "insert"

  Scenario: The service breaks
    Given the input
      """json
      {"project": "abcdefghijklmnop", "table": "orders", "rows": [{"id": 1042, "total": 1280}]}
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
      {"project": "abcdefghijklmnop", "table": "orders", "rows": [{"id": 1042, "total": 1280}]}
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
      {"project": "abcdefghijklmnop", "table": "orders", "rows": [{"id": 1042, "total": 1280}]}
      """
    And the service answers 502 with
      """html
      <!DOCTYPE html><title>Maintenance</title><p>Back soon</p>
      """
    When the part runs
    Then it fails with code "SERVICE_ERROR"

  Scenario: A limit says when to try again
    Given the input
      """json
      {"project": "abcdefghijklmnop", "table": "orders", "rows": [{"id": 1042, "total": 1280}]}
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
      {"table": "orders", "rows": [{"id": 1042, "total": 1280}]}
      """
    When the part runs
    Then it fails with code "MISSING_FIELD"
    And the error names "project"
    And nothing was requested

  Scenario: Without table nothing is sent
    Given the input
      """json
      {"project": "abcdefghijklmnop", "rows": [{"id": 1042, "total": 1280}]}
      """
    When the part runs
    Then it fails with code "MISSING_FIELD"
    And the error names "table"
    And nothing was requested

  Scenario: Without rows nothing is sent
    Given the input
      """json
      {"project": "abcdefghijklmnop", "table": "orders"}
      """
    When the part runs
    Then it fails with code "MISSING_FIELD"
    And the error names "rows"
    And nothing was requested
