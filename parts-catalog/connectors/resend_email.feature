Feature: Send e-mail with Resend

  Background:
    Given the credential "resend_api_key" is "re_test_key_1"

  Scenario: A mail is sent, and only once however often the call is tried
    Given the input
      """json
      {"from": "Orders <orders@example.com>",
       "to": "ann@example.com",
       "subject": "Order 1042 was paid",
       "text": "Thank you."}
      """
    When the part runs
    Then it succeeds
    And data.id is "49a3999c-0ce1-4ea6-ab68-afcd6dc2e794"
    And the request's header "idempotency-key" is "scenario:call"
    And the service got "sendEmail"

  Scenario: All options
    Given the input
      """json
      {"from": "orders@example.com",
       "to": ["ann@example.com", "bob@example.com"],
       "subject": "Hi",
       "html": "<p>Hi</p>",
       "text": "Hi",
       "cc": "c@example.com",
       "bcc": ["d@example.com"],
       "reply_to": "help@example.com",
       "scheduled_at": "2026-12-01T09:00:00Z",
       "attachments": [{"filename": "a.txt", "content": "SGk="}],
       "tags": [{"name": "kind", "value": "order"}],
       "headers": {"X-Order": "1042"},
       "topic_id": "t1"}
      """
    When the part runs
    Then it succeeds
    And the service got "sendEmail"

  Scenario: A template stands in for the text
    Given the input
      """json
      {"from": "orders@example.com",
       "to": "ann@example.com",
       "subject": "Hi",
       "template": {"id": "order-paid", "variables": {"ORDER": 1042}}}
      """
    When the part runs
    Then it succeeds
    And the service got "sendEmail"

  Scenario Outline: The service answers <answer>
    Given the input
      """json
      {"from": "Orders <orders@example.com>",
       "to": "ann@example.com",
       "subject": "Order 1042 was paid",
       "text": "Thank you."}
      """
    And the service answers "<answer>"
    When the part runs
    Then it fails with code "<code>"
    And the error names "<words>"
    And the service got "sendEmail"

    Examples:
      | answer | code            | words              |
      | 400    | SERVICE_REFUSED | one or more fields |
      | 401    | AUTH_REJECTED   | resend_api_key     |
      | 403    | AUTH_REJECTED   | resend_api_key     |
      | 429    | RATE_LIMITED    | Too many requests  |

  Scenario: The service breaks
    Given the input
      """json
      {"from": "Orders <orders@example.com>",
       "to": "ann@example.com",
       "subject": "Order 1042 was paid",
       "text": "Thank you."}
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
      {"from": "Orders <orders@example.com>",
       "to": "ann@example.com",
       "subject": "Order 1042 was paid",
       "text": "Thank you."}
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
      {"from": "Orders <orders@example.com>",
       "to": "ann@example.com",
       "subject": "Order 1042 was paid",
       "text": "Thank you."}
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
      {"from": "Orders <orders@example.com>",
       "to": "ann@example.com",
       "subject": "Order 1042 was paid",
       "text": "Thank you."}
      """
    And the service answers 429 with the headers {"retry-after": "30"} and
      """text
      slow down
      """
    When the part runs
    Then it fails with code "RATE_LIMITED"
    And result.retry_after_s is 30

  Scenario: Without from nothing is sent
    Given the input
      """json
      {"to": "ann@example.com", "subject": "Order 1042 was paid", "text": "Thank you."}
      """
    When the part runs
    Then it fails with code "MISSING_FIELD"
    And the error names "from"
    And nothing was requested

  Scenario: Without to nothing is sent
    Given the input
      """json
      {"from": "Orders <orders@example.com>", "subject": "Order 1042 was paid", "text": "Thank you."}
      """
    When the part runs
    Then it fails with code "MISSING_FIELD"
    And the error names "to"
    And nothing was requested

  Scenario: Without subject nothing is sent
    Given the input
      """json
      {"from": "Orders <orders@example.com>", "to": "ann@example.com", "text": "Thank you."}
      """
    When the part runs
    Then it fails with code "MISSING_FIELD"
    And the error names "subject"
    And nothing was requested
