Feature: List

  Scenario Outline: Choosing items
    Given the input
      """json
      {"operation": "<operation>", "input": <input>, "args": <args>}
      """
    When the part runs
    Then it succeeds
    And data.operation is "<operation>"
    And data.result is <result>

    Examples:
      | operation | input                          | args                          | result            |
      | count     | [1, [2, 3], {"a": 4}]          | {}                            | 3                 |
      | count     | []                             | {}                            | 0                 |
      | first     | [{"a": 1.50}, 2]               | {}                            | {"a": 1.50}       |
      | first     | []                             | {}                            | null              |
      | last      | [1, 2]                         | {}                            | 2                 |
      | last      | []                             | {}                            | null              |
      | reverse   | [1, 2, [3]]                    | {}                            | [[3], 2, 1]       |
      | reverse   | []                             | {}                            | []                |
      | take      | [1, 2, 3]                      | {"count": 2}                  | [1, 2]            |
      | take      | [1, 2, 3]                      | {"count": "9"}                | [1, 2, 3]         |
      | skip      | [1, 2, 3]                      | {"count": 2}                  | [3]               |
      | skip      | [1]                            | {"count": 5}                  | []                |
      | slice     | [0, 1, 2, 3]                   | {"start": 1, "end": 3}        | [1, 2]            |
      | slice     | [0, 1, 2, 3]                   | {"start": -2}                 | [2, 3]            |
      | slice     | [0, 1, 2, 3]                   | {"end": -1}                   | [0, 1, 2]         |
      | slice     | [0, 1]                         | {"start": -9, "end": 9}       | [0, 1]            |
      | slice     | [0, 1]                         | {"start": 2, "end": 1}        | []                |
      | contains  | [1, "2", null]                 | {"value": 2}                  | true              |
      | contains  | [1, null]                      | {"value": null}               | true              |
      | contains  | [[1, 2]]                       | {"value": [1, 2]}             | true              |
      | contains  | ["abc"]                        | {"value": "b"}                | false             |
      | index_of  | ["a", "b", "b"]                | {"value": "b"}                | 1                 |
      | index_of  | ["a"]                          | {"value": "z"}                | -1                |
      | index_of  | [{"k": 1}, {"k": 2}]           | {"value": 2, "path": "k"}     | 1                 |
      | find      | [{"k": {"i": 1}, "n": "x"}]    | {"value": 1, "path": "k.i"}   | {"k": {"i": 1}, "n": "x"} |
      | find      | [{"k": 1}]                     | {"value": 3, "path": "k"}     | null              |
      | find      | [{}, {"k": null}]              | {"value": null, "path": "k"}  | {"k": null}       |

  Scenario Outline: Another shape
    Given the input
      """json
      {"operation": "<operation>", "input": <input>, "args": <args>}
      """
    When the part runs
    Then it succeeds
    And data.result is <result>

    Examples:
      | operation    | input                                 | args                                        | result                                 |
      | map          | [{"a": 1}, {"b": 2}, {"a": null}]     | {"path": "a"}                               | [1, null, null]                        |
      | map          | [{"a": {"b": [7]}}, {"a.b.0": 8}]     | {"path": "a.b.0"}                           | [7, 8]                                 |
      | map          | [[1, 2], [3]]                         | {"path": 1}                                 | [2, null]                              |
      | map          | [{"c": {"mail": "x"}, "n": 1.0}, {}]  | {"path": {"to": "c.mail", "no": "n"}}       | [{"to": "x", "no": 1.0}, {"to": null, "no": null}] |
      | map          | [{"n": 1}]                            | {"fields": {"no": "n", "all": "."}}         | [{"no": 1, "all": {"n": 1}}]           |
      | pluck        | [{"a": 1}, {"b": 2}, {"a": null}]     | {"path": "a"}                               | [1, null]                              |
      | pluck        | [{"a": 1}]                            | {"key": "a"}                                | [1]                                    |
      | filter_nulls | [1, null, "", 0, false, []]           | {}                                          | [1, "", 0, false, []]                  |
      | filter_nulls | [{"a": 1}, {"a": null}, {}]           | {"path": "a"}                               | [{"a": 1}]                             |
      | compact      | [1, null, "", 0, false, [], {}, "a"]  | {}                                          | [1, 0, false, "a"]                     |
      | compact      | [{"a": ""}, {"a": "x"}, {}]           | {"path": "a"}                               | [{"a": "x"}]                           |
      | flatten      | [1, [2, [3, []]], []]                 | {}                                          | [1, 2, [3, []]]                        |
      | flatten      | [1, [2, [3, [4]]]]                    | {"depth": 9}                                | [1, 2, 3, 4]                           |
      | flatten      | [[1]]                                 | {"depth": 0}                                | [[1]]                                  |
      | chunk        | [1, 2, 3, 4, 5]                       | {"size": 2}                                 | [[1, 2], [3, 4], [5]]                  |
      | chunk        | [1, 2]                                | {"size": 2}                                 | [[1, 2]]                               |
      | chunk        | []                                    | {"size": 2}                                 | []                                     |
      | concat       | [1, [2]]                              | {"items": [[3], 4]}                         | [1, [2], [3], 4]                       |
      | concat       | []                                    | {"items": []}                               | []                                     |
      | zip          | [1, 2, 3]                             | {"items": ["a", "b"]}                       | [[1, "a"], [2, "b"], [3, null]]        |
      | zip          | []                                    | {"items": [null]}                           | [[null, null]]                         |
      | join         | ["a", 1, null, true, {"b": "\"c\""}]  | {}                                          | "a, 1, true, {\"b\": \"\\\\\\"c\\\\\\"\"}" |
      | join         | [{"n": "x"}, {}, {"n": "\\n"}]        | {"path": "n", "separator": "-"}             | "x-\\n"                                |
      | join         | []                                    | {"separator": "-"}                          | ""                                     |

  Scenario Outline: A range of numbers
    Given the input
      """json
      {"operation": "range", "args": <args>}
      """
    When the part runs
    Then data.result is <result>

    Examples:
      | args                                   | result            |
      | {"end": 3}                             | [0, 1, 2]         |
      | {"start": 1, "end": "4"}               | [1, 2, 3]         |
      | {"start": 5, "end": 0, "step": -2}     | [5, 3, 1]         |
      | {"end": 1, "step": 0.25}               | [0, 0.25, 0.5, 0.75] |
      | {"start": 3, "end": 1}                 | []                |

  Scenario Outline: Sorting
    Given the input
      """json
      {"operation": "sort", "input": <input>, "args": <args>}
      """
    When the part runs
    Then it succeeds
    And data.result is <result>

    Examples:
      | input                                        | args                                      | result                                       |
      | ["b", "a"]                                   | {}                                        | ["a", "b"]                                   |
      | [10, 9, 1.5, -2]                             | {}                                        | [-2, 1.5, 9, 10]                             |
      | [10, 9, 1]                                   | {"direction": "desc"}                     | [10, 9, 1]                                   |
      | ["10", "9", "1"]                             | {}                                        | ["1", "10", "9"]                             |
      | ["10", "9", "x", " 1 "]                      | {"numeric": true}                         | [" 1 ", "9", "10", "x"]                      |
      | ["a", 2, null, true, 1, false]               | {}                                        | [false, true, 1, 2, "a", null]               |
      | ["a", 2, null, true]                         | {"direction": "desc"}                     | ["a", 2, true, null]                         |
      | [{"n": 2}, {}, {"n": 1}]                     | {"path": "n"}                             | [{"n": 1}, {"n": 2}, {}]                     |
      | [{"n": 1}, {}, {"n": 2}]                     | {"path": "n", "direction": "desc"}        | [{"n": 2}, {"n": 1}, {}]                     |
      | [["a", 2], ["b", 1]]                         | {"path": "1"}                             | [["b", 1], ["a", 2]]                         |
      | [{"k": 1, "i": 1}, {"k": 0, "i": 2}, {"k": 1, "i": 3}, {"k": 0, "i": 4}] | {"path": "k"} | [{"k": 0, "i": 2}, {"k": 0, "i": 4}, {"k": 1, "i": 1}, {"k": 1, "i": 3}] |
      | [{"k": "a", "n": 1}, {"k": "b", "n": 5}, {"k": "a", "n": 3}] | {"path": ["k", {"path": "n", "direction": "desc"}]} | [{"k": "a", "n": 3}, {"k": "a", "n": 1}, {"k": "b", "n": 5}] |
      | [{"v": "9"}, {"v": "10"}]                    | {"path": [{"path": "v", "numeric": true}]} | [{"v": "9"}, {"v": "10"}]                   |
      | ["茶", "A", "a", "🍵", "é"]                  | {}                                        | ["A", "a", "é", "茶", "🍵"]                  |
      | ["b", "\u0061"]                              | {}                                        | ["a", "b"]                                   |
      | []                                           | {}                                        | []                                           |

  Scenario Outline: Sets
    Given the input
      """json
      {"operation": "<operation>", "input": <input>, "args": <args>}
      """
    When the part runs
    Then it succeeds
    And data.result is <result>

    Examples:
      | operation    | input                                    | args                                    | result                          |
      | unique       | [1, 1, 2, "a", "a"]                      | {}                                      | [1, 2, "a"]                     |
      | unique       | [1, "1", 1.0, 1e0, true, "true"]         | {}                                      | [1, "1", true, "true"]          |
      | unique       | ["a", "\u0061", "\"", "\\\\\\"", "\u0022"] | {}                                      | ["a", "\"", "\\\\\\""]          |
      | unique       | [{"a": 1, "b": [2]}, {"b": [2.0], "a": 1}, {"a": 1}] | {}                          | [{"a": 1, "b": [2]}, {"a": 1}]  |
      | unique       | [["a", "b"], ["a\",\"b"], ["a", "b"]]    | {}                                      | [["a", "b"], ["a\",\"b"]]       |
      | unique       | [{"a": 1, "a": 2}, {"a": 2}, {"a": 1}]   | {}                                      | [{"a": 2}, {"a": 1}]            |
      | unique       | [{"k": 1, "n": 1}, {"k": 1, "n": 2}, {}, {"k": null}] | {"path": "k"}              | [{"k": 1, "n": 1}, {}]          |
      | unique       | [0, -0, 0.0]                             | {}                                      | [0]                             |
      | difference   | [1, 2, 2, 3]                             | {"items": [1.0, 3]}                     | [2, 2]                          |
      | difference   | [{"id": 1}, {"id": 2}]                   | {"items": [{"id": 2}], "path": "id"}    | [{"id": 1}]                     |
      | intersection | [1, 2, 2, 3]                             | {"items": [3, 2]}                       | [2, 3]                          |
      | union        | [1, 2, 1]                                | {"items": [2, 3]}                       | [1, 2, 3]                       |
      | union        | [{"id": 1, "n": 1}]                      | {"items": [{"id": 1}, {"id": 2}], "path": "id"} | [{"id": 1, "n": 1}, {"id": 2}] |
      | union        | []                                       | {"items": []}                           | []                              |

  Scenario Outline: Groups
    Given the input
      """json
      {"operation": "<operation>", "input": <input>, "args": {"path": "<path>"}}
      """
    When the part runs
    Then it succeeds
    And data.result is <result>

    Examples:
      | operation | input                                          | path | result                                                |
      | group_by  | [{"k": "a", "n": 1}, {"k": "b"}, {"k": "a"}]   | k    | {"a": [{"k": "a", "n": 1}, {"k": "a"}], "b": [{"k": "b"}]} |
      | group_by  | [{"k": 1.0}, {"k": "1"}, {"k": true}]          | k    | {"1": [{"k": 1.0}, {"k": "1"}], "true": [{"k": true}]} |
      | group_by  | [{}, {"k": null}, {"k": ""}]                   | k    | {"": [{}, {"k": null}, {"k": ""}]}                    |
      | group_by  | ["x", "y", "x"]                                | .    | {"x": ["x", "x"], "y": ["y"]}                         |
      | group_by  | []                                             | k    | {}                                                    |
      | group_by  | [{"k": -0}, {"k": 0}, {"k": -1.50}]            | k    | {"0": [{"k": -0}, {"k": 0}], "-1.5": [{"k": -1.50}]}  |
      | count_by  | [{"c": {"s": "new"}}, {"c": {"s": "new"}}, {}] | c.s  | {"new": 2, "": 1}                                     |
      | count_by  | []                                             | k    | {}                                                    |
      | index_by  | [{"k": "a", "n": 1}, {"k": "a", "n": 2}, {}]   | k    | {"a": {"k": "a", "n": 2}}                             |

  Scenario: Names of groups come in ECMAScript's order
    Given the input
      """json
      {"operation": "count_by", "input": ["b", 10, 9, "a", "__proto__"], "args": {"path": "."}}
      """
    When the part runs
    Then data is, in this order
      """json
      {"operation": "count_by", "result": {"9": 1, "10": 1, "b": 1, "a": 1, "__proto__": 1}}
      """

  Scenario Outline: Figures
    Given the input
      """json
      {"operation": "<operation>", "input": <input>, "args": <args>}
      """
    When the part runs
    Then it succeeds
    And data.result is <result>

    Examples:
      | operation | input                                  | args              | result |
      | sum       | [1, 2, 3.5]                            | {}                | 6.5    |
      | sum       | [0.1, 0.1, 0.1, 0.1, 0.1, 0.1, 0.1, 0.1, 0.1, 0.1] | {}    | 1      |
      | sum       | [1e100, 1, -1e100]                     | {}                | 1      |
      | sum       | []                                     | {}                | 0      |
      | sum       | [" 2 ", null, 1]                       | {}                | 3      |
      | sum       | [{"p": 2}, {"p": "3"}, {}]             | {"path": "p"}     | 5      |
      | average   | [1, 2, 3]                              | {}                | 2      |
      | avg       | [1, null, 2]                           | {}                | 1.5    |
      | min       | [3, 1, 2]                              | {}                | 1      |
      | max       | [3, 1, 2]                              | {}                | 3      |
      | max       | ["10", "9"]                            | {}                | 10     |
      | min       | [{"p": {"v": 5}}, {"p": {"v": -5}}]    | {"path": "p.v"}   | -5     |
      | median    | [5, 1, 3]                              | {}                | 3      |
      | median    | [4, 1, 3, 2]                           | {}                | 2.5    |
      | median    | [1e308, 1.5e308]                       | {}                | 1.25e308 |

  Scenario Outline: Tables
    Given the input
      """json
      {"operation": "<operation>", "input": <input>, "args": <args>}
      """
    When the part runs
    Then it succeeds
    And data.result is <result>

    Examples:
      | operation  | input                                        | args                         | result                                       |
      | to_objects | [["name", "qty"], ["tea", 4], ["milk"]]      | {}                           | [{"name": "tea", "qty": 4}, {"name": "milk", "qty": ""}] |
      | to_objects | [["tea", 4, "more"]]                         | {"fields": ["name", "qty"]}  | [{"name": "tea", "qty": 4}]                  |
      | to_objects | [["a", "", null, 1], [1, 2, 3, 4]]           | {}                           | [{"a": 1, "1": 4}]                           |
      | to_objects | [["a", "a"], [1, 2]]                         | {}                           | [{"a": 2}]                                   |
      | to_objects | [["a"], []]                                  | {}                           | [{"a": ""}]                                  |
      | to_objects | [["a"]]                                      | {}                           | []                                           |
      | to_objects | []                                           | {}                           | []                                           |
      | to_rows    | [{"a": 1, "b": "x"}, {"c": [2], "a": null}]  | {}                           | [["a", "b", "c"], [1, "x", ""], [null, "", [2]]] |
      | to_rows    | [{"a": 1, "b": {"c": 2}}]                    | {"fields": ["b.c", "z", "a"]} | [["b.c", "z", "a"], [2, "", 1]]             |
      | to_rows    | [{"a": 1}]                                   | {"header": false}            | [[1]]                                        |
      | to_rows    | [{"\u0061": 1}, {"a": 2}]                    | {}                           | [["a"], [1], [2]]                            |
      | to_rows    | []                                           | {}                           | []                                           |
      | to_rows    | []                                           | {"fields": ["a"]}            | [["a"]]                                      |

  Scenario Outline: What can't be done
    Given the input
      """json
      <input>
      """
    When the part runs
    Then it fails with code "<code>"
    And the error names "<hint>"

    Examples:
      | input                                                                        | code              | hint          |
      | {}                                                                           | MISSING_FIELD     | `operation`   |
      | {"operation": "bogus", "input": [1]}                                         | UNKNOWN_OPERATION | group_by      |
      | {"operation": "sum, min", "input": [1]}                                      | UNKNOWN_OPERATION | sum, min      |
      | {"operation": "count"}                                                       | MISSING_FIELD     | `input`       |
      | {"operation": "count", "input": "abc"}                                       | INVALID_TYPE      | `input`       |
      | {"operation": "count", "input": [], "args": []}                              | INVALID_TYPE      | `args`        |
      | {"operation": "sort", "input": [{"a": 1}]}                                   | INVALID_TYPE      | `input[0]`    |
      | {"operation": "sort", "input": [{"a": {"b": []}}], "args": {"path": "a.b"}}  | INVALID_TYPE      | `input[0].a.b` |
      | {"operation": "sort", "input": [], "args": {"direction": "up"}}              | INVALID_VALUE     | asc           |
      | {"operation": "sort", "input": [], "args": {"path": []}}                     | MISSING_FIELD     | `args.path`   |
      | {"operation": "sort", "input": [], "args": {"path": ["a", {}]}}              | MISSING_FIELD     | `args.path[1].path` |
      | {"operation": "sort", "input": [], "args": {"path": {"a": 1}}}               | INVALID_TYPE      | `args.path`   |
      | {"operation": "sum", "input": [1, "a"]}                                      | INVALID_TYPE      | `input[1]`    |
      | {"operation": "sum", "input": [{"p": {"q": true}}], "args": {"path": "p.q"}} | INVALID_TYPE      | `input[0].p.q` |
      | {"operation": "sum", "input": [1e308, 1e308]}                                | OUT_OF_RANGE      | too large     |
      | {"operation": "min", "input": []}                                            | EMPTY_LIST        | `input`       |
      | {"operation": "average", "input": [null]}                                    | EMPTY_LIST        | average       |
      | {"operation": "median", "input": []}                                         | EMPTY_LIST        | median        |
      | {"operation": "group_by", "input": [{"a": 1}]}                               | MISSING_FIELD     | `args.path`   |
      | {"operation": "group_by", "input": [{"a": 1}, {"a": [1]}], "args": {"path": "a"}} | INVALID_TYPE | `input[1].a`  |
      | {"operation": "map", "input": [], "args": {}}                                | MISSING_FIELD     | `args.path`   |
      | {"operation": "map", "input": [], "args": {"path": {"to": [1]}}}             | INVALID_TYPE      | `args.path.to` |
      | {"operation": "pluck", "input": []}                                          | MISSING_FIELD     | `args.path`   |
      | {"operation": "take", "input": []}                                           | MISSING_FIELD     | `args.count`  |
      | {"operation": "take", "input": [], "args": {"count": -1}}                    | OUT_OF_RANGE      | `args.count`  |
      | {"operation": "chunk", "input": [], "args": {"size": 0}}                     | OUT_OF_RANGE      | `args.size`   |
      | {"operation": "flatten", "input": [], "args": {"depth": 501}}                | OUT_OF_RANGE      | `args.depth`  |
      | {"operation": "concat", "input": []}                                         | MISSING_FIELD     | `args.items`  |
      | {"operation": "union", "input": [], "args": {"items": {}}}                   | INVALID_TYPE      | `args.items`  |
      | {"operation": "contains", "input": []}                                       | MISSING_FIELD     | `args.value`  |
      | {"operation": "range"}                                                       | MISSING_FIELD     | `args.end`    |
      | {"operation": "range", "args": {"end": 1, "step": 0}}                        | OUT_OF_RANGE      | `args.step`   |
      | {"operation": "range", "args": {"end": 100001}}                              | OUT_OF_RANGE      | 100,000       |
      | {"operation": "range", "args": {"start": -1e308, "end": 1e308}}              | OUT_OF_RANGE      | 100,000       |
      | {"operation": "to_objects", "input": [{"a": 1}]}                             | INVALID_TYPE      | `input[0]`    |
      | {"operation": "to_objects", "input": [["a"], 5]}                             | INVALID_TYPE      | `input[1]`    |
      | {"operation": "to_objects", "input": [[["a"]]]}                              | INVALID_TYPE      | `input[0].1`  |
      | {"operation": "to_objects", "input": [], "args": {"fields": [{}]}}           | INVALID_TYPE      | `args.fields[0]` |
      | {"operation": "to_rows", "input": [[1]]}                                     | INVALID_TYPE      | `input[0]`    |
      | {"operation": "to_rows", "input": [], "args": {"fields": [null]}}            | INVALID_TYPE      | `args.fields[0]` |
