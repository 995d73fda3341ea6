Feature: OpenAI chat

  Background:
    Given the credential "openai_api_key" is "sk-test-key-1"

  Scenario: A conversation is answered
    Given the input
      """json
      {"model": "gpt-4o-mini", "messages": [{"role": "user", "content": "Hi"}]}
      """
    When the part runs
    Then it succeeds
    And result.text is "Your order is on its way."
    And data.usage.total_tokens is 29
    And the request's body is "{\"model\":\"gpt-4o-mini\",\"messages\":[{\"role\":\"user\",\"content\":\"Hi\"}]}"
    And the service got "createChatCompletion"

  Scenario: All options
    Given the input
      """json
      {"model": "o3",
       "messages": [{"role": "developer", "content": "Be short."}, {"role": "user", "content": [{"type": "text", "text": "Hi"}]}],
       "temperature": 0,
       "max_completion_tokens": 100,
       "response_format": {"type": "json_object"},
       "tools": [{"type": "function", "function": {"name": "f"}}],
       "tool_choice": "auto",
       "reasoning_effort": "low",
       "top_p": 0.5,
       "frequency_penalty": -1,
       "presence_penalty": 1,
       "stop": ["END"],
       "seed": 7,
       "user": "u1"}
      """
    When the part runs
    Then it succeeds
    And the service got "createChatCompletion"

  Scenario: A refusal of the model is a failure that keeps its words
    Given the input
      """json
      {"model": "gpt-4o-mini", "messages": [{"role": "user", "content": "Hi"}]}
      """
    And the service answers 200 with
      """json
      {"id": "c1", "choices": [{"index": 0, "message": {"role": "assistant", "content": null, "refusal": "I can't help with that."}, "finish_reason": "stop"}]}
      """
    When the part runs
    Then it fails with code "SERVICE_REFUSED"
    And data.choices.0.message.refusal is "I can't help with that."
    And the service got "createChatCompletion"

  Scenario: A text where the messages belong is refused
    Given the input
      """json
      {"model": "gpt-4o-mini", "messages": "Hi"}
      """
    When the part runs
    Then it fails with code "INVALID_TYPE"
    And the error names "messages"
    And nothing was requested

  Scenario Outline: The service answers <answer>
    Given the input
      """json
      {"model": "gpt-4o-mini", "messages": [{"role": "user", "content": "Hi"}]}
      """
    And the service answers "<answer>"
    When the part runs
    Then it fails with code "<code>"
    And the error names "<words>"
    And the service got "createChatCompletion"

    Examples:
      | answer | code            | words          |
      | 400    | SERVICE_REFUSED | temperature    |
      | 401    | AUTH_REJECTED   | openai_api_key |
      | 404    | NOT_FOUND       | model          |
      | 429    | RATE_LIMITED    | Rate limit     |

  Scenario: The service breaks
    Given the input
      """json
      {"model": "gpt-4o-mini", "messages": [{"role": "user", "content": "Hi"}]}
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
      {"model": "gpt-4o-mini", "messages": [{"role": "user", "content": "Hi"}]}
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
      {"model": "gpt-4o-mini", "messages": [{"role": "user", "content": "Hi"}]}
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
      {"model": "gpt-4o-mini", "messages": [{"role": "user", "content": "Hi"}]}
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
      {"model": "gpt-4o-mini"}
      """
    When the part runs
    Then it fails with code "MISSING_FIELD"
    And the error names "messages"
    And nothing was requested
