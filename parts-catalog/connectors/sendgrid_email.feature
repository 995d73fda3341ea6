Feature: Send e-mail with SendGrid

  Background:
    Given the credential "sendgrid_api_key" is "SG.test-key-1"

  Scenario: A mail is accepted, the answer has no body
    Given the input
      """json
      {"from_email": "orders@example.com",
       "to": [{"email": "ann@example.com"}],
       "subject": "Order 1042 was paid",
       "content": "Thank you."}
      """
    When the part runs
    Then it succeeds
    And data.message_id is "14c5d75ce93.dfd.64b469"
    And the service got "mailSend"

  Scenario: All options
    Given the input
      """json
      {"from_email": "orders@example.com",
       "from_name": "Orders",
       "to": [{"email": "ann@example.com", "name": "Ann"}, {"email": "bob@example.com"}],
       "cc": [{"email": "c@example.com"}],
       "bcc": [{"email": "d@example.com"}],
       "reply_to": {"email": "help@example.com"},
       "subject": "Hi",
       "content": "<p>Hi</p>",
       "content_type": "text/html",
       "attachments": [{"content": "SGk=", "filename": "a.txt"}],
       "categories": ["orders"],
       "send_at": 1795305600}
      """
    When the part runs
    Then it succeeds
    And the service got "mailSend"

  Scenario: A text where the list of recipients belongs is refused
    Given the input
      """json
      {"from_email": "orders@example.com", "to": "ann@example.com", "subject": "Hi", "content": "x"}
      """
    When the part runs
    Then it fails with code "INVALID_TYPE"
    And the error names "to"
    And nothing was requested

  Scenario Outline: The service answers <answer>
    Given the input
      """json
      {"from_email": "orders@example.com",
       "to": [{"email": "ann@example.com"}],
       "subject": "Order 1042 was paid",
       "content": "Thank you."}
      """
    And the service answers "<answer>"
    When the part runs
    Then it fails with code "<code>"
    And the error names "<words>"
    And the service got "mailSend"

    Examples:
      | answer | code            | words             |
      | 400    | SERVICE_REFUSED | valid address     |
      | 401    | AUTH_REJECTED   | sendgrid_api_key  |
      | 403    | AUTH_REJECTED   | sendgrid_api_key  |
      | 413    | SERVICE_REFUSED | too large         |
      | 429    | RATE_LIMITED    | too many requests |
      | 500    | SERVICE_ERROR   | Internal error    |

  Scenario: The service is down
    Given the input
      """json
      {"from_email": "orders@example.com",
       "to": [{"email": "ann@example.com"}],
       "subject": "Order 1042 was paid",
       "content": "Thank you."}
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
      {"from_email": "orders@example.com",
       "to": [{"email": "ann@example.com"}],
       "subject": "Order 1042 was paid",
       "content": "Thank you."}
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
      {"from_email": "orders@example.com",
       "to": [{"email": "ann@example.com"}],
       "subject": "Order 1042 was paid",
       "content": "Thank you."}
      """
    And the service answers 429 with the headers {"retry-after": "30"} and
      """text
      slow down
      """
    When the part runs
    Then it fails with code "RATE_LIMITED"
    And result.retry_after_s is 30

  Scenario: Without from_email nothing is sent
    Given the input
      """json
      {"to": [{"email": "ann@example.com"}], "subject": "Order 1042 was paid", "content": "Thank you."}
      """
    When the part runs
    Then it fails with code "MISSING_FIELD"
    And the error names "from_email"
    And nothing was requested

  Scenario: Without to nothing is sent
    Given the input
      """json
      {"from_email": "orders@example.com", "subject": "Order 1042 was paid", "content": "Thank you."}
      """
    When the part runs
    Then it fails with code "MISSING_FIELD"
    And the error names "to"
    And nothing was requested

  Scenario: Without subject nothing is sent
    Given the input
      """json
      {"from_email": "orders@example.com", "to": [{"email": "ann@example.com"}], "content": "Thank you."}
      """
    When the part runs
    Then it fails with code "MISSING_FIELD"
    And the error names "subject"
    And nothing was requested

  Scenario: Without content nothing is sent
    Given the input
      """json
      {"from_email": "orders@example.com", "to": [{"email": "ann@example.com"}], "subject": "Order 1042 was paid"}
      """
    When the part runs
    Then it fails with code "MISSING_FIELD"
    And the error names "content"
    And nothing was requested
