Feature: If

  Scenario Outline: A condition holds or not
    Given the input
      """json
      {"condition": <condition>, "input": {"count": 3, "name": "Ann", "empty": "", "zero": 0, "text": "10", "tags": ["a", "2"],
       "none": null, "yes": true, "no": false, "no_text": "false", "zero_text": "0", "status": "hi", "名稱": "王",
       "long_id": "12345678901234567890", "nested": {"list": [{"a b": 1}], "7": "seven"}}}
      """
    When the part runs
    Then data.result is <result>

    Examples: comparing
      | condition                           | result |
      | "count > 2"                         | true   |
      | "count>=3&&count<=3"                | true   |
      | "count < 3 \|\| count != 3"         | false  |
      | "text > 9"                          | true   |
      | "text == 10"                        | true   |
      | "name > 5"                          | false  |
      | "long_id == 12345678901234567891"   | true   |
      | "long_id == \"12345678901234567891\"" | false |
      | "name == \"Ann\""                   | true   |
      | "name == 'Ann'"                     | true   |
      | "status == hi"                      | true   |
      | "empty =="                          | true   |
      | "yes == true"                       | true   |
      | "yes == 1"                          | false  |
      | "missing == null"                   | true   |
      | "none == null"                      | true   |
      | "0 == -0"                           | true   |
      | "1e2 == 100"                        | true   |

    Examples: truth
      | condition    | result |
      | "yes"        | true   |
      | "no"         | false  |
      | "zero"       | false  |
      | "empty"      | false  |
      | "missing"    | false  |
      | "no_text"    | true   |
      | "zero_text"  | true   |
      | "tags"       | true   |
      | "false"      | false  |
      | "not no"     | true   |
      | "!!yes"      | true   |
      | true         | true   |
      | 0            | false  |
      | null         | false  |

    Examples: joining
      | condition                          | result |
      | "yes or no and no"                 | true   |
      | "(yes or no) and no"               | false  |
      | "not (no or zero) and count == 3"  | true   |

    Examples: paths, lists and patterns
      | condition                                  | result |
      | "nested.list[0][\"a b\"] == 1"             | true   |
      | "nested.list.0[\"a b\"] == 1"              | true   |
      | "nested.7 == seven"                        | true   |
      | "nested.list == [1]"                       | false  |
      | "tags contains a"                          | true   |
      | "tags contains 2"                          | true   |
      | "name contains nn"                         | true   |
      | "nested contains list"                     | true   |
      | "count in [1, 2, 3]"                       | true   |
      | "name in [Bob, Ann]"                       | true   |
      | "名稱 == 王"                               | true   |
      | "name matches \"[A-Z][a-z]+\""             | true   |
      | "name matches \"n\""                       | false  |
      | "名稱 matches \"\\\\p{Lo}\""               | true   |
      | "count matches \"[0-9]{1,2}\""             | true   |

  Scenario: Without values every name is missing
    Given the input
      """json
      {"condition": "x > 3", "context": {"x": 5}}
      """
    When the part runs
    Then data.branch is "false"

  Scenario Outline: A condition that can't be read
    Given the input
      """json
      {"condition": <condition>, "input": {}}
      """
    When the part runs
    Then it fails with code "<code>"
    And the error names "<hint>"

    Examples:
      | condition             | code              | hint              |
      | ""                    | INVALID_CONDITION | no expression     |
      | "a = 1"               | INVALID_CONDITION | ==                |
      | "a == 1 == 2"         | INVALID_CONDITION | and               |
      | "(a"                  | INVALID_CONDITION | )                 |
      | "a == two words"      | INVALID_CONDITION | quotes            |
      | "{{a}} > 1"           | INVALID_CONDITION | without braces    |
      | "a matches \"(\""     | INVALID_PATTERN   | without           |
      | ["a"]                 | INVALID_TYPE      | condition         |
