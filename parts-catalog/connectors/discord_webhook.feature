Feature: Post Discord message

  Background:
    Given the credential "discord_webhook_url" is "https://discord.com/api/webhooks/223704706495545344/3d89bb7572e0fb30"

  Scenario: A message is posted and its id comes back
    Given the input
      """json
      {"content": "Order 1042 was paid."}
      """
    When the part runs
    Then it succeeds
    And data.id is "1312345678901234567"
    And result.text is "Order 1042 was paid."
    And the request's url is "https://discord.com/api/webhooks/223704706495545344/3d89bb7572e0fb30?wait=true"
    And the service got "executeWebhook"

  Scenario: All options
    Given the input
      """json
      {"content": "Hi",
       "username": "Orders",
       "avatar_url": "https://example.com/a.png",
       "tts": false,
       "embeds": [{"title": "Paid"}],
       "allowed_mentions": {"parse": []},
       "flags": 4096,
       "thread_id": "99"}
      """
    When the part runs
    Then it succeeds
    And the service got "executeWebhook"

  Scenario: An embed needs no text
    Given the input
      """json
      {"embeds": [{"title": "Paid"}]}
      """
    When the part runs
    Then it succeeds
    And the service got "executeWebhook"

  Scenario: A new thread with a poll and components
    Given the input
      """json
      {"thread_name": "Orders",
       "applied_tags": ["7"],
       "components": [{"type": 1, "components": []}],
       "poll": {"question": {"text": "Ship?"}, "answers": [{"poll_media": {"text": "Yes"}}]}}
      """
    When the part runs
    Then it succeeds
    And the service got "executeWebhook"

  Scenario: A secret address at another host is refused
    Given the input
      """json
      {"content": "Order 1042 was paid."}
      """
    And the credential "discord_webhook_url" is "https://evil.example/api/webhooks/1/2"
    When the part runs
    Then it fails with code "HOST_NOT_ALLOWED"
    And nothing was requested

  Scenario Outline: The service answers <answer>
    Given the input
      """json
      {"content": "Order 1042 was paid."}
      """
    And the service answers "<answer>"
    When the part runs
    Then it fails with code "<code>"
    And the error names "<words>"
    And the service got "executeWebhook"

    Examples:
      | answer | code            | words               |
      | 400    | SERVICE_REFUSED | empty message       |
      | 401    | AUTH_REJECTED   | discord_webhook_url |
      | 404    | NOT_FOUND       | Unknown Webhook     |
      | 429    | RATE_LIMITED    | rate limited        |

  Scenario: The service breaks
    Given the input
      """json
      {"content": "Order 1042 was paid."}
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
      {"content": "Order 1042 was paid."}
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
      {"content": "Order 1042 was paid."}
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
      {"content": "Order 1042 was paid."}
      """
    And the service answers 429 with the headers {"retry-after": "30"} and
      """text
      slow down
      """
    When the part runs
    Then it fails with code "RATE_LIMITED"
    And result.retry_after_s is 30
