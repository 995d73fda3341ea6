# The private key here was made for these scenarios; it opens nothing.
Feature: Read Google Sheets

  Background:
    Given the credential "google_client_id" is "client-1.apps.googleusercontent.com"
    And the credential "google_client_secret" is "client-secret-1"
    And the credential "google_refresh_token" is "refresh-1"
    And the grant "google" has the access token "access-token-1" for 3600 seconds

  Scenario: Rows are read
    Given the input
      """json
      {"spreadsheet_id": "1BxiMVs0XRA5", "range": "Orders!A2:C"}
      """
    When the part runs
    Then it succeeds
    And data.values.1.2 is 1280
    And data.range is "Orders!A2:C3"
    And the request's url is "https://sheets.googleapis.com/v4/spreadsheets/1BxiMVs0XRA5/values/Orders!A2%3AC?majorDimension=ROWS"
    And the service got "values.get"

  Scenario: A range without values is an empty list
    Given the input
      """json
      {"spreadsheet_id": "1BxiMVs0XRA5", "range": "Orders!A2:C"}
      """
    And the service answers 200 with
      """json
      {"range": "Orders!A2:C1000", "majorDimension": "ROWS"}
      """
    When the part runs
    Then it succeeds
    And data.values is []
    And the service got "values.get"

  Scenario: Values and dates in another form
    Given the input
      """json
      {"spreadsheet_id": "1BxiMVs0XRA5",
       "range": "訂單!A:C",
       "major_dimension": "COLUMNS",
       "value_render_option": "UNFORMATTED_VALUE",
       "date_time_render_option": "FORMATTED_STRING"}
      """
    When the part runs
    Then it succeeds
    And the service got "values.get"

  Scenario: A range cannot lead to another address
    Given the input
      """json
      {"spreadsheet_id": "1BxiMVs0XRA5", "range": "../../x?key=1"}
      """
    When the part runs
    Then it succeeds
    And the request's url is "https://sheets.googleapis.com/v4/spreadsheets/1BxiMVs0XRA5/values/..%2F..%2Fx%3Fkey%3D1?majorDimension=ROWS"
    And the service got "values.get"

  Scenario: A service account comes first where its key is there
    Given the input
      """json
      {"spreadsheet_id": "1BxiMVs0XRA5", "range": "Orders!A2:C"}
      """
    And the credential "google_service_account" is "{\"type\": \"service_account\", \"client_email\": \"robot@example.iam.gserviceaccount.com\", \"private_key_id\": \"k1\", \"private_key\": \"-----BEGIN PRIVATE KEY-----\\nMIIEvAIBADANBgkqhkiG9w0BAQEFAASCBKYwggSiAgEAAoIBAQC0JIUqzVErVaI3\\nnyYz/kTI3ifQvpm6c8h/Cy1UwSY3rTX8f6I/i/OgKOiMU4KKIoRTVDsG+aQPHjP1\\nKCi8sNOrS3U5YQbTtcOQEPA/s9P7H1nnF2SxKOsH0TGdRajJF63/CuqcuJrtGzRc\\ngi33+5GT2asA04A0Xv2vQdG3UYC+gH2jCeE7h+jFBqz7t5ER+KlGezcWeGQjwCCv\\nuHfTfF8wFXdArEyQSo5wrSPBjg/r/Is+wsKz7/4PdVyRj3wbdUIYn9hVZoNv2w1y\\nfkmlBmikSpZ+WWsWGnY3QX91IJn0nd2mlo1e6A85IKX5r6hbqRYKbuXoTbNI7hVg\\n8IIYios5AgMBAAECggEAK3IOWtkLLTIZLiR4LHxznuUzQY0iWr0vWvJ5Y5I0syNX\\nXJb0rLJGVrdfBG7kkgeKleU/2ioNdubwHX1qu71Cw3JuqmC76oXRDTcEljx60LsK\\nLeluq6pkaq15c4Z4E02edV7u387G8I3J1lDAIOlffgK2UvvvVNIfCSxM1ZM2w1ql\\n8s8/U6CbkoBmvY8J6WVELETMyrg1e1fdrvhRejBah+LVSZwAk17PW+/uNFy+fn2Q\\nTV70lznBP7p1+kaES0LGC955LtVe6VuP9DYenvmlHziDOkQqiMsAtwqX/gJ9ugud\\nQIV6/RDsOvyI3iUEvGS1Y0BgFBiWd8rgOtmPJVTATQKBgQDy8A2ILn8Ean1Eq618\\npA0QnfC5RbtWgdItKeLaOcV2quMmhSWXnXazNS75ZACYlMeODfTSfj59wDapQVZh\\nIYh5TlA8lwPSiMS86QuMPWpK7zDE+3zCKrjTpbVYn2u9irZcmCfq+oXBCHa9vFLT\\nwMwk8Vlimj3ff5aNA752AlgnbQKBgQC91B3ovMPoRHYOgcp54Mm7anCAw0qNSh80\\nbe6l/HOxVqlpFL+wCfp8Vhpvuxv4duxRbSYhL3jpGypQSplP8WBGBkAXVdPGqciH\\nfNeL4L+OiAT2Ru6b49ItX32lphOVTDbjGsUuUGo8qrN5QedQTNIJcjvyPHUalHNF\\n6ec06HaXfQKBgFJAfoRmIbEwENuoOKPjs1y17OP9vRDsAWozLVBvkPC9qQzItdKg\\niKjiT9Y2SpFehjYNeZ+vCJ9w7dDeg019mgRgRIBPLQciMWI4kSVZQdy/IUcAUtw2\\ntL9L8ptf1o2lIls1VQaU7aZOpE1XLr/tHfFAGeBtkpdSTnnOE7VG0+v9AoGAK/XY\\na1Jzp/FayadDBZCKBy3yGc+gDzJQIasnribVgAcKunwEnDbjXDHwc1mIc7TOq1i0\\nkNDWll0lImz0LjA+1FiUNRM6NPKSrtW5cPo+Qjq7s3DfxxguTzWi+l6IgHWi7FsB\\nuOUEhUIeyAD8GXuA1JEw0rsvf1VLkLBHS9hdxl0CgYAmu857kmcUNCoqNWX5bKFL\\nX30PUA1Q83G8x9JjaQJK9pk5KVtR2SArJwr0foJK1POwrb5Hitmg1cS8AnZsJHfX\\naLbGr64Sz9SLN465BT89OiJRm4v7gxCEGhVpSN16ptHTjldPheju8HhPb5uVmNXD\\npDDN94GcxvUJ6io2NeTfhA==\\n-----END PRIVATE KEY-----\\n\", \"token_uri\": \"https://oauth2.googleapis.com/token\"}"
    And the tokens are answered with
      """json
      {"access_token": "access-token-2", "expires_in": 3599, "token_type": "Bearer"}
      """
    When the part runs
    Then it succeeds
    And 1 requests were made
    And the service got "values.get"

  Scenario Outline: The service answers <answer>
    Given the input
      """json
      {"spreadsheet_id": "1BxiMVs0XRA5", "range": "Orders!A2:C"}
      """
    And the service answers "<answer>"
    When the part runs
    Then it fails with code "<code>"
    And the error names "<words>"
    And the service got "values.get"

    Examples:
      | answer | code            | words              |
      | 400    | SERVICE_REFUSED | INVALID_ARGUMENT   |
      | 403    | AUTH_REJECTED   | PERMISSION_DENIED  |
      | 404    | NOT_FOUND       | NOT_FOUND          |
      | 429    | RATE_LIMITED    | RESOURCE_EXHAUSTED |

  Scenario: After a refusal the token is renewed and the call made once more
    Given the input
      """json
      {"spreadsheet_id": "1BxiMVs0XRA5", "range": "Orders!A2:C"}
      """
    And the service answers "401"
    And the tokens are answered with
      """json
      {"access_token": "access-token-2", "expires_in": 3599, "token_type": "Bearer"}
      """
    When the part runs
    Then it fails with code "AUTH_REJECTED"
    And 2 requests were made
    And the service got "values.get"

  Scenario: Without a valid token it is renewed first
    Given the input
      """json
      {"spreadsheet_id": "1BxiMVs0XRA5", "range": "Orders!A2:C"}
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
    And the service got "values.get"

  Scenario: A revoked refresh token asks for signing in again
    Given the input
      """json
      {"spreadsheet_id": "1BxiMVs0XRA5", "range": "Orders!A2:C"}
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
      {"spreadsheet_id": "1BxiMVs0XRA5", "range": "Orders!A2:C"}
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
      {"spreadsheet_id": "1BxiMVs0XRA5", "range": "Orders!A2:C"}
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
      {"spreadsheet_id": "1BxiMVs0XRA5", "range": "Orders!A2:C"}
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
      {"spreadsheet_id": "1BxiMVs0XRA5", "range": "Orders!A2:C"}
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
      {"range": "Orders!A2:C"}
      """
    When the part runs
    Then it fails with code "MISSING_FIELD"
    And the error names "spreadsheet_id"
    And nothing was requested

  Scenario: Without range nothing is sent
    Given the input
      """json
      {"spreadsheet_id": "1BxiMVs0XRA5"}
      """
    When the part runs
    Then it fails with code "MISSING_FIELD"
    And the error names "range"
    And nothing was requested
