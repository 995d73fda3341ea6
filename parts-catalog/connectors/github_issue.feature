Feature: Create GitHub issue

  Background:
    Given the credential "github_token" is "github_pat_test_1"

  Scenario: An issue is opened
    Given the input
      """json
      {"owner": "octocat", "repo": "hello-world", "title": "Order 1042 failed"}
      """
    When the part runs
    Then it succeeds
    And data.number is 1347
    And data.html_url is "https://github.com/octocat/hello-world/issues/1347"
    And the request's body is "{\"title\":\"Order 1042 failed\"}"
    And the service got "issues/create"

  Scenario: All options
    Given the input
      """json
      {"owner": "octocat",
       "repo": "hello-world",
       "title": "Bug",
       "body": "**Text**",
       "labels": ["bug"],
       "assignees": ["octocat"],
       "milestone": 1}
      """
    When the part runs
    Then it succeeds
    And the service got "issues/create"

  Scenario: An owner cannot lead to another address
    Given the input
      """json
      {"owner": "..", "repo": "x", "title": "Bug"}
      """
    When the part runs
    Then it fails with code "INVALID_VALUE"
    And nothing was requested

  Scenario Outline: The service answers <answer>
    Given the input
      """json
      {"owner": "octocat", "repo": "hello-world", "title": "Order 1042 failed"}
      """
    And the service answers "<answer>"
    When the part runs
    Then it fails with code "<code>"
    And the error names "<words>"
    And the service got "issues/create"

    Examples:
      | answer | code            | words                |
      | 401    | AUTH_REJECTED   | github_token         |
      | 403    | AUTH_REJECTED   | github_token         |
      | 404    | NOT_FOUND       | Not Found            |
      | 422    | SERVICE_REFUSED | Validation Failed    |
      | 429    | RATE_LIMITED    | secondary rate limit |

  Scenario: The service breaks
    Given the input
      """json
      {"owner": "octocat", "repo": "hello-world", "title": "Order 1042 failed"}
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
      {"owner": "octocat", "repo": "hello-world", "title": "Order 1042 failed"}
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
      {"owner": "octocat", "repo": "hello-world", "title": "Order 1042 failed"}
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
      {"owner": "octocat", "repo": "hello-world", "title": "Order 1042 failed"}
      """
    And the service answers 429 with the headers {"retry-after": "30"} and
      """text
      slow down
      """
    When the part runs
    Then it fails with code "RATE_LIMITED"
    And result.retry_after_s is 30

  Scenario: Without owner nothing is sent
    Given the input
      """json
      {"repo": "hello-world", "title": "Order 1042 failed"}
      """
    When the part runs
    Then it fails with code "MISSING_FIELD"
    And the error names "owner"
    And nothing was requested

  Scenario: Without repo nothing is sent
    Given the input
      """json
      {"owner": "octocat", "title": "Order 1042 failed"}
      """
    When the part runs
    Then it fails with code "MISSING_FIELD"
    And the error names "repo"
    And nothing was requested

  Scenario: Without title nothing is sent
    Given the input
      """json
      {"owner": "octocat", "repo": "hello-world"}
      """
    When the part runs
    Then it fails with code "MISSING_FIELD"
    And the error names "title"
    And nothing was requested
