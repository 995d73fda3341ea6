Feature: Create Trello card

  Background:
    Given the credential "trello_key" is "trello-key-1"
    And the credential "trello_token" is "trello-token-1"

  Scenario: A card is added
    Given the input
      """json
      {"idList": "5abbe4b7ddc1b351ef961414", "name": "Order 1042"}
      """
    When the part runs
    Then it succeeds
    And data.shortUrl is "https://trello.com/c/abc"
    And the service got "createCard"

  Scenario: All options
    Given the input
      """json
      {"idList": "5abbe4b7ddc1b351ef961414",
       "name": "訂單 & 出貨",
       "desc": "a=b&c#d",
       "pos": "top",
       "due": "2026-12-01T09:00:00Z",
       "start": "2026-11-23",
       "dueComplete": false,
       "idMembers": "a,b",
       "idLabels": "c",
       "urlSource": "https://example.com/?a=b"}
      """
    When the part runs
    Then it succeeds
    And the service got "createCard"

  Scenario: A copy of a card
    Given the input
      """json
      {"idList": "5abbe4b7ddc1b351ef961414", "idCardSource": "5abbe4b7ddc1b351ef961415"}
      """
    When the part runs
    Then it succeeds
    And the request's url is "https://api.trello.com/1/cards?idList=5abbe4b7ddc1b351ef961414&idCardSource=5abbe4b7ddc1b351ef961415&key=trello-key-1&token=trello-token-1"
    And the service got "createCard"

  Scenario: The position may be a number
    Given the input
      """json
      {"idList": "5abbe4b7ddc1b351ef961414", "pos": 4096}
      """
    When the part runs
    Then it succeeds
    And the service got "createCard"

  Scenario: The service answers 400
    Given the input
      """json
      {"idList": "5abbe4b7ddc1b351ef961414", "name": "Order 1042"}
      """
    And the service answers 400 with
      """text
      invalid value for idList
      """
    When the part runs
    Then it fails with code "SERVICE_REFUSED"
    And the service got "createCard"

  Scenario: The service answers 401
    Given the input
      """json
      {"idList": "5abbe4b7ddc1b351ef961414", "name": "Order 1042"}
      """
    And the service answers 401 with
      """text
      invalid key
      """
    When the part runs
    Then it fails with code "AUTH_REJECTED"
    And the error names "trello_token"
    And the service got "createCard"

  Scenario: The service answers 404
    Given the input
      """json
      {"idList": "5abbe4b7ddc1b351ef961414", "name": "Order 1042"}
      """
    And the service answers 404 with
      """text
      model not found
      """
    When the part runs
    Then it fails with code "NOT_FOUND"
    And the service got "createCard"

  Scenario: The service answers 429
    Given the input
      """json
      {"idList": "5abbe4b7ddc1b351ef961414", "name": "Order 1042"}
      """
    And the service answers 429 with
      """text
      Rate limit exceeded
      """
    When the part runs
    Then it fails with code "RATE_LIMITED"
    And the service got "createCard"

  Scenario: The service breaks
    Given the input
      """json
      {"idList": "5abbe4b7ddc1b351ef961414", "name": "Order 1042"}
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
      {"idList": "5abbe4b7ddc1b351ef961414", "name": "Order 1042"}
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
      {"idList": "5abbe4b7ddc1b351ef961414", "name": "Order 1042"}
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
      {"idList": "5abbe4b7ddc1b351ef961414", "name": "Order 1042"}
      """
    And the service answers 429 with the headers {"retry-after": "30"} and
      """text
      slow down
      """
    When the part runs
    Then it fails with code "RATE_LIMITED"
    And result.retry_after_s is 30

  Scenario: Without idList nothing is sent
    Given the input
      """json
      {"name": "Order 1042"}
      """
    When the part runs
    Then it fails with code "MISSING_FIELD"
    And the error names "idList"
    And nothing was requested
