Feature: Claude message

  Background:
    Given the credential "anthropic_api_key" is "sk-ant-test-1"

  Scenario: A conversation is answered
    Given the input
      """json
      {"model": "claude-sonnet-4-5", "messages": [{"role": "user", "content": "Hi"}]}
      """
    When the part runs
    Then it succeeds
    And result.text is "Your order is on its way."
    And data.stop_reason is "end_turn"
    And the request's body is "{\"model\":\"claude-sonnet-4-5\",\"max_tokens\":1024,\"messages\":[{\"role\":\"user\",\"content\":\"Hi\"}]}"
    And the service got "createMessage"

  Scenario: All options
    Given the input
      """json
      {"model": "claude-sonnet-4-5",
       "max_tokens": 2000,
       "messages": [{"role": "user", "content": "Hi"}],
       "system": "Be short.",
       "temperature": 0.2,
       "stop_sequences": ["END"],
       "top_p": 0.9,
       "top_k": 5,
       "tools": [{"name": "f", "input_schema": {"type": "object"}}],
       "tool_choice": {"type": "auto"},
       "thinking": {"type": "enabled", "budget_tokens": 1024},
       "output_config": {"effort": "low"},
       "metadata": {"user_id": "u1"}}
      """
    When the part runs
    Then it succeeds
    And the service got "createMessage"

  Scenario: A refusal of the model is a failure
    Given the input
      """json
      {"model": "claude-sonnet-4-5", "messages": [{"role": "user", "content": "Hi"}]}
      """
    And the service answers 200 with
      """json
      {"id": "msg_1", "type": "message", "role": "assistant", "content": [], "stop_reason": "refusal", "usage": {"input_tokens": 1, "output_tokens": 0}}
      """
    When the part runs
    Then it fails with code "SERVICE_REFUSED"
    And data.stop_reason is "refusal"
    And the service got "createMessage"

  Scenario Outline: The service answers <answer>
    Given the input
      """json
      {"model": "claude-sonnet-4-5", "messages": [{"role": "user", "content": "Hi"}]}
      """
    And the service answers "<answer>"
    When the part runs
    Then it fails with code "<code>"
    And the error names "<words>"
    And the service got "createMessage"

    Examples:
      | answer | code            | words             |
      | 400    | SERVICE_REFUSED | too large         |
      | 401    | AUTH_REJECTED   | anthropic_api_key |
      | 403    | AUTH_REJECTED   | permission        |
      | 404    | NOT_FOUND       | claude-x          |
      | 429    | RATE_LIMITED    | rate limit        |
      | 529    | SERVICE_ERROR   | Overloaded        |

  Scenario: The service breaks
    Given the input
      """json
      {"model": "claude-sonnet-4-5", "messages": [{"role": "user", "content": "Hi"}]}
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
      {"model": "claude-sonnet-4-5", "messages": [{"role": "user", "content": "Hi"}]}
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
      {"model": "claude-sonnet-4-5", "messages": [{"role": "user", "content": "Hi"}]}
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
      {"model": "claude-sonnet-4-5", "messages": [{"role": "user", "content": "Hi"}]}
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
      {"messages": [{"role": "user", "content": "Hi"}]}
      """
    When the part runs
    Then it fails with code "MISSING_FIELD"
    And the error names "model"
    And nothing was requested

  Scenario: Without messages nothing is sent
    Given the input
      """json
      {"model": "claude-sonnet-4-5"}
      """
    When the part runs
    Then it fails with code "MISSING_FIELD"
    And the error names "messages"
    And nothing was requested
