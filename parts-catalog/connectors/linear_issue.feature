Feature: Create Linear issue

  Background:
    Given the credential "linear_api_key" is "lin_api_test_1"

  Scenario: An issue is opened
    Given the input
      """json
      {"team_id": "9cfb482a", "title": "Order 1042 failed"}
      """
    When the part runs
    Then it succeeds
    And data.identifier is "ENG-42"
    And the service got "issueCreate"

  Scenario: All options
    Given the input
      """json
      {"team_id": "9cfb482a",
       "title": "Bug",
       "description": "**Text**",
       "priority": 2,
       "assignee_id": "u1",
       "state_id": "s1",
       "label_ids": ["l1"],
       "project_id": "p1",
       "cycle_id": "c1",
       "parent_id": "i1",
       "due_date": "2026-12-01",
       "estimate": 3,
       "subscriber_ids": ["u2"]}
      """
    When the part runs
    Then it succeeds
    And the service got "issueCreate"

  Scenario: Errors with status 200 are a failure
    Given the input
      """json
      {"team_id": "9cfb482a", "title": "Order 1042 failed"}
      """
    And the service answers 200 with
      """json
      {"errors": [{"message": "Argument Validation Error", "path": ["issueCreate"]}], "data": null}
      """
    When the part runs
    Then it fails with code "SERVICE_REFUSED"
    And the error names "Argument Validation Error"
    And the service got "issueCreate"

  Scenario: No error but no success either
    Given the input
      """json
      {"team_id": "9cfb482a", "title": "Order 1042 failed"}
      """
    And the service answers 200 with
      """json
      {"data": {"issueCreate": {"success": false, "issue": null}}}
      """
    When the part runs
    Then it fails with code "SERVICE_REFUSED"
    And the service got "issueCreate"

  Scenario Outline: The service answers <answer>
    Given the input
      """json
      {"team_id": "9cfb482a", "title": "Order 1042 failed"}
      """
    And the service answers "<answer>"
    When the part runs
    Then it fails with code "<code>"
    And the error names "<words>"
    And the service got "issueCreate"

    Examples:
      | answer | code            | words               |
      | 400    | SERVICE_REFUSED | Rate limit exceeded |
      | 401    | AUTH_REJECTED   | linear_api_key      |

  Scenario: The service answers 429
    Given the input
      """json
      {"team_id": "9cfb482a", "title": "Order 1042 failed"}
      """
    And the service answers 429 with
      """json
      {"errors": [{"message": "Too many requests"}]}
      """
    When the part runs
    Then it fails with code "RATE_LIMITED"
    And the error names "Too many requests"
    And the service got "issueCreate"

  Scenario: The service breaks
    Given the input
      """json
      {"team_id": "9cfb482a", "title": "Order 1042 failed"}
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
      {"team_id": "9cfb482a", "title": "Order 1042 failed"}
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
      {"team_id": "9cfb482a", "title": "Order 1042 failed"}
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
      {"team_id": "9cfb482a", "title": "Order 1042 failed"}
      """
    And the service answers 429 with the headers {"retry-after": "30"} and
      """text
      slow down
      """
    When the part runs
    Then it fails with code "RATE_LIMITED"
    And result.retry_after_s is 30

  Scenario: Without team_id nothing is sent
    Given the input
      """json
      {"title": "Order 1042 failed"}
      """
    When the part runs
    Then it fails with code "MISSING_FIELD"
    And the error names "team_id"
    And nothing was requested

  Scenario: Without title nothing is sent
    Given the input
      """json
      {"team_id": "9cfb482a"}
      """
    When the part runs
    Then it fails with code "MISSING_FIELD"
    And the error names "title"
    And nothing was requested
