Feature: Append to Google Sheets

  Background:
    Given the credential "google_client_id" is "client-1.apps.googleusercontent.com"
    And the credential "google_client_secret" is "client-secret-1"
    And the credential "google_refresh_token" is "refresh-1"
    And the grant "google" has the access token "access-token-1" for 3600 seconds

  Scenario: Rows are appended
    Given the input
      """json
      {"spreadsheet_id": "1BxiMVs0XRA5", "range": "Orders!A:C", "values": [["2026-11-22", "1042", 1280]]}
      """
    When the part runs
    Then it succeeds
    And data.updates.updatedRange is "Orders!A42:C42"
    And data.updates.updatedRows is 1
    And the request's body is "{\"majorDimension\":\"ROWS\",\"values\":[[\"2026-11-22\",\"1042\",1280]]}"
    And the service got "values.append"

  Scenario: All options
    Given the input
      """json
      {"spreadsheet_id": "1BxiMVs0XRA5",
       "range": "Orders!A:C",
       "values": [["a", null, true]],
       "value_input_option": "RAW",
       "insert_data_option": "OVERWRITE",
       "major_dimension": "COLUMNS",
       "include_values_in_response": true}
      """
    When the part runs
    Then it succeeds
    And the service got "values.append"

  Scenario: A way of input that Google does not know is refused
    Given the input
      """json
      {"spreadsheet_id": "1", "range": "A:A", "values": [["a"]], "value_input_option": "GUESS"}
      """
    When the part runs
    Then it fails with code "INVALID_VALUE"
    And the error names "value_input_option"
    And nothing was requested

  Scenario Outline: The service answers <answer>
    Given the input
      """json
      {"spreadsheet_id": "1BxiMVs0XRA5", "range": "Orders!A:C", "values": [["2026-11-22", "1042", 1280]]}
      """
    And the service answers "<answer>"
    When the part runs
    Then it fails with code "<code>"
    And the error names "<words>"
    And the service got "values.append"

    Examples:
      | answer | code            | words              |
      | 400    | SERVICE_REFUSED | INVALID_ARGUMENT   |
      | 403    | AUTH_REJECTED   | PERMISSION_DENIED  |
      | 404    | NOT_FOUND       | NOT_FOUND          |
      | 429    | RATE_LIMITED    | RESOURCE_EXHAUSTED |

  Scenario: After a refusal the token is renewed and the call made once more
    Given the input
      """json
      {"spreadsheet_id": "1BxiMVs0XRA5", "range": "Orders!A:C", "values": [["2026-11-22", "1042", 1280]]}
      """
    And the service answers "401"
    And the tokens are answered with
      """json
      {"access_token": "access-token-2", "expires_in": 3599, "token_type": "Bearer"}
      """
    When the part runs
    Then it fails with code "AUTH_REJECTED"
    And 2 requests were made
    And the service got "values.append"

  Scenario: Without a valid token it is renewed first
    Given the input
      """json
      {"spreadsheet_id": "1BxiMVs0XRA5", "range": "Orders!A:C", "values": [["2026-11-22", "1042", 1280]]}
      """
    And the grant "google" has the access token "access-token-1" for 0 seconds
    And the tokens are answered with
      """json
      {"access_token": "access-token-2", "expires_in": 3599, "token_type": "Bearer"}
      """
    When the part runs
    Then it succeeds
    And the token request's form is
      """json
      {"grant_type": "refresh_token",
       "refresh_token": "refresh-1",
       "client_id": "client-1.apps.googleusercontent.com",
       "client_secret": "client-secret-1"}
      """
    And 1 requests were made
    And the service got "values.append"

  Scenario: A revoked refresh token asks for signing in again
    Given the input
      """json
      {"spreadsheet_id": "1BxiMVs0XRA5", "range": "Orders!A:C", "values": [["2026-11-22", "1042", 1280]]}
      """
    And the grant "google" has the access token "access-token-1" for 0 seconds
    And the tokens are answered with
      """json
      {"error": "invalid_grant", "error_description": "Token has been expired or revoked."}
      """
    When the part runs
    Then it fails with code "TOKEN_REJECTED"
    And 0 requests were made

  Scenario: The service breaks
    Given the input
      """json
      {"spreadsheet_id": "1BxiMVs0XRA5", "range": "Orders!A:C", "values": [["2026-11-22", "1042", 1280]]}
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
      {"spreadsheet_id": "1BxiMVs0XRA5", "range": "Orders!A:C", "values": [["2026-11-22", "1042", 1280]]}
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
      {"spreadsheet_id": "1BxiMVs0XRA5", "range": "Orders!A:C", "values": [["2026-11-22", "1042", 1280]]}
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
      {"spreadsheet_id": "1BxiMVs0XRA5", "range": "Orders!A:C", "values": [["2026-11-22", "1042", 1280]]}
      """
    And the service answers 429 with the headers {"retry-after": "30"} and
      """text
      slow down
      """
    When the part runs
    Then it fails with code "RATE_LIMITED"
    And result.retry_after_s is 30

  Scenario: Without spreadsheet_id nothing is sent
    Given the input
      """json
      {"range": "Orders!A:C", "values": [["2026-11-22", "1042", 1280]]}
      """
    When the part runs
    Then it fails with code "MISSING_FIELD"
    And the error names "spreadsheet_id"
    And nothing was requested

  Scenario: Without range nothing is sent
    Given the input
      """json
      {"spreadsheet_id": "1BxiMVs0XRA5", "values": [["2026-11-22", "1042", 1280]]}
      """
    When the part runs
    Then it fails with code "MISSING_FIELD"
    And the error names "range"
    And nothing was requested

  Scenario: Without values nothing is sent
    Given the input
      """json
      {"spreadsheet_id": "1BxiMVs0XRA5", "range": "Orders!A:C"}
      """
    When the part runs
    Then it fails with code "MISSING_FIELD"
    And the error names "values"
    And nothing was requested
