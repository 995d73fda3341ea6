Feature: Send SMS with Twilio

  Background:
    Given the credential "twilio_account_sid" is "AC0123456789abcdef0123456789abcdef"
    And the credential "twilio_auth_token" is "auth-token-1"

  Scenario: A message is queued
    Given the input
      """json
      {"to": "+886912345678", "from": "+15017122661", "body": "Order 1042 was paid."}
      """
    When the part runs
    Then it succeeds
    And data.sid is "SM87105da94bff44b999e4e6eb90d8eb6a"
    And data.status is "queued"
    And result.text is "Order 1042 was paid."
    And the request's body is "To=%2B886912345678&From=%2B15017122661&Body=Order+1042+was+paid."
    And the service got "CreateMessage"

  Scenario: A scheduled message by a messaging service
    Given the input
      """json
      {"to": "whatsapp:+886912345678",
       "messaging_service_sid": "MG0123456789abcdef0123456789abcdef",
       "body": "Hi",
       "media_url": "https://example.com/a.png",
       "status_callback": "https://example.com/hook",
       "validity_period": 600,
       "send_at": "2026-12-01T09:00:00Z",
       "schedule_type": "fixed"}
      """
    When the part runs
    Then it succeeds
    And the service got "CreateMessage"

  Scenario Outline: The service answers <answer>
    Given the input
      """json
      {"to": "+886912345678", "from": "+15017122661", "body": "Order 1042 was paid."}
      """
    And the service answers "<answer>"
    When the part runs
    Then it fails with code "<code>"
    And the error names "<words>"
    And the service got "CreateMessage"

    Examples:
      | answer | code            | words             |
      | 400    | SERVICE_REFUSED | Phone Number      |
      | 401    | AUTH_REJECTED   | twilio_auth_token |
      | 429    | RATE_LIMITED    | Too Many Requests |

  Scenario: Twilio names its own error code
    Given the input
      """json
      {"to": "+886912345678", "from": "+15017122661", "body": "Order 1042 was paid."}
      """
    And the service answers "400"
    When the part runs
    Then it fails with code "SERVICE_REFUSED"
    And data.code is 21211

  Scenario: The service breaks
    Given the input
      """json
      {"to": "+886912345678", "from": "+15017122661", "body": "Order 1042 was paid."}
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
      {"to": "+886912345678", "from": "+15017122661", "body": "Order 1042 was paid."}
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
      {"to": "+886912345678", "from": "+15017122661", "body": "Order 1042 was paid."}
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
      {"to": "+886912345678", "from": "+15017122661", "body": "Order 1042 was paid."}
      """
    And the service answers 429 with the headers {"retry-after": "30"} and
      """text
      slow down
      """
    When the part runs
    Then it fails with code "RATE_LIMITED"
    And result.retry_after_s is 30

  Scenario: Without to nothing is sent
    Given the input
      """json
      {"from": "+15017122661", "body": "Order 1042 was paid."}
      """
    When the part runs
    Then it fails with code "MISSING_FIELD"
    And the error names "to"
    And nothing was requested

  Scenario: Without body nothing is sent
    Given the input
      """json
      {"to": "+886912345678", "from": "+15017122661"}
      """
    When the part runs
    Then it fails with code "MISSING_FIELD"
    And the error names "body"
    And nothing was requested
