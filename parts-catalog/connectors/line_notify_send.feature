Feature: Send LINE Notify message

  Background:
    Given the credential "line_notify_token" is "notify-token-1"

  Scenario: The request is what LINE Notify took
    Given the input
      """json
      {"message": "Order 1042 was paid.", "stickerPackageId": 446, "stickerId": 1988}
      """
    And the service answers 200 with
      """json
      {"status": 200, "message": "ok"}
      """
    When the part runs
    Then it succeeds
    And the request's url is "https://notify-api.line.me/api/notify"
    And the request's body is "message=Order+1042+was+paid.&stickerPackageId=446&stickerId=1988"

  Scenario: All options
    Given the input
      """json
      {"message": "Hi",
       "imageThumbnail": "https://example.com/s.png",
       "imageFullsize": "https://example.com/l.png",
       "notificationDisabled": true}
      """
    And the service answers 200 with
      """json
      {"status": 200, "message": "ok"}
      """
    When the part runs
    Then it succeeds
    And the request's body is "message=Hi&imageThumbnail=https%3A%2F%2Fexample.com%2Fs.png&imageFullsize=https%3A%2F%2Fexample.com%2Fl.png&notificationDisabled=true"

  Scenario: The service answers 401
    Given the input
      """json
      {"message": "Order 1042 was paid."}
      """
    And the service answers 401 with
      """json
      {"status": 401, "message": "Invalid access token"}
      """
    When the part runs
    Then it fails with code "AUTH_REJECTED"
    And the error names "line_notify_token"

  Scenario: The service answers 429
    Given the input
      """json
      {"message": "Order 1042 was paid."}
      """
    And the service answers 429 with
      """json
      {"status": 429, "message": "Rate limit exceeded"}
      """
    When the part runs
    Then it fails with code "RATE_LIMITED"
    And the error names "Rate limit"

  Scenario: The service answers 410
    Given the input
      """json
      {"message": "Order 1042 was paid."}
      """
    And the service answers 410 with
      """json
      {"status": 410, "message": "LINE Notify has ended"}
      """
    When the part runs
    Then it fails with code "SERVICE_REFUSED"
    And the error names "has ended"

  Scenario: The service breaks
    Given the input
      """json
      {"message": "Order 1042 was paid."}
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
      {"message": "Order 1042 was paid."}
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
      {"message": "Order 1042 was paid."}
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
      {"message": "Order 1042 was paid."}
      """
    And the service answers 429 with the headers {"retry-after": "30"} and
      """text
      slow down
      """
    When the part runs
    Then it fails with code "RATE_LIMITED"
    And result.retry_after_s is 30

  Scenario: Without message nothing is sent
    Given the input
      """json
      {}
      """
    When the part runs
    Then it fails with code "MISSING_FIELD"
    And the error names "message"
    And nothing was requested
