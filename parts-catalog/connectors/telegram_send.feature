Feature: Send Telegram message

  Background:
    Given the credential "telegram_bot_token" is "123456:ABC-DEF"

  Scenario: A message is sent
    Given the input
      """json
      {"chat_id": "-1001234567890", "text": "Order 1042 was paid."}
      """
    When the part runs
    Then it succeeds
    And data.message_id is 42
    And result.text is "Order 1042 was paid."
    And data.chat.title is "Sales"
    And the request's url is "https://api.telegram.org/bot123456%3AABC-DEF/sendMessage"
    And the service got "sendMessage"

  Scenario: The chat may be a number, and only what is set is sent
    Given the input
      """json
      {"chat_id": 77, "text": "Hi"}
      """
    When the part runs
    Then it succeeds
    And the request's body is "{\"chat_id\":77,\"text\":\"Hi\"}"
    And the service got "sendMessage"

  Scenario: All options
    Given the input
      """json
      {"chat_id": "@sales",
       "text": "*Paid*",
       "parse_mode": "MarkdownV2",
       "message_thread_id": 5,
       "disable_notification": true,
       "protect_content": true,
       "link_preview_options": {"is_disabled": true},
       "reply_parameters": {"message_id": 7},
       "reply_markup": {"inline_keyboard": [[{"text": "Open", "url": "https://example.com"}]]}}
      """
    When the part runs
    Then it succeeds
    And the service got "sendMessage"

  Scenario: A formatting that Telegram does not know is refused before anything is sent
    Given the input
      """json
      {"chat_id": 1, "text": "Hi", "parse_mode": "BBCode"}
      """
    When the part runs
    Then it fails with code "INVALID_VALUE"
    And the error names "parse_mode"
    And nothing was requested

  Scenario: Telegram says no with status 200
    Given the input
      """json
      {"chat_id": "-1001234567890", "text": "Order 1042 was paid."}
      """
    And the service answers 200 with
      """json
      {"ok": false, "error_code": 400, "description": "Bad Request: message is too long"}
      """
    When the part runs
    Then it fails with code "SERVICE_REFUSED"
    And the error names "message is too long"
    And the service got "sendMessage"

  Scenario Outline: The service answers <answer>
    Given the input
      """json
      {"chat_id": "-1001234567890", "text": "Order 1042 was paid."}
      """
    And the service answers "<answer>"
    When the part runs
    Then it fails with code "<code>"
    And the error names "<words>"
    And the service got "sendMessage"

    Examples:
      | answer | code            | words              |
      | 400    | SERVICE_REFUSED | chat not found     |
      | 401    | AUTH_REJECTED   | telegram_bot_token |
      | 403    | AUTH_REJECTED   | telegram_bot_token |
      | 429    | RATE_LIMITED    | retry after 14     |

  Scenario: A limit tells how long to wait
    Given the input
      """json
      {"chat_id": "-1001234567890", "text": "Order 1042 was paid."}
      """
    And the service answers "429"
    When the part runs
    Then it fails with code "RATE_LIMITED"
    And data.parameters.retry_after is 14

  Scenario: The service breaks
    Given the input
      """json
      {"chat_id": "-1001234567890", "text": "Order 1042 was paid."}
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
      {"chat_id": "-1001234567890", "text": "Order 1042 was paid."}
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
      {"chat_id": "-1001234567890", "text": "Order 1042 was paid."}
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
      {"chat_id": "-1001234567890", "text": "Order 1042 was paid."}
      """
    And the service answers 429 with the headers {"retry-after": "30"} and
      """text
      slow down
      """
    When the part runs
    Then it fails with code "RATE_LIMITED"
    And result.retry_after_s is 30

  Scenario: Without chat_id nothing is sent
    Given the input
      """json
      {"text": "Order 1042 was paid."}
      """
    When the part runs
    Then it fails with code "MISSING_FIELD"
    And the error names "chat_id"
    And nothing was requested

  Scenario: Without text nothing is sent
    Given the input
      """json
      {"chat_id": "-1001234567890"}
      """
    When the part runs
    Then it fails with code "MISSING_FIELD"
    And the error names "text"
    And nothing was requested
