Feature: List from Stripe

  Background:
    Given the credential "stripe_secret_key" is "sk_test_key_1"

  Scenario: A list is read
    Given the input
      """json
      {"resource": "customers"}
      """
    When the part runs
    Then it succeeds
    And the request's header "stripe-version" is "2025-09-30.clover"
    And data.data.0.email is "ann@example.com"
    And data.has_more is false
    And the request's url is "https://api.stripe.com/v1/customers"
    And the service got "list"

  Scenario: Filter and paging
    Given the input
      """json
      {"resource": "customers",
       "email": "ann@example.com",
       "limit": 100,
       "starting_after": "cus_1",
       "created_from": 1764547200,
       "created_to": 1795305600,
       "expand": ["data.default_source"]}
      """
    When the part runs
    Then it succeeds
    And the service got "list"

  Scenario: Invoices of a customer, backwards
    Given the input
      """json
      {"resource": "invoices", "customer": "cus_NffrFeUfNV2Hib", "status": "paid", "ending_before": "in_9"}
      """
    When the part runs
    Then it succeeds
    And the request's url is "https://api.stripe.com/v1/invoices?ending_before=in_9&customer=cus_NffrFeUfNV2Hib&status=paid"
    And the service got "list"

  Scenario: A kind that is not offered is refused
    Given the input
      """json
      {"resource": "account"}
      """
    When the part runs
    Then it fails with code "INVALID_VALUE"
    And the error names "resource"
    And nothing was requested

  Scenario Outline: The service answers <answer>
    Given the input
      """json
      {"resource": "customers"}
      """
    And the service answers "<answer>"
    When the part runs
    Then it fails with code "<code>"
    And the error names "<words>"
    And the service got "list"

    Examples:
      | answer | code            | words             |
      | 400    | SERVICE_REFUSED | unknown parameter |
      | 401    | AUTH_REJECTED   | stripe_secret_key |
      | 403    | AUTH_REJECTED   | permissions       |
      | 404    | NOT_FOUND       | No such customer  |
      | 429    | RATE_LIMITED    | rate limit        |

  Scenario: The service breaks
    Given the input
      """json
      {"resource": "customers"}
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
      {"resource": "customers"}
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
      {"resource": "customers"}
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
      {"resource": "customers"}
      """
    And the service answers 429 with the headers {"retry-after": "30"} and
      """text
      slow down
      """
    When the part runs
    Then it fails with code "RATE_LIMITED"
    And result.retry_after_s is 30

  Scenario: Without resource nothing is sent
    Given the input
      """json
      {}
      """
    When the part runs
    Then it fails with code "MISSING_FIELD"
    And the error names "resource"
    And nothing was requested
