Feature: Wait

  Scenario Outline: A short wait
    Given the input
      """json
      <input>
      """
    When the part runs
    Then it succeeds
    And data is
      """json
      <data>
      """

    Examples:
      | input                                                    | data                                  |
      | {"ms": 5}                                                | {"waited_ms": 5}                      |
      | {"ms": "5"}                                              | {"waited_ms": 5}                      |
      | {"ms": 0}                                                | {"waited_ms": 0}                      |
      | {"seconds": 0.005, "ms": 1.6}                            | {"waited_ms": 7}                      |
      | {"ms": 1, "context": {"a": 1.50, "b": [null]}}           | {"a": 1.50, "b": [null], "waited_ms": 1} |
      | {"ms": 1, "context": {"waited_ms": "before"}}            | {"waited_ms": 1}                      |
      | {"until": "2020-02-29"}                                  | {"waited_ms": 0}                      |
      | {"until": "1969-12-31T23:59:59.9999Z"}                   | {"waited_ms": 0}                      |
      | {"until": "0000-01-01 00:00-23:59"}                      | {"waited_ms": 0}                      |
      | {"until": "2020-05-06T07:08:09,5+0800"}                  | {"waited_ms": 0}                      |
      | {"until": "2020-05-06t07:08z", "ms": null}               | {"waited_ms": 0}                      |
      | {"until": "2020-05-06T07:08-08"}                         | {"waited_ms": 0}                      |

  Scenario Outline: A long wait is left to the host
    Given the input
      """json
      <input>
      """
    When the part runs
    Then it succeeds
    And result.pending is true
    And result.resume_after_ms is <ms>
    And data.waited_ms is <ms>

    Examples:
      | input                                                               | ms          |
      | {"ms": 10001}                                                       | 10001       |
      | {"minutes": 5}                                                      | 300000      |
      | {"days": 1, "hours": 2, "minutes": 3, "seconds": 4, "ms": 5}        | 93784005    |
      | {"hours": "1.5"}                                                    | 5400000     |
      | {"days": 365}                                                       | 31536000000 |

  Scenario: What the flow knows goes through a long wait
    Given the input
      """json
      {"hours": 1, "context": {"order": {"id": "A-1", "total": 10.0}}}
      """
    When the part runs
    Then data is
      """json
      {"order": {"id": "A-1", "total": 10.0}, "waited_ms": 3600000}
      """

  Scenario: A short wait is not pending
    Given the input
      """json
      {"ms": 1}
      """
    When the part runs
    Then result.pending is missing
    And result.resume_after_ms is missing

  Scenario Outline: What can't be waited for
    Given the input
      """json
      <input>
      """
    When the part runs
    Then it fails with code "<code>"
    And the error names "<hint>"

    Examples:
      | input                                        | code          | hint        |
      | {}                                           | MISSING_FIELD | `ms`        |
      | {"ms": null}                                 | MISSING_FIELD | `until`     |
      | {"ms": -1}                                   | OUT_OF_RANGE  | `ms`        |
      | {"hours": 1, "seconds": -1}                  | OUT_OF_RANGE  | `seconds`   |
      | {"days": 365, "ms": 1}                       | OUT_OF_RANGE  | 365 days    |
      | {"days": 1e300}                              | OUT_OF_RANGE  | 365 days    |
      | {"days": 1e308}                              | OUT_OF_RANGE  | 365 days    |
      | {"until": "9999-12-31"}                      | OUT_OF_RANGE  | `until`     |
      | {"ms": "soon"}                               | INVALID_TYPE  | soon        |
      | {"ms": "NaN"}                                | INVALID_TYPE  | NaN         |
      | {"minutes": [5]}                             | INVALID_TYPE  | `minutes`   |
      | {"ms": 1, "until": "2020-01-01"}             | INVALID_VALUE | `until`     |
      | {"ms": 1, "context": [1]}                    | INVALID_TYPE  | `context`   |
      | {"until": 1700000000}                        | INVALID_TYPE  | `until`     |
      | {"until": "tomorrow"}                        | INVALID_TIME  | tomorrow    |
      | {"until": ""}                                | INVALID_TIME  | `until`     |
      | {"until": "2023-02-29"}                      | INVALID_TIME  | 2023-02-29  |
      | {"until": "1900-02-29T00:00Z"}               | INVALID_TIME  | 1900-02-29  |
      | {"until": "2023-13-01"}                      | INVALID_TIME  | 2023-13-01  |
      | {"until": "2023-04-31"}                      | INVALID_TIME  | 2023-04-31  |
      | {"until": "2023-04-30T24:00Z"}               | INVALID_TIME  | 24:00       |
      | {"until": "2023-04-30T10:60Z"}               | INVALID_TIME  | 10:60       |
      | {"until": "2023-04-30T10:00:60Z"}            | INVALID_TIME  | 10:00:60    |
      | {"until": "2023-04-30T10:00:00.Z"}           | INVALID_TIME  | 10:00:00.   |
      | {"until": "2023-04-30T10:00+24:00"}          | INVALID_TIME  | +24:00      |
      | {"until": "2023-04-30T10:00+08:"}            | INVALID_TIME  | +08:        |
      | {"until": "2023-04-30T10:00Zx"}              | INVALID_TIME  | Zx          |
      | {"until": "2023-04-30T"}                     | INVALID_TIME  | 30T         |
      | {"until": "20230430"}                        | INVALID_TIME  | 20230430    |
