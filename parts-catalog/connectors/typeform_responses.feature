Feature: Get Typeform responses

  Background:
    Given the credential "typeform_token" is "tfp_test_1"

  Scenario: Responses are read
    Given the input
      """json
      {"form_id": "u6nXL7"}
      """
    When the part runs
    Then it succeeds
    And data.items.0.answers.0.email is "ann@example.com"
    And data.total_items is 1
    And the service got "retrieveResponses"

  Scenario: A period, kinds, a search and an order
    Given the input
      """json
      {"form_id": "u6nXL7",
       "page_size": 1000,
       "since": "2026-11-01T00:00:00",
       "until": "2026-11-30T23:59:59",
       "response_type": "partial,completed",
       "query": "a&b",
       "fields": "f1,f2",
       "sort": "submitted_at,asc",
       "included_response_ids": "r1,r2"}
      """
    When the part runs
    Then it succeeds
    And the service got "retrieveResponses"

  Scenario: The next page
    Given the input
      """json
      {"form_id": "u6nXL7", "after": "21085286190ffad1248d17c4135ee56f"}
      """
    When the part runs
    Then it succeeds
    And the request's url is "https://api.typeform.com/forms/u6nXL7/responses?after=21085286190ffad1248d17c4135ee56f"
    And the service got "retrieveResponses"

  Scenario: The page before
    Given the input
      """json
      {"form_id": "u6nXL7", "before": "21085286190ffad1248d17c4135ee56f"}
      """
    When the part runs
    Then it succeeds
    And the request's url is "https://api.typeform.com/forms/u6nXL7/responses?before=21085286190ffad1248d17c4135ee56f"
    And the service got "retrieveResponses"

  Scenario: The service answers 401
    Given the input
      """json
      {"form_id": "u6nXL7"}
      """
    And the service answers 401 with
      """json
      {"code": "AUTHENTICATION_FAILED", "description": "Authentication credentials not found"}
      """
    When the part runs
    Then it fails with code "AUTH_REJECTED"
    And the error names "typeform_token"
    And the service got "retrieveResponses"

  Scenario: The service answers 403
    Given the input
      """json
      {"form_id": "u6nXL7"}
      """
    And the service answers 403 with
      """json
      {"code": "AUTHORIZATION_FAILED", "description": "The token lacks a scope"}
      """
    When the part runs
    Then it fails with code "AUTH_REJECTED"
    And the error names "scope"
    And the service got "retrieveResponses"

  Scenario: The service answers 404
    Given the input
      """json
      {"form_id": "u6nXL7"}
      """
    And the service answers 404 with
      """json
      {"code": "FORM_NOT_FOUND", "description": "Form does not exist"}
      """
    When the part runs
    Then it fails with code "NOT_FOUND"
    And the error names "does not exist"
    And the service got "retrieveResponses"

  Scenario: The service answers 429
    Given the input
      """json
      {"form_id": "u6nXL7"}
      """
    And the service answers 429 with
      """json
      {"code": "TOO_MANY_REQUESTS", "description": "Too many requests"}
      """
    When the part runs
    Then it fails with code "RATE_LIMITED"
    And the error names "Too many requests"
    And the service got "retrieveResponses"

  Scenario: The service breaks
    Given the input
      """json
      {"form_id": "u6nXL7"}
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
      {"form_id": "u6nXL7"}
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
      {"form_id": "u6nXL7"}
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
      {"form_id": "u6nXL7"}
      """
    And the service answers 429 with the headers {"retry-after": "30"} and
      """text
      slow down
      """
    When the part runs
    Then it fails with code "RATE_LIMITED"
    And result.retry_after_s is 30

  Scenario: Without form_id nothing is sent
    Given the input
      """json
      {}
      """
    When the part runs
    Then it fails with code "MISSING_FIELD"
    And the error names "form_id"
    And nothing was requested
