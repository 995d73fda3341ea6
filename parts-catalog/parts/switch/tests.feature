Feature: Switch

  Scenario Outline: The first case that matches names the branch
    Given the input
      """json
      {"value": <value>, "cases": [{"match": "a", "branch": "A"}, {"match": "a", "branch": "again"}, {"match": 7, "branch": "seven"},
        {"match": true, "branch": "yes"}, {"match": null, "branch": "nothing"}, {"match": ["x", 1, false], "branch": "several"},
        {"match": "007", "branch": "agent"}], "default_branch": "D"}
      """
    When the part runs
    Then data.branch is "<branch>"

    Examples:
      | value   | branch  |
      | "a"     | A       |
      | 7       | seven   |
      | 7.0     | seven   |
      | "7"     | seven   |
      | "007"   | agent   |
      | true    | yes     |
      | "true"  | yes     |
      | null    | nothing |
      | "x"     | several |
      | "1"     | several |
      | false   | several |
      | "A"     | D       |
      | {}      | D       |

  Scenario: Without a default branch it is called default
    Given the input
      """json
      {"value": "z", "cases": []}
      """
    When the part runs
    Then data.branch is "default"
    And data.matched is false

  Scenario: A case without a branch is named
    Given the input
      """json
      {"value": "a", "cases": [{"match": "a", "branch": "A"}, {"match": "b"}]}
      """
    When the part runs
    Then it fails with code "MISSING_FIELD"
    And the error names "cases[1].branch"
