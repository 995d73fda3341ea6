Feature: Get Shopify orders

  Background:
    Given the credential "shopify_access_token" is "shpat_test_1"

  Scenario: Orders are read
    Given the input
      """json
      {"shop": "acme"}
      """
    When the part runs
    Then it succeeds
    And data.orders.0.name is "#1042"
    And data.orders.0.totalPriceSet.shopMoney.amount is "1280.00"
    And data.pageInfo.hasNextPage is false
    And the request's url is "https://acme.myshopify.com/admin/api/2026-01/graphql.json"
    And the service got "orders"

  Scenario: Filter, order and paging
    Given the input
      """json
      {"shop": "acme",
       "query": "financial_status:paid created_at:>=2026-11-01",
       "first": 50,
       "after": "c1",
       "sort_key": "TOTAL_PRICE",
       "reverse": false,
       "line_items": 5,
       "api_version": "2026-10"}
      """
    When the part runs
    Then it succeeds
    And the service got "orders"

  Scenario: A shop cannot lead to another host
    Given the input
      """json
      {"shop": "evil.example/"}
      """
    When the part runs
    Then it fails with code "INVALID_VALUE"
    And nothing was requested

  Scenario: Too many requests are told with status 200
    Given the input
      """json
      {"shop": "acme"}
      """
    And the service answers 200 with
      """json
      {"errors": [{"message": "Throttled", "extensions": {"code": "THROTTLED"}}]}
      """
    When the part runs
    Then it fails with code "SERVICE_REFUSED"
    And the error names "Throttled"
    And data.errors.0.extensions.code is "THROTTLED"
    And the service got "orders"

  Scenario Outline: The service answers <answer>
    Given the input
      """json
      {"shop": "acme"}
      """
    And the service answers "<answer>"
    When the part runs
    Then it fails with code "<code>"
    And the error names "<words>"
    And the service got "orders"

    Examples:
      | answer | code            | words                |
      | 401    | AUTH_REJECTED   | shopify_access_token |
      | 402    | SERVICE_REFUSED | 402                  |
      | 403    | AUTH_REJECTED   | shopify_access_token |
      | 404    | NOT_FOUND       | 404                  |

  Scenario: The service answers 429
    Given the input
      """json
      {"shop": "acme"}
      """
    And the service answers 429 with
      """json
      {"errors": "Exceeded 2 calls per second for api client."}
      """
    When the part runs
    Then it fails with code "RATE_LIMITED"
    And the service got "orders"

  Scenario: The service breaks
    Given the input
      """json
      {"shop": "acme"}
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
      {"shop": "acme"}
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
      {"shop": "acme"}
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
      {"shop": "acme"}
      """
    And the service answers 429 with the headers {"retry-after": "30"} and
      """text
      slow down
      """
    When the part runs
    Then it fails with code "RATE_LIMITED"
    And result.retry_after_s is 30

  Scenario: Without shop nothing is sent
    Given the input
      """json
      {}
      """
    When the part runs
    Then it fails with code "MISSING_FIELD"
    And the error names "shop"
    And nothing was requested
