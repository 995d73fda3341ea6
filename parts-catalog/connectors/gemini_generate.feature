Feature: Gemini answer

  Background:
    Given the credential "gemini_api_key" is "gemini-key-1"

  Scenario: A question is answered
    Given the input
      """json
      {"model": "gemini-2.5-flash", "contents": [{"parts": [{"text": "Hi"}]}]}
      """
    When the part runs
    Then it succeeds
    And result.text is "Your order is on its way."
    And the request's url is "https://generativelanguage.googleapis.com/v1beta/models/gemini-2.5-flash:generateContent"
    And the service got "models.generateContent"

  Scenario: All options
    Given the input
      """json
      {"model": "gemini-2.5-pro",
       "contents": [{"role": "user", "parts": [{"text": "Hi"}]}, {"role": "model", "parts": [{"text": "Hello"}]}, {"role": "user", "parts": [{"text": "Total?"}]}],
       "system_instruction": {"parts": [{"text": "Be short."}]},
       "temperature": 0.2,
       "max_output_tokens": 200,
       "response_mime_type": "application/json",
       "response_schema": {"type": "OBJECT"},
       "top_p": 0.9,
       "top_k": 5,
       "stop_sequences": ["END"],
       "tools": [{"googleSearch": {}}],
       "tool_config": {},
       "safety_settings": [{"category": "HARM_CATEGORY_HARASSMENT", "threshold": "BLOCK_ONLY_HIGH"}]}
      """
    When the part runs
    Then it succeeds
    And the service got "models.generateContent"

  Scenario: A blocked question is a failure that keeps the reason
    Given the input
      """json
      {"model": "gemini-2.5-flash", "contents": [{"parts": [{"text": "Hi"}]}]}
      """
    And the service answers 200 with
      """json
      {"promptFeedback": {"blockReason": "SAFETY"}, "usageMetadata": {"promptTokenCount": 4}}
      """
    When the part runs
    Then it fails with code "SERVICE_REFUSED"
    And data.promptFeedback.blockReason is "SAFETY"
    And the service got "models.generateContent"

  Scenario Outline: The service answers <answer>
    Given the input
      """json
      {"model": "gemini-2.5-flash", "contents": [{"parts": [{"text": "Hi"}]}]}
      """
    And the service answers "<answer>"
    When the part runs
    Then it fails with code "<code>"
    And the error names "<words>"
    And the service got "models.generateContent"

    Examples:
      | answer | code            | words             |
      | 400    | SERVICE_REFUSED | API key not valid |
      | 401    | AUTH_REJECTED   | gemini_api_key    |
      | 403    | AUTH_REJECTED   | permissions       |
      | 404    | NOT_FOUND       | not found         |
      | 429    | RATE_LIMITED    | quota             |

  Scenario: The service breaks
    Given the input
      """json
      {"model": "gemini-2.5-flash", "contents": [{"parts": [{"text": "Hi"}]}]}
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
      {"model": "gemini-2.5-flash", "contents": [{"parts": [{"text": "Hi"}]}]}
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
      {"model": "gemini-2.5-flash", "contents": [{"parts": [{"text": "Hi"}]}]}
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
      {"model": "gemini-2.5-flash", "contents": [{"parts": [{"text": "Hi"}]}]}
      """
    And the service answers 429 with the headers {"retry-after": "30"} and
      """text
      slow down
      """
    When the part runs
    Then it fails with code "RATE_LIMITED"
    And result.retry_after_s is 30

  Scenario: Without model nothing is sent
    Given the input
      """json
      {"contents": [{"parts": [{"text": "Hi"}]}]}
      """
    When the part runs
    Then it fails with code "MISSING_FIELD"
    And the error names "model"
    And nothing was requested

  Scenario: Without contents nothing is sent
    Given the input
      """json
      {"model": "gemini-2.5-flash"}
      """
    When the part runs
    Then it fails with code "MISSING_FIELD"
    And the error names "contents"
    And nothing was requested
