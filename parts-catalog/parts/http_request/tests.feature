Feature: HTTP request

  Scenario: A JSON answer comes as text and as data
    Given the network answers 200 with
      """json
      {"records": [{"id": 1}]}
      """
    And the input
      """json
      {"url": "https://api.example.com/orders"}
      """
    When the part runs
    Then it succeeds
    And data.status is 200
    And data.json.records.0.id is 1
    And data.body is "{\"records\": [{\"id\": 1}]}"

  Scenario: Query, headers and JSON body are sent
    Given the network answers 201 with
      """text
      made
      """
    And the input
      """json
      {"url": "https://e.test/a?x=1#top", "method": "post", "query": {"q": "a b&c", "n": [1, 2]},
       "headers": {"X-One": "1"}, "_auth_headers": {"x-one": "2"}, "body_json": {"a": 1.50}}
      """
    When the part runs
    Then the request's url is "https://e.test/a?x=1&q=a%20b%26c&n=1&n=2#top"
    And the request's method is "POST"
    And the request's headers are
      """json
      {"x-one": "2", "Content-Type": "application/json"}
      """
    And the request's body is "{\"a\": 1.50}"
    And data.body is "made"
    And data.json is missing

  Scenario: GET sends no body
    Given the network answers 200 with
      """text
      """
    And the input
      """json
      {"url": "https://e.test/", "body": "left out"}
      """
    When the part runs
    Then the request's body is missing

  Scenario: A refusal by the server is a failure that keeps the answer
    Given the network answers 404 with
      """text
      no such order
      """
    And the input
      """json
      {"url": "https://e.test/orders/7"}
      """
    When the part runs
    Then it fails with code "HTTP_STATUS"
    And the error starts with "HTTP 404"
    And data.body is "no such order"

  Scenario Outline: Accepted status codes are no failure
    Given the network answers 404 with
      """text
      no such order
      """
    And the input
      """json
      {"url": "https://e.test/orders/7", "accept_status": <accepted>}
      """
    When the part runs
    Then it succeeds
    And data.status is 404

    Examples:
      | accepted       |
      | 404            |
      | [400, "4xx"]   |
      | "404"          |

  Scenario: No answer
    Given the network fails with code "NETWORK_ERROR" and "Nobody listens at e.test."
    And the input
      """json
      {"url": "https://e.test/"}
      """
    When the part runs
    Then it fails with code "NETWORK_ERROR"
    And the error names "Nobody listens"

  Scenario Outline: Requests that could mean something else are refused
    Given the network answers 200 with
      """text
      """
    And the input
      """json
      <input>
      """
    When the part runs
    Then it fails with code "<code>"
    And nothing was requested

    Examples:
      | input                                                        | code           |
      | {"url": "https://e.test/", "headers": {"a": "1\\r\\nb: 2"}}    | INVALID_HEADER |
      | {"url": "https://e.test/", "headers": {"a\\nb": "1"}}         | INVALID_HEADER |
      | {"url": "ftp://e.test/"}                                     | INVALID_URL    |
      | {"url": "https://e.test/a b"}                                | INVALID_URL    |
      | {"url": "https://e.test/", "method": "GET /x"}               | INVALID_METHOD |
      | {"url": "https://e.test/", "accept_status": "most"}          | INVALID_STATUS |
      | {"url": "https://e.test/", "response": "xml"}                | INVALID_RESPONSE |

  Scenario: An answer that is not text
    Given the network answers 200 with the bytes "AP8Q"
    And the input
      """json
      {"url": "https://e.test/logo.png"}
      """
    When the part runs
    Then data.body_base64 is "AP8Q"
    And data.body is ""
