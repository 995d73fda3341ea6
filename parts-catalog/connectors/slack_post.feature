Feature: Post Slack message

  Background:
    Given the credential "slack_bot_token" is "xoxb-test-token"

  Scenario: A message is posted
    Given the input
      """json
      {"channel": "C0123456789", "text": "Order 1042 was paid."}
      """
    When the part runs
    Then it succeeds
    And data.ts is "1503435956.000247"
    And result.text is "Order 1042 was paid."
    And the service got "chat.postMessage"

  Scenario: An answer in a thread with blocks
    Given the input
      """json
      {"channel": "#sales",
       "text": "Paid",
       "blocks": [{"type": "section", "text": {"type": "mrkdwn", "text": "*Paid*"}}],
       "thread_ts": "1503435956.000247",
       "reply_broadcast": true,
       "unfurl_links": false,
       "username": "Orders",
       "icon_emoji": ":package:"}
      """
    When the part runs
    Then it succeeds
    And the service got "chat.postMessage"

  Scenario: Every other option
    Given the input
      """json
      {"channel": "C0123456789",
       "attachments": [{"text": "Paid"}],
       "icon_url": "https://example.com/i.png",
       "link_names": true,
       "parse": "none",
       "mrkdwn": false,
       "unfurl_media": false,
       "metadata": {"event_type": "order_paid", "event_payload": {"order": 1042}}}
      """
    When the part runs
    Then it succeeds
    And the service got "chat.postMessage"

  Scenario: The token is wrong: Slack says no with status 200
    Given the input
      """json
      {"channel": "C0123456789", "text": "Order 1042 was paid."}
      """
    And the service answers 200 with
      """json
      {"ok": false, "error": "invalid_auth"}
      """
    When the part runs
    Then it fails with code "SERVICE_REFUSED"
    And the error names "invalid_auth"
    And data.error is "invalid_auth"
    And the service got "chat.postMessage"

  Scenario: The app is not in the channel: Slack says no with status 200
    Given the input
      """json
      {"channel": "C0123456789", "text": "Order 1042 was paid."}
      """
    And the service answers 200 with
      """json
      {"ok": false, "error": "not_in_channel"}
      """
    When the part runs
    Then it fails with code "SERVICE_REFUSED"
    And the error names "not_in_channel"
    And data.error is "not_in_channel"
    And the service got "chat.postMessage"

  Scenario: There is no such channel: Slack says no with status 200
    Given the input
      """json
      {"channel": "C0123456789", "text": "Order 1042 was paid."}
      """
    And the service answers 200 with
      """json
      {"ok": false, "error": "channel_not_found"}
      """
    When the part runs
    Then it fails with code "SERVICE_REFUSED"
    And the error names "channel_not_found"
    And data.error is "channel_not_found"
    And the service got "chat.postMessage"

  Scenario Outline: The service answers <answer>
    Given the input
      """json
      {"channel": "C0123456789", "text": "Order 1042 was paid."}
      """
    And the service answers "<answer>"
    When the part runs
    Then it fails with code "<code>"
    And the error names "<words>"
    And the service got "chat.postMessage"

    Examples:
      | answer | code         | words       |
      | 429    | RATE_LIMITED | ratelimited |

  Scenario: The service answers 401
    Given the input
      """json
      {"channel": "C0123456789", "text": "Order 1042 was paid."}
      """
    And the service answers 401 with
      """json
      {"ok": false, "error": "invalid_auth"}
      """
    When the part runs
    Then it fails with code "AUTH_REJECTED"
    And the error names "slack_bot_token"
    And the service got "chat.postMessage"

  Scenario: The service breaks
    Given the input
      """json
      {"channel": "C0123456789", "text": "Order 1042 was paid."}
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
      {"channel": "C0123456789", "text": "Order 1042 was paid."}
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
      {"channel": "C0123456789", "text": "Order 1042 was paid."}
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
      {"channel": "C0123456789", "text": "Order 1042 was paid."}
      """
    And the service answers 429 with the headers {"retry-after": "30"} and
      """text
      slow down
      """
    When the part runs
    Then it fails with code "RATE_LIMITED"
    And result.retry_after_s is 30

  Scenario: Without channel nothing is sent
    Given the input
      """json
      {"text": "Order 1042 was paid."}
      """
    When the part runs
    Then it fails with code "MISSING_FIELD"
    And the error names "channel"
    And nothing was requested
