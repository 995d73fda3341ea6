Feature: Post to webhook

  Scenario: Data is sent as JSON
    Given the input
      """json
      {"url": "https://hooks.example.com/orders", "body": {"order": 1042, "paid": true}}
      """
    And the service answers 200 with
      """json
      {"received": true}
      """
    When the part runs
    Then it succeeds
    And data.received is true
    And the request's url is "https://hooks.example.com/orders"
    And the request's method is "POST"
    And the request's body is "{\"order\":1042,\"paid\":true}"

  Scenario: A list is sent as it is
    Given the input
      """json
      {"url": "https://hooks.example.com/a?b=1", "body": [1, "two", null]}
      """
    And the service answers 200 with
      """json
      {"received": true}
      """
    When the part runs
    Then it succeeds
    And the request's url is "https://hooks.example.com/a?b=1"
    And the request's body is "[1,\"two\",null]"

  Scenario: No answer body is no failure
    Given the input
      """json
      {"url": "https://hooks.example.com/orders", "body": {"order": 1042, "paid": true}}
      """
    And the service answers 204 with
      """text

      """
    When the part runs
    Then it succeeds
    And data is null

  Scenario: An answer that is not JSON comes as text
    Given the input
      """json
      {"url": "https://hooks.example.com/orders", "body": {"order": 1042, "paid": true}}
      """
    And the service answers 200 with
      """text
      ok
      """
    When the part runs
    Then it succeeds
    And data is "ok"

  Scenario: A token goes along where there is one
    Given the input
      """json
      {"url": "https://hooks.example.com/orders", "body": {"order": 1042, "paid": true}}
      """
    And the credential "webhook_token" is "hook-token-1"
    And the service answers 200 with
      """json
      {"received": true}
      """
    When the part runs
    Then it succeeds
    And the request's header "authorization" is "Bearer hook-token-1"

  Scenario: The service answers 401
    Given the input
      """json
      {"url": "https://hooks.example.com/orders", "body": {"order": 1042, "paid": true}}
      """
    And the service answers 401 with
      """json
      {"error": "no token"}
      """
    When the part runs
    Then it fails with code "AUTH_REJECTED"

  Scenario: The service answers 404
    Given the input
      """json
      {"url": "https://hooks.example.com/orders", "body": {"order": 1042, "paid": true}}
      """
    And the service answers 404 with
      """json
      {"error": "gone"}
      """
    When the part runs
    Then it fails with code "NOT_FOUND"

  Scenario: The service answers 410
    Given the input
      """json
      {"url": "https://hooks.example.com/orders", "body": {"order": 1042, "paid": true}}
      """
    And the service answers 410 with
      """json
      {"error": "gone"}
      """
    When the part runs
    Then it fails with code "SERVICE_REFUSED"

  Scenario: The service answers 429
    Given the input
      """json
      {"url": "https://hooks.example.com/orders", "body": {"order": 1042, "paid": true}}
      """
    And the service answers 429 with
      """json
      {"error": "slow down"}
      """
    When the part runs
    Then it fails with code "RATE_LIMITED"

  Scenario: The service breaks
    Given the input
      """json
      {"url": "https://hooks.example.com/orders", "body": {"order": 1042, "paid": true}}
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
      {"url": "https://hooks.example.com/orders", "body": {"order": 1042, "paid": true}}
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
      {"url": "https://hooks.example.com/orders", "body": {"order": 1042, "paid": true}}
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
      {"url": "https://hooks.example.com/orders", "body": {"order": 1042, "paid": true}}
      """
    And the service answers 429 with the headers {"retry-after": "30"} and
      """text
      slow down
      """
    When the part runs
    Then it fails with code "RATE_LIMITED"
    And result.retry_after_s is 30

  Scenario: Without url nothing is sent
    Given the input
      """json
      {"body": {"order": 1042, "paid": true}}
      """
    When the part runs
    Then it fails with code "MISSING_FIELD"
    And the error names "url"
    And nothing was requested

  Scenario: Without body nothing is sent
    Given the input
      """json
      {"url": "https://hooks.example.com/orders"}
      """
    When the part runs
    Then it fails with code "MISSING_FIELD"
    And the error names "body"
    And nothing was requested
