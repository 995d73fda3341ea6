Feature: Start GitHub workflow

  Background:
    Given the credential "github_token" is "github_pat_test_1"

  Scenario: A workflow is started on the branch main
    Given the input
      """json
      {"owner": "octocat", "repo": "hello-world", "workflow_id": "deploy.yml"}
      """
    When the part runs
    Then it succeeds
    And data is null
    And the request's body is "{\"ref\":\"main\"}"
    And the service got "actions/create-workflow-dispatch"

  Scenario: Another branch, with inputs
    Given the input
      """json
      {"owner": "octocat",
       "repo": "hello-world",
       "workflow_id": 161335,
       "ref": "release",
       "inputs": {"environment": "production"}}
      """
    When the part runs
    Then it succeeds
    And the service got "actions/create-workflow-dispatch"

  Scenario Outline: The service answers <answer>
    Given the input
      """json
      {"owner": "octocat", "repo": "hello-world", "workflow_id": "deploy.yml"}
      """
    And the service answers "<answer>"
    When the part runs
    Then it fails with code "<code>"
    And the error names "<words>"
    And the service got "actions/create-workflow-dispatch"

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
      {"owner": "octocat", "repo": "hello-world", "workflow_id": "deploy.yml"}
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
      {"owner": "octocat", "repo": "hello-world", "workflow_id": "deploy.yml"}
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
      {"owner": "octocat", "repo": "hello-world", "workflow_id": "deploy.yml"}
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
      {"owner": "octocat", "repo": "hello-world", "workflow_id": "deploy.yml"}
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
      {"repo": "hello-world", "workflow_id": "deploy.yml"}
      """
    When the part runs
    Then it fails with code "MISSING_FIELD"
    And the error names "owner"
    And nothing was requested

  Scenario: Without repo nothing is sent
    Given the input
      """json
      {"owner": "octocat", "workflow_id": "deploy.yml"}
      """
    When the part runs
    Then it fails with code "MISSING_FIELD"
    And the error names "repo"
    And nothing was requested

  Scenario: Without workflow_id nothing is sent
    Given the input
      """json
      {"owner": "octocat", "repo": "hello-world"}
      """
    When the part runs
    Then it fails with code "MISSING_FIELD"
    And the error names "workflow_id"
    And nothing was requested
