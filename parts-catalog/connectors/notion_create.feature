Feature: Create Notion page

  Background:
    Given the credential "notion_token" is "ntn_test_1"

  Scenario: A page is added to a table
    Given the input
      """json
      {"data_source_id": "d9824bdc-8445-4327-be8b-5b47500af6ce",
       "properties": {"Name": {"title": [{"text": {"content": "Order 1042"}}]}}}
      """
    When the part runs
    Then it succeeds
    And data.id is "be633bf1-dfa0-436d-b259-571129a590e5"
    And the request's body is "{\"parent\":{\"data_source_id\":\"d9824bdc-8445-4327-be8b-5b47500af6ce\"},\"properties\":{\"Name\":{\"title\":[{\"text\":{\"content\":\"Order 1042\"}}]}}}"
    And the service got "createPage"

  Scenario: A page below a page, with content
    Given the input
      """json
      {"page_id": "59833787-2cf9-4fdf-8782-e53db20768a5",
       "properties": {"title": {"title": [{"text": {"content": "Notes"}}]}},
       "children": [{"object": "block", "type": "paragraph", "paragraph": {"rich_text": [{"text": {"content": "Hi"}}]}}],
       "icon": {"emoji": "📦"},
       "cover": {"external": {"url": "https://example.com/c.png"}}}
      """
    When the part runs
    Then it succeeds
    And the service got "createPage"

  Scenario Outline: The service answers <answer>
    Given the input
      """json
      {"data_source_id": "d9824bdc-8445-4327-be8b-5b47500af6ce",
       "properties": {"Name": {"title": [{"text": {"content": "Order 1042"}}]}}}
      """
    And the service answers "<answer>"
    When the part runs
    Then it fails with code "<code>"
    And the error names "<words>"
    And the service got "createPage"

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
      {"data_source_id": "d9824bdc-8445-4327-be8b-5b47500af6ce",
       "properties": {"Name": {"title": [{"text": {"content": "Order 1042"}}]}}}
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
      {"data_source_id": "d9824bdc-8445-4327-be8b-5b47500af6ce",
       "properties": {"Name": {"title": [{"text": {"content": "Order 1042"}}]}}}
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
      {"data_source_id": "d9824bdc-8445-4327-be8b-5b47500af6ce",
       "properties": {"Name": {"title": [{"text": {"content": "Order 1042"}}]}}}
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
      {"data_source_id": "d9824bdc-8445-4327-be8b-5b47500af6ce",
       "properties": {"Name": {"title": [{"text": {"content": "Order 1042"}}]}}}
      """
    And the service answers 429 with the headers {"retry-after": "30"} and
      """text
      slow down
      """
    When the part runs
    Then it fails with code "RATE_LIMITED"
    And result.retry_after_s is 30

  Scenario: Without properties nothing is sent
    Given the input
      """json
      {"data_source_id": "d9824bdc-8445-4327-be8b-5b47500af6ce"}
      """
    When the part runs
    Then it fails with code "MISSING_FIELD"
    And the error names "properties"
    And nothing was requested
