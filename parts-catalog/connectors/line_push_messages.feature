Feature: Send LINE messages

  Background:
    Given the credential "line_channel_access_token" is "channel-token-1"

  Scenario: Several messages are sent as they are
    Given the input
      """json
      {"to": "U4af4980629",
       "messages": [{"type": "text", "text": "One"}, {"type": "sticker", "packageId": "446", "stickerId": "1988"}]}
      """
    When the part runs
    Then it succeeds
    And the request's body is "{\"to\":\"U4af4980629\",\"messages\":[{\"type\":\"text\",\"text\":\"One\"},{\"type\":\"sticker\",\"packageId\":\"446\",\"stickerId\":\"1988\"}]}"
    And the service got "pushMessage"

  Scenario: All options
    Given the input
      """json
      {"to": "C1",
       "messages": [{"type": "image", "originalContentUrl": "https://example.com/a.png", "previewImageUrl": "https://example.com/b.png"}],
       "notification_disabled": true,
       "custom_aggregation_units": ["orders"],
       "retry_key": "123e4567-e89b-12d3-a456-426614174000"}
      """
    When the part runs
    Then it succeeds
    And the request's header "x-line-retry-key" is "123e4567-e89b-12d3-a456-426614174000"
    And the service got "pushMessage"

  Scenario: A text where the list belongs is refused
    Given the input
      """json
      {"to": "U1", "messages": "Hi"}
      """
    When the part runs
    Then it fails with code "INVALID_TYPE"
    And the error names "messages"
    And nothing was requested

  Scenario Outline: The service answers <answer>
    Given the input
      """json
      {"to": "U4af4980629",
       "messages": [{"type": "text", "text": "One"}, {"type": "sticker", "packageId": "446", "stickerId": "1988"}]}
      """
    And the service answers "<answer>"
    When the part runs
    Then it fails with code "<code>"
    And the error names "<words>"
    And the service got "pushMessage"

    Examples:
      | answer | code            | words                     |
      | 400    | SERVICE_REFUSED | 1 error                   |
      | 403    | AUTH_REJECTED   | line_channel_access_token |
      | 409    | SERVICE_REFUSED | already accepted          |
      | 429    | RATE_LIMITED    | monthly limit             |

  Scenario: The channel access token is wrong
    Given the input
      """json
      {"to": "U4af4980629",
       "messages": [{"type": "text", "text": "One"}, {"type": "sticker", "packageId": "446", "stickerId": "1988"}]}
      """
    And the service answers 401 with
      """json
      {"message": "Authentication failed. Confirm that the access token in the authorization header is valid."}
      """
    When the part runs
    Then it fails with code "AUTH_REJECTED"
    And the error names "line_channel_access_token"
    And the service got "pushMessage"

  Scenario: LINE tells which part of the message is wrong
    Given the input
      """json
      {"to": "U4af4980629",
       "messages": [{"type": "text", "text": "One"}, {"type": "sticker", "packageId": "446", "stickerId": "1988"}]}
      """
    And the service answers "400"
    When the part runs
    Then it fails with code "SERVICE_REFUSED"
    And data.details.0.property is "messages[0].text"

  Scenario: The service breaks
    Given the input
      """json
      {"to": "U4af4980629",
       "messages": [{"type": "text", "text": "One"}, {"type": "sticker", "packageId": "446", "stickerId": "1988"}]}
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
      {"to": "U4af4980629",
       "messages": [{"type": "text", "text": "One"}, {"type": "sticker", "packageId": "446", "stickerId": "1988"}]}
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
      {"to": "U4af4980629",
       "messages": [{"type": "text", "text": "One"}, {"type": "sticker", "packageId": "446", "stickerId": "1988"}]}
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
      {"to": "U4af4980629",
       "messages": [{"type": "text", "text": "One"}, {"type": "sticker", "packageId": "446", "stickerId": "1988"}]}
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
      {"messages": [{"type": "text", "text": "One"}, {"type": "sticker", "packageId": "446", "stickerId": "1988"}]}
      """
    When the part runs
    Then it fails with code "MISSING_FIELD"
    And the error names "to"
    And nothing was requested

  Scenario: Without messages nothing is sent
    Given the input
      """json
      {"to": "U4af4980629"}
      """
    When the part runs
    Then it fails with code "MISSING_FIELD"
    And the error names "messages"
    And nothing was requested
