Feature: GraphQL request

  Scenario: A query gives its data
    Given the input
      """json
      {"url": "https://api.example.com/graphql",
       "query": "query Order($id: ID!) { order(id: $id) { total } }",
       "variables": {"id": "1042"}}
      """
    When the part runs
    Then it succeeds
    And data.order.total is 1280
    And the service got "request"

  Scenario: Without variables only the query is sent
    Given the input
      """json
      {"url": "https://api.example.com/graphql", "query": "{ shop { name } }"}
      """
    When the part runs
    Then it succeeds
    And the request's body is "{\"query\":\"{ shop { name } }\"}"
    And the service got "request"

  Scenario: A token and the name of the operation go along
    Given the input
      """json
      {"url": "https://api.example.com/graphql", "query": "query A { a } query B { b }", "operation_name": "B"}
      """
    And the credential "graphql_token" is "gql-token-1"
    When the part runs
    Then it succeeds
    And the request's header "authorization" is "Bearer gql-token-1"
    And the service got "request"

  Scenario: Errors with status 200 are a failure
    Given the input
      """json
      {"url": "https://api.example.com/graphql",
       "query": "query Order($id: ID!) { order(id: $id) { total } }",
       "variables": {"id": "1042"}}
      """
    And the service answers 200 with
      """json
      {"data": {"order": null}, "errors": [{"message": "No such order", "path": ["order"]}]}
      """
    When the part runs
    Then it fails with code "SERVICE_REFUSED"
    And the error names "No such order"
    And data.errors.0.path is ["order"]
    And the service got "request"

  Scenario Outline: The service answers <answer>
    Given the input
      """json
      {"url": "https://api.example.com/graphql",
       "query": "query Order($id: ID!) { order(id: $id) { total } }",
       "variables": {"id": "1042"}}
      """
    And the service answers "<answer>"
    When the part runs
    Then it fails with code "<code>"
    And the error names "<words>"
    And the service got "request"

    Examples:
      | answer | code            | words         |
      | 400    | SERVICE_REFUSED | Syntax Error  |
      | 401    | AUTH_REJECTED   | Not signed in |
      | 403    | AUTH_REJECTED   | Not allowed   |

  Scenario: The service answers 429
    Given the input
      """json
      {"url": "https://api.example.com/graphql",
       "query": "query Order($id: ID!) { order(id: $id) { total } }",
       "variables": {"id": "1042"}}
      """
    And the service answers 429 with
      """json
      {"errors": [{"message": "Too many requests"}]}
      """
    When the part runs
    Then it fails with code "RATE_LIMITED"
    And the error names "Too many requests"
    And the service got "request"

  Scenario: The service breaks
    Given the input
      """json
      {"url": "https://api.example.com/graphql",
       "query": "query Order($id: ID!) { order(id: $id) { total } }",
       "variables": {"id": "1042"}}
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
      {"url": "https://api.example.com/graphql",
       "query": "query Order($id: ID!) { order(id: $id) { total } }",
       "variables": {"id": "1042"}}
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
      {"url": "https://api.example.com/graphql",
       "query": "query Order($id: ID!) { order(id: $id) { total } }",
       "variables": {"id": "1042"}}
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
      {"url": "https://api.example.com/graphql",
       "query": "query Order($id: ID!) { order(id: $id) { total } }",
       "variables": {"id": "1042"}}
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
      {"query": "query Order($id: ID!) { order(id: $id) { total } }", "variables": {"id": "1042"}}
      """
    When the part runs
    Then it fails with code "MISSING_FIELD"
    And the error names "url"
    And nothing was requested

  Scenario: Without query nothing is sent
    Given the input
      """json
      {"url": "https://api.example.com/graphql", "variables": {"id": "1042"}}
      """
    When the part runs
    Then it fails with code "MISSING_FIELD"
    And the error names "query"
    And nothing was requested
