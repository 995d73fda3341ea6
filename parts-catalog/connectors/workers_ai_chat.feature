Feature: Workers AI chat

  Scenario: Without a connected account there is no answer
    Given the input
      """json
      {"messages": [{"role": "user", "content": "Hi"}]}
      """
    When the part runs
    Then it fails with code "NEEDS_ACCOUNT"
    And nothing was requested
