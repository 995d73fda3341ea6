Feature: Workers AI chat

  Scenario: A conversation is answered
    Given the input
      """json
      {"messages": [{"role": "user", "content": "Hi"}]}
      """
    And the service answers 200 with
      """json
      {"result": {"response": "Your order is on its way.", "usage": {"total_tokens": 15}}, "success": true, "errors": [], "messages": []}
      """
    When the part runs
    Then it succeeds
    And result.text is "Your order is on its way."
    And data.usage.total_tokens is 15
    And the request's url is "https://api.cloudflare.com/client/v4/accounts/0123456789abcdef0123456789abcdef/ai/run/@cf/meta/llama-3.1-8b-instruct"
    And the request's body is "{\"messages\":[{\"role\":\"user\",\"content\":\"Hi\"}]}"

  Scenario: Another model, all options
    Given the input
      """json
      {"model": "@cf/mistral/mistral-7b-instruct-v0.1",
       "messages": [{"role": "user", "content": "Hi"}],
       "max_tokens": 100,
       "temperature": 0.2,
       "top_p": 0.9,
       "seed": 7,
       "response_format": {"type": "json_object"},
       "tools": []}
      """
    And the service answers 200 with
      """json
      {"result": {"response": "Your order is on its way.", "usage": {"total_tokens": 15}}, "success": true, "errors": [], "messages": []}
      """
    When the part runs
    Then it succeeds
    And the request's body is "{\"messages\":[{\"role\":\"user\",\"content\":\"Hi\"}],\"max_tokens\":100,\"temperature\":0.2,\"top_p\":0.9,\"seed\":7,\"response_format\":{\"type\":\"json_object\"},\"tools\":[]}"

  Scenario: A name of a model cannot lead to another address
    Given the input
      """json
      {"model": "../../x", "messages": [{"role": "user", "content": "Hi"}]}
      """
    When the part runs
    Then it fails with code "INVALID_VALUE"
    And nothing was requested

  Scenario: Without a connected account there is no answer
    Given the input
      """json
      {"messages": [{"role": "user", "content": "Hi"}]}
      """
    And no Cloudflare account is connected
    When the part runs
    Then it fails with code "NEEDS_ACCOUNT"
    And nothing was requested

  Scenario: The service answers 401
    Given the input
      """json
      {"messages": [{"role": "user", "content": "Hi"}]}
      """
    And the service answers 401 with
      """json
      {"success": false, "errors": [{"code": 10000, "message": "Authentication error"}], "result": null}
      """
    When the part runs
    Then it fails with code "AUTH_REJECTED"
    And the error names "cloudflare_api_token"

  Scenario: The service answers 404
    Given the input
      """json
      {"messages": [{"role": "user", "content": "Hi"}]}
      """
    And the service answers 404 with
      """json
      {"success": false, "errors": [{"code": 5007, "message": "No such model"}], "result": null}
      """
    When the part runs
    Then it fails with code "NOT_FOUND"
    And the error names "No such model"

  Scenario: The service answers 429
    Given the input
      """json
      {"messages": [{"role": "user", "content": "Hi"}]}
      """
    And the service answers 429 with
      """json
      {"success": false, "errors": [{"code": 3036, "message": "daily limit reached"}], "result": null}
      """
    When the part runs
    Then it fails with code "RATE_LIMITED"
    And the error names "daily limit"

  Scenario: The service breaks
    Given the input
      """json
      {"messages": [{"role": "user", "content": "Hi"}]}
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
      {"messages": [{"role": "user", "content": "Hi"}]}
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
      {"messages": [{"role": "user", "content": "Hi"}]}
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
      {"messages": [{"role": "user", "content": "Hi"}]}
      """
    And the service answers 429 with the headers {"retry-after": "30"} and
      """text
      slow down
      """
    When the part runs
    Then it fails with code "RATE_LIMITED"
    And result.retry_after_s is 30

  Scenario: Without messages nothing is sent
    Given the input
      """json
      {}
      """
    When the part runs
    Then it fails with code "MISSING_FIELD"
    And the error names "messages"
    And nothing was requested
