Feature: Query Notion

  Background:
    Given the credential "notion_token" is "ntn_test_1"

  Scenario: Pages are read
    Given the input
      """json
      {"data_source_id": "d9824bdc-8445-4327-be8b-5b47500af6ce"}
      """
    When the part runs
    Then it succeeds
    And data.results.0.properties.Name.title.0.plain_text is "Order 1042"
    And data.has_more is false
    And the request's body is "{}"
    And the service got "queryDataSource"

  Scenario: Filter, order and paging
    Given the input
      """json
      {"data_source_id": "d9824bdc-8445-4327-be8b-5b47500af6ce",
       "filter": {"property": "Status", "select": {"equals": "Paid"}},
       "sorts": [{"property": "Date", "direction": "descending"}],
       "page_size": 10,
       "start_cursor": "c1",
       "filter_properties": ["title", "a%3Ab"]}
      """
    When the part runs
    Then it succeeds
    And the service got "queryDataSource"

  Scenario Outline: The service answers <answer>
    Given the input
      """json
      {"data_source_id": "d9824bdc-8445-4327-be8b-5b47500af6ce"}
      """
    And the service answers "<answer>"
    When the part runs
    Then it fails with code "<code>"
    And the error names "<words>"
    And the service got "queryDataSource"

    Examples:
      | answer | code            | words             |
      | 400    | SERVICE_REFUSED | failed validation |
      | 401    | AUTH_REJECTED   | notion_token      |
      | 403    | AUTH_REJECTED   | notion_token      |
      | 404    | NOT_FOUND       | Could not find    |
      | 429    | RATE_LIMITED    | rate limited      |

  Scenario: The service breaks
    Given the input
      """json
      {"data_source_id": "d9824bdc-8445-4327-be8b-5b47500af6ce"}
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
      {"data_source_id": "d9824bdc-8445-4327-be8b-5b47500af6ce"}
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
      {"data_source_id": "d9824bdc-8445-4327-be8b-5b47500af6ce"}
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
      {"data_source_id": "d9824bdc-8445-4327-be8b-5b47500af6ce"}
      """
    And the service answers 429 with the headers {"retry-after": "30"} and
      """text
      slow down
      """
    When the part runs
    Then it fails with code "RATE_LIMITED"
    And result.retry_after_s is 30

  Scenario: Without data_source_id nothing is sent
    Given the input
      """json
      {}
      """
    When the part runs
    Then it fails with code "MISSING_FIELD"
    And the error names "data_source_id"
    And nothing was requested
