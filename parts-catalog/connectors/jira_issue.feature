Feature: Create Jira issue

  Background:
    Given the credential "jira_email" is "ann@example.com"
    And the credential "jira_api_token" is "jira-token-1"

  Scenario: An issue is opened
    Given the input
      """json
      {"site": "acme", "project_key": "OPS", "summary": "Order 1042 failed"}
      """
    When the part runs
    Then it succeeds
    And data.key is "OPS-42"
    And the request's body is "{\"fields\":{\"project\":{\"key\":\"OPS\"},\"issuetype\":{\"name\":\"Task\"},\"summary\":\"Order 1042 failed\"}}"
    And the service got "createIssue"

  Scenario: All options
    Given the input
      """json
      {"site": "acme",
       "project_key": "OPS",
       "issue_type": "Bug",
       "summary": "Bug",
       "description": "*Text*",
       "labels": ["orders"],
       "assignee": {"id": "5b109f2e9729b51b54dc274d"},
       "priority": {"name": "High"},
       "parent": {"key": "OPS-1"},
       "components": [{"name": "Shop"}],
       "duedate": "2026-12-01"}
      """
    When the part runs
    Then it succeeds
    And the service got "createIssue"

  Scenario: A site cannot lead to another host
    Given the input
      """json
      {"site": "evil.example/", "project_key": "OPS", "summary": "x"}
      """
    When the part runs
    Then it fails with code "INVALID_VALUE"
    And nothing was requested

  Scenario Outline: The service answers <answer>
    Given the input
      """json
      {"site": "acme", "project_key": "OPS", "summary": "Order 1042 failed"}
      """
    And the service answers "<answer>"
    When the part runs
    Then it fails with code "<code>"
    And the error names "<words>"
    And the service got "createIssue"

    Examples:
      | answer | code            | words                  |
      | 400    | SERVICE_REFUSED | priority               |
      | 401    | AUTH_REJECTED   | jira_api_token         |
      | 403    | AUTH_REJECTED   | permission             |
      | 422    | SERVICE_REFUSED | could not be processed |

  Scenario: The service answers 429
    Given the input
      """json
      {"site": "acme", "project_key": "OPS", "summary": "Order 1042 failed"}
      """
    And the service answers 429 with
      """json
      {"errorMessages": ["Rate limit exceeded."]}
      """
    When the part runs
    Then it fails with code "RATE_LIMITED"
    And the error names "Rate limit"
    And the service got "createIssue"

  Scenario: The service breaks
    Given the input
      """json
      {"site": "acme", "project_key": "OPS", "summary": "Order 1042 failed"}
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
      {"site": "acme", "project_key": "OPS", "summary": "Order 1042 failed"}
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
      {"site": "acme", "project_key": "OPS", "summary": "Order 1042 failed"}
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
      {"site": "acme", "project_key": "OPS", "summary": "Order 1042 failed"}
      """
    And the service answers 429 with the headers {"retry-after": "30"} and
      """text
      slow down
      """
    When the part runs
    Then it fails with code "RATE_LIMITED"
    And result.retry_after_s is 30

  Scenario: Without site nothing is sent
    Given the input
      """json
      {"project_key": "OPS", "summary": "Order 1042 failed"}
      """
    When the part runs
    Then it fails with code "MISSING_FIELD"
    And the error names "site"
    And nothing was requested

  Scenario: Without project_key nothing is sent
    Given the input
      """json
      {"site": "acme", "summary": "Order 1042 failed"}
      """
    When the part runs
    Then it fails with code "MISSING_FIELD"
    And the error names "project_key"
    And nothing was requested

  Scenario: Without summary nothing is sent
    Given the input
      """json
      {"site": "acme", "project_key": "OPS"}
      """
    When the part runs
    Then it fails with code "MISSING_FIELD"
    And the error names "summary"
    And nothing was requested
