Feature: Number

  Scenario Outline: One operation on one number
    Given the input
      """json
      {"operation": "<operation>", "input": <input>, "args": <args>}
      """
    When the part runs
    Then it succeeds
    And data.operation is "<operation>"
    And data.result is <result>

    Examples:
      | operation | input       | args                                        | result          |
      | add       | 1           | {}                                          | 1               |
      | add       | "1.5"       | {"value": " 2 "}                            | 3.5             |
      | add       | 0.1         | {"value": 0.2}                              | 0.30000000000000004 |
      | subtract  | 5           | {"value": 2}                                | 3               |
      | multiply  | 1e200       | {"value": 1e100}                            | 1e300           |
      | divide    | 9           | {"value": 2}                                | 4.5             |
      | mod       | -9          | {"value": 4}                                | -1              |
      | power     | 2           | {"value": 10}                               | 1024            |
      | min       | 3           | {"value": 1}                                | 1               |
      | max       | 3           | {"value": 1}                                | 3               |
      | clamp     | 17          | {"min": 0, "max": 10}                       | 10              |
      | round     | 3.14159     | {"decimals": 2}                             | 3               |
      | round     | 1.005       | {"digits": 2}                               | 1.01            |
      | round     | -2.5        | {}                                          | -3              |
      | round     | 1250        | {"digits": -2}                              | 1300            |
      | floor     | -2.1        | {}                                          | -3              |
      | ceil      | 2.1         | {}                                          | 3               |
      | trunc     | -2.9        | {}                                          | -2              |
      | abs       | -3          | {}                                          | 3               |
      | negate    | 0           | {}                                          | 0               |
      | sqrt      | 2           | {}                                          | 1.4142135623730951 |
      | sign      | -7          | {}                                          | -1              |
      | format    | 1234567.891 | {"decimals": 2}                             | "1234567.89"    |
      | format    | -1234567.895 | {"decimals": 2, "thousands": ","}          | "-1,234,567.90" |
      | format    | 1234.5      | {"decimals": 1, "thousands": ".", "point": ","} | "1.234,5"   |
      | format    | 5e-324      | {}                                          | "5e-324"        |

  Scenario Outline: What can't be calculated
    Given the input
      """json
      <input>
      """
    When the part runs
    Then it fails with code "<code>"
    And the error names "<hint>"

    Examples:
      | input                                                                  | code              | hint        |
      | {"operation": "divide", "input": 1, "args": {"value": 0}}              | DIVISION_BY_ZERO  | args.value  |
      | {"operation": "mod", "input": 1, "args": {"value": "0"}}               | DIVISION_BY_ZERO  | args.value  |
      | {"operation": "sqrt", "input": -1}                                     | OUT_OF_RANGE      | square root |
      | {"operation": "power", "input": -8, "args": {"value": 0.5}}            | OUT_OF_RANGE      | power       |
      | {"operation": "multiply", "input": 1e300, "args": {"value": 1e300}}    | OUT_OF_RANGE      | too large   |
      | {"operation": "multiply", "input": 2}                                  | MISSING_FIELD     | args.value  |
      | {"operation": "add", "input": "two"}                                   | INVALID_TYPE      | two         |
      | {"operation": "clamp", "input": 2, "args": {"min": 3, "max": 1}}       | OUT_OF_RANGE      | args.min    |
      | {"operation": "plus", "input": 2}                                      | UNKNOWN_OPERATION | subtract    |
