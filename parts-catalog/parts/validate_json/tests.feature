Feature: Check JSON
  What keywords ask for is said in JSON Schema 2020-12: Core (json-schema.org/draft/2020-12/json-schema-core) and
  Validation (json-schema.org/draft/2020-12/json-schema-validation); "Core 10.2.1.1" is a section of the first.

  Scenario Outline: Whether a text is JSON
    Given the input
      """json
      {"json_string": <text>}
      """
    When the part runs
    Then it succeeds
    And data.valid is <valid>

    Examples:
      | text                | valid |
      | "{\"a\":1}"         | true  |
      | " [1, 2.50] "       | true  |
      | "\"x\""             | true  |
      | 12                  | true  |
      | true                | true  |
      | ""                  | false |
      | " "                 | false |
      | "[1,"               | false |
      | "{'a':1}"           | false |
      | "{\"a\":01}"        | false |
      | "NaN"               | false |
      | "[1] x"             | false |
      | "\"\\\\ud83\""        | false |
      | "\ud800"            | false |

  Scenario: A text that is no JSON says where
    Given the input
      """json
      {"json_string": "[1,"}
      """
    When the part runs
    Then it succeeds
    And data.errors is
      """json
      [{"path": "", "message": "The text is not JSON: it ends too early at byte 3.", "keyword": "json"}]
      """

  Scenario: Nothing to check is not valid
    When the part runs
    Then it succeeds
    And data.valid is false
    And data.errors.0.keyword is "json"

  Scenario: Null is a value
    Given the input
      """json
      {"value": null, "schema": {"type": "null"}}
      """
    When the part runs
    Then data.valid is true

  Scenario: A valid text is given as JSON, digit by digit
    Given the input
      """json
      {"json_string": " {\"n\": 12345678901234567890.10} ", "schema": {"type": "object"}}
      """
    When the part runs
    Then data is, in this order
      """json
      {"valid": true, "errors": [], "value": {"n": 12345678901234567890.10}}
      """

  Scenario: Every mistake has its place
    Given the input
      """json
      {"value": {"a/b": [1, "x"], "~": {"n": -1}},
       "schema": {"required": ["id"], "properties": {"a/b": {"items": {"type": "integer"}}, "~": {"properties": {"n": {"minimum": 0}}}}}}
      """
    When the part runs
    Then it succeeds
    And data.valid is false
    And data.errors is
      """json
      [{"path": "/a~1b/1", "message": "It must be a whole number, but it is the text `x`.", "keyword": "type"},
       {"path": "/~0/n", "message": "It must be at least 0, but it is `-1`.", "keyword": "minimum"},
       {"path": "", "message": "It has no member `id`.", "keyword": "required"}]
      """

  Scenario: An invalid value can be a failure
    Given the input
      """json
      {"value": 1, "schema": {"type": "string"}, "fail_on_invalid": true}
      """
    When the part runs
    Then it fails with code "VALIDATION_FAILED"
    And the error names "1 mistake"
    And data.errors.0.keyword is "type"

  Scenario: A valid value is none
    Given the input
      """json
      {"value": "x", "schema": {"type": "string"}, "fail_on_invalid": true}
      """
    When the part runs
    Then it succeeds

  Scenario Outline: One keyword: <section>
    Given the input
      """json
      {"schema": <schema>, "value": <value>}
      """
    When the part runs
    Then it succeeds
    And data.valid is <valid>

    Examples: Any value
      | section           | schema                                | value                | valid |
      | Core 4.3.2        | true                                  | 1                    | true  |
      | Core 4.3.2        | false                                 | 1                    | false |
      | Validation 6.1.1  | {"type": "integer"}                   | 1.0                  | true  |
      | Validation 6.1.1  | {"type": "integer"}                   | 1.5                  | false |
      | Validation 6.1.1  | {"type": "integer"}                   | 1e2                  | true  |
      | Validation 6.1.1  | {"type": "integer"}                   | 12e-1                | false |
      | Validation 6.1.1  | {"type": "number"}                    | 1e-400               | true  |
      | Validation 6.1.1  | {"type": ["array", "null"]}           | null                 | true  |
      | Validation 6.1.1  | {"type": ["array", "null"]}           | {}                   | false |
      | Validation 6.1.1  | {"type": "boolean"}                   | 0                    | false |
      | Validation 6.1.1  | {"type": "string"}                    | "1"                  | true  |
      | Validation 6.1.2  | {"enum": [1, "a", [2]]}               | [2.0]                | true  |
      | Validation 6.1.2  | {"enum": [1, "a", [2]]}               | "1"                  | false |
      | Validation 6.1.2  | {"enum": []}                          | 1                    | false |
      | Validation 6.1.3  | {"const": {"a": 1, "b": [null]}}      | {"b": [null], "a": 1} | true |
      | Validation 6.1.3  | {"const": false}                      | 0                    | false |
      | Validation 6.1.3  | {"const": null}                       | null                 | true  |
      | Validation 6.1.3  | {"const": 9007199254740993}           | 9007199254740992     | false |
      | Validation 6.1.3  | {"const": -0}                         | 0.0                  | true  |
      | Validation 6.1.3  | {"const": "é"}                        | "\u00e9"             | true  |

    Examples: Numbers
      | section           | schema                                | value                | valid |
      | Validation 6.2.1  | {"multipleOf": 0.01}                  | 0.07                 | true  |
      | Validation 6.2.1  | {"multipleOf": 0.0001}                | 0.00751              | false |
      | Validation 6.2.1  | {"multipleOf": 3}                     | -9                   | true  |
      | Validation 6.2.1  | {"multipleOf": 3}                     | 1e300                | false |
      | Validation 6.2.1  | {"multipleOf": 4}                     | 1e300                | true  |
      | Validation 6.2.1  | {"multipleOf": 1e-8}                  | 12391239123          | true  |
      | Validation 6.2.1  | {"multipleOf": 7}                     | 0                    | true  |
      | Validation 6.2.2  | {"maximum": 3.0}                      | 3                    | true  |
      | Validation 6.2.2  | {"maximum": 3.0}                      | 3.0000000000000000001 | false |
      | Validation 6.2.3  | {"exclusiveMaximum": 3}               | 3.0                  | false |
      | Validation 6.2.4  | {"minimum": -2}                       | -2.0001              | false |
      | Validation 6.2.4  | {"minimum": 1}                        | "0"                  | true  |
      | Validation 6.2.5  | {"exclusiveMinimum": 1.1}             | 1.2                  | true  |
      | Validation 6.2.5  | {"exclusiveMinimum": 0}               | 1e-999               | true  |

    Examples: Texts
      | section           | schema                                | value                | valid |
      | Validation 6.3.1  | {"maxLength": 2}                      | "💩💩"                 | true  |
      | Validation 6.3.1  | {"maxLength": 2}                      | "abc"                | false |
      | Validation 6.3.2  | {"minLength": 2.0}                    | "é"                  | false |
      | Validation 6.3.2  | {"minLength": 2}                      | 1                    | true  |
      | Validation 6.3.3  | {"pattern": "^a*$"}                   | "aaa"                | true  |
      | Validation 6.3.3  | {"pattern": "^a*$"}                   | "aba"                | false |
      | Validation 6.3.3  | {"pattern": "a+"}                     | "xx\\naayy"           | true  |
      | Validation 6.3.3  | {"pattern": "^(?:v\\\\d+\|latest)$"}    | "v12"                | true  |
      | Validation 6.3.3  | {"pattern": "^a\|b$"}                 | "cab"                | true  |
      | Validation 6.3.3  | {"pattern": "^[\\\\w.+-]+@\\\\w+\\\\.com$"} | "a.b+c@d.com"        | true  |
      | Validation 6.3.3  | {"pattern": "^\\\\S+$"}                 | "a b"                | false |
      | Validation 6.3.3  | {"pattern": "^\\\\p{Lu}"}               | "Éa"                 | true  |
      | Validation 6.3.3  | {"pattern": "^\\\\u4e2d[\\\\u{6587}]$"}   | "中文"                | true  |
      | Validation 6.3.3  | {"pattern": "^a{2,3}?$"}              | "aaaa"               | false |
      | Validation 6.3.3  | {"pattern": "^[^\\\\d\\\\/]\\\\/$"}         | "x/"                 | true  |

    Examples: Formats
      | section           | schema                                | value                          | valid |
      | Validation 7.3.1  | {"format": "date-time"}               | "1963-06-19T08:30:06.283185Z"  | true  |
      | Validation 7.3.1  | {"format": "date-time"}               | "1998-12-31T23:59:60Z"         | true  |
      | Validation 7.3.1  | {"format": "date-time"}               | "1998-12-31T15:59:60.1-08:00"  | true  |
      | Validation 7.3.1  | {"format": "date-time"}               | "1998-12-31T22:59:60Z"         | false |
      | Validation 7.3.1  | {"format": "date-time"}               | "1990-02-31T15:59:59Z"         | false |
      | Validation 7.3.1  | {"format": "date-time"}               | "2013-350T01:01:01"            | false |
      | Validation 7.3.1  | {"format": "date"}                    | "2000-02-29"                   | true  |
      | Validation 7.3.1  | {"format": "date"}                    | "1900-02-29"                   | false |
      | Validation 7.3.1  | {"format": "date"}                    | "2020-1-01"                    | false |
      | Validation 7.3.1  | {"format": "time"}                    | "08:30:06+00:20"               | true  |
      | Validation 7.3.1  | {"format": "time"}                    | "24:00:00Z"                    | false |
      | Validation 7.3.1  | {"format": "time"}                    | "12:00:00"                     | false |
      | Validation 7.3.2  | {"format": "email"}                   | "joe.bloggs+x@example.com"     | true  |
      | Validation 7.3.2  | {"format": "email"}                   | "\"joe bloggs\"@example.com"   | true  |
      | Validation 7.3.2  | {"format": "email"}                   | "joe@[127.0.0.1]"              | true  |
      | Validation 7.3.2  | {"format": "email"}                   | ".joe@example.com"             | false |
      | Validation 7.3.2  | {"format": "email"}                   | "2962"                         | false |
      | Validation 7.3.3  | {"format": "hostname"}                | "www.example.com"              | true  |
      | Validation 7.3.3  | {"format": "hostname"}                | "-bad-.com"                    | false |
      | Validation 7.3.4  | {"format": "ipv4"}                    | "192.168.0.1"                  | true  |
      | Validation 7.3.4  | {"format": "ipv4"}                    | "256.256.256.256"              | false |
      | Validation 7.3.4  | {"format": "ipv4"}                    | "087.10.0.1"                   | false |
      | Validation 7.3.4  | {"format": "ipv4"}                    | "127.0.0"                      | false |
      | Validation 7.3.4  | {"format": "ipv6"}                    | "::ffff:192.168.0.1"           | true  |
      | Validation 7.3.4  | {"format": "ipv6"}                    | "1:2:3:4:5:6:7:8"              | true  |
      | Validation 7.3.4  | {"format": "ipv6"}                    | "::"                           | true  |
      | Validation 7.3.4  | {"format": "ipv6"}                    | "1::2::3"                      | false |
      | Validation 7.3.4  | {"format": "ipv6"}                    | "12345::"                      | false |
      | Validation 7.3.4  | {"format": "ipv6"}                    | "1:2:3:4:5:6:7"                | false |
      | Validation 7.3.5  | {"format": "uri"}                     | "http://u:p@foo.bar:80/?q=a%20b#x" | true |
      | Validation 7.3.5  | {"format": "uri"}                     | "urn:oasis:names"              | true  |
      | Validation 7.3.5  | {"format": "uri"}                     | "//foo.bar/"                   | false |
      | Validation 7.3.5  | {"format": "uri"}                     | "http://a b"                   | false |
      | Validation 7.3.5  | {"format": "uri"}                     | "http://a/%zz"                 | false |
      | Validation 7.3.5  | {"format": "uuid"}                    | "2EB8AA08-AA98-11EA-B4AA-73B441D16380" | true |
      | Validation 7.3.5  | {"format": "uuid"}                    | "2eb8aa08aa9811eab4aa73b441d16380"     | false |
      | Validation 7.2.3  | {"format": "colour"}                  | "anything"                     | true  |

    Examples: Lists
      | section           | schema                                                        | value              | valid |
      | Validation 6.4.1  | {"maxItems": 2}                                               | [1, 2, 3]          | false |
      | Validation 6.4.2  | {"minItems": 1}                                               | []                 | false |
      | Validation 6.4.2  | {"minItems": 1}                                               | {}                 | true  |
      | Validation 6.4.3  | {"uniqueItems": true}                                         | [1, true, 0, false] | true |
      | Validation 6.4.3  | {"uniqueItems": true}                                         | [1.0, 1.00]        | false |
      | Validation 6.4.3  | {"uniqueItems": true}                                         | [0, -0]            | false |
      | Validation 6.4.3  | {"uniqueItems": true}                                         | [{"a": 1, "b": 2}, {"b": 2, "a": 1}] | false |
      | Validation 6.4.3  | {"uniqueItems": true}                                         | [[1], [[1]], ["1"]] | true |
      | Validation 6.4.3  | {"uniqueItems": true}                                         | ["a", "\u0061"]    | false |
      | Core 10.3.1.1     | {"prefixItems": [{"type": "integer"}, true]}                  | ["x"]              | false |
      | Core 10.3.1.1     | {"prefixItems": [{"type": "integer"}, true]}                  | [1, "x", "y"]      | true  |
      | Core 10.3.1.2     | {"prefixItems": [true], "items": false}                       | [1, 2]             | false |
      | Core 10.3.1.2     | {"items": {"type": "integer"}}                                | [1, "x"]           | false |
      | Core 10.3.1.3     | {"contains": {"minimum": 5}}                                  | [1, 5]             | true  |
      | Core 10.3.1.3     | {"contains": {"minimum": 5}}                                  | []                 | false |
      | Validation 6.4.4  | {"contains": {"const": 1}, "maxContains": 1}                  | [1, 2, 1]          | false |
      | Validation 6.4.5  | {"contains": {"const": 1}, "minContains": 2}                  | [1, 2]             | false |
      | Validation 6.4.5  | {"contains": {"const": 1}, "minContains": 0}                  | [2]                | true  |

    Examples: Objects
      | section           | schema                                                        | value              | valid |
      | Validation 6.5.1  | {"maxProperties": 1}                                          | {"a": 1, "b": 2}   | false |
      | Validation 6.5.2  | {"minProperties": 1}                                          | {}                 | false |
      | Validation 6.5.3  | {"required": ["a\"b", "__proto__"]}                           | {"a\"b": 1}        | false |
      | Validation 6.5.3  | {"required": ["a"]}                                           | {"\u0061": 1}      | true  |
      | Validation 6.5.3  | {"required": ["a"]}                                           | "not an object"    | true  |
      | Validation 6.5.4  | {"dependentRequired": {"a": ["b"]}}                           | {"a": 1}           | false |
      | Validation 6.5.4  | {"dependentRequired": {"a": ["b"]}}                           | {"c": 1}           | true  |
      | Core 10.3.2.1     | {"properties": {"a": {"type": "integer"}}}                    | {"a": "1"}         | false |
      | Core 10.3.2.1     | {"properties": {"a": false}}                                  | {"b": 1}           | true  |
      | Core 10.3.2.2     | {"patternProperties": {"^x": {"type": "integer"}}}            | {"xa": 1, "ax": "y"} | true |
      | Core 10.3.2.2     | {"patternProperties": {"^x": {"type": "integer"}, "y": true}} | {"xy": "1"}        | false |
      | Core 10.3.2.3     | {"properties": {"a": true}, "patternProperties": {"^v": true}, "additionalProperties": false} | {"a": 1, "vroom": 2} | true |
      | Core 10.3.2.3     | {"properties": {"a": true}, "additionalProperties": {"type": "boolean"}} | {"a": 1, "b": 2} | false |
      | Core 10.3.2.4     | {"propertyNames": {"maxLength": 3}}                           | {"abcd": 1}        | false |
      | Core 10.2.2.4     | {"dependentSchemas": {"a": {"required": ["b"]}}}              | {"a": 1}           | false |

    Examples: Together
      | section           | schema                                                        | value              | valid |
      | Core 10.2.1.1     | {"allOf": [{"minimum": 1}, {"maximum": 3}]}                   | 4                  | false |
      | Core 10.2.1.2     | {"anyOf": [{"type": "integer"}, {"minimum": 2}]}              | 1.5                | false |
      | Core 10.2.1.2     | {"anyOf": [{"type": "integer"}, {"minimum": 2}]}              | 2.5                | true  |
      | Core 10.2.1.3     | {"oneOf": [{"type": "integer"}, {"minimum": 2}]}              | 3                  | false |
      | Core 10.2.1.3     | {"oneOf": [{"type": "integer"}, {"minimum": 2}]}              | 1                  | true  |
      | Core 10.2.1.4     | {"not": {"type": ["integer", "boolean"]}}                     | true               | false |
      | Core 10.2.1.4     | {"not": {"not": {}}}                                          | 1                  | true  |
      | Core 10.2.2.1     | {"if": {"maximum": 0}, "then": {"minimum": -10}, "else": {"multipleOf": 2}} | -100 | false |
      | Core 10.2.2.1     | {"if": {"maximum": 0}, "then": {"minimum": -10}, "else": {"multipleOf": 2}} | 4    | true  |
      | Core 10.2.2.1     | {"if": {"maximum": 0}, "then": {"minimum": -10}, "else": {"multipleOf": 2}} | 3    | false |
      | Core 10.2.2.1     | {"then": {"const": 0}}                                        | 1                  | true  |

    Examples: References
      | section           | schema                                                        | value              | valid |
      | Core 8.2.3.1      | {"properties": {"a": {"$ref": "#"}}, "additionalProperties": false} | {"a": {"a": {}}} | true |
      | Core 8.2.3.1      | {"properties": {"a": {"$ref": "#"}}, "additionalProperties": false} | {"a": {"b": 1}}  | false |
      | Core 8.2.3.1      | {"$ref": "#/$defs/a~1b%25", "$defs": {"a/b%": {"type": "integer"}}} | "x"            | false |
      | Core 8.2.3.1      | {"$ref": "#/$defs/a", "minimum": 3, "$defs": {"a": {"maximum": 5}}} | 2              | false |
      | Core 8.2.3.1      | {"prefixItems": [{"type": "integer"}, {"$ref": "#/prefixItems/0"}]} | [1, "x"]       | false |
      | Core 8.2.2        | {"$ref": "#foo", "$defs": {"A": {"$anchor": "foo", "type": "integer"}}} | "a"        | false |
      | Core 8.2.1        | {"$ref": "tree.json", "$defs": {"A": {"$id": "tree.json", "type": "integer"}}} | 1   | true  |
      | Core 8.2.1        | {"$id": "http://e.test/root.json", "$ref": "item.json#/$defs/n", "$defs": {"A": {"$id": "http://e.test/item.json", "$defs": {"n": {"type": "null"}}}}} | 1 | false |

    Examples: What nothing else has looked at
      | section           | schema                                                        | value              | valid |
      | Core 11.2         | {"prefixItems": [true], "unevaluatedItems": false}            | [1, 2]             | false |
      | Core 11.2         | {"contains": {"type": "string"}, "unevaluatedItems": {"type": "integer"}} | ["a", 1] | true |
      | Core 11.2         | {"allOf": [{"prefixItems": [true, true]}], "unevaluatedItems": false} | [1, 2]     | true  |
      | Core 11.3         | {"properties": {"a": true}, "unevaluatedProperties": false}   | {"a": 1, "b": 2}   | false |
      | Core 11.3         | {"allOf": [{"properties": {"b": true}}], "properties": {"a": true}, "unevaluatedProperties": false} | {"a": 1, "b": 2} | true |
      | Core 11.3         | {"anyOf": [{"properties": {"a": {"const": 1}}, "required": ["a"]}, {"properties": {"b": true}, "required": ["b"]}], "unevaluatedProperties": false} | {"a": 2, "b": 2} | false |
      | Core 11.3         | {"anyOf": [{"properties": {"a": {"const": 1}}, "required": ["a"]}, {"properties": {"b": true}, "required": ["b"]}], "unevaluatedProperties": false} | {"a": 1, "b": 2} | true |
      | Core 11.3         | {"if": {"properties": {"a": {"const": 1}}, "required": ["a"]}, "then": {"properties": {"b": true}}, "unevaluatedProperties": false} | {"a": 1, "b": 2} | true |
      | Core 11.3         | {"not": {"not": {"properties": {"a": true}}}, "unevaluatedProperties": false} | {"a": 1} | false |
      | Core 11.3         | {"$ref": "#/$defs/x", "unevaluatedProperties": false, "$defs": {"x": {"properties": {"a": true}}}} | {"a": 1} | true |
      | Core 11.3         | {"allOf": [{"properties": {"a": true}, "unevaluatedProperties": false}], "properties": {"b": true}} | {"a": 1, "b": 2} | false |
      | Core 11.3         | {"properties": {"a": {"unevaluatedProperties": false}}, "additionalProperties": true} | {"a": {"b": 1}} | false |

  Scenario: At most a hundred mistakes are listed
    Given the input
      """json
      {"schema": {"items": {"items": {"not": true}}}, "value": [[0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0],[0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0],[0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0],[0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0],[0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0],[0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0]],
       "fail_on_invalid": true}
      """
    When the part runs
    Then it fails with code "VALIDATION_FAILED"
    And the error names "many mistakes"
    And data.errors.99.path is "/4/19"
    And data.errors.100 is missing

  Scenario Outline: A schema that can't be used
    Given the input
      """json
      {"value": {"a": 1}, "schema": <schema>}
      """
    When the part runs
    Then it fails with code "<code>"
    And the error names "<hint>"

    Examples:
      | schema                                     | code              | hint                  |
      | 5                                          | INVALID_SCHEMA    | `schema` must be      |
      | {"properties": {"a": {"minimum": "5"}}}    | INVALID_SCHEMA    | `minimum`             |
      | {"type": "int"}                            | INVALID_SCHEMA    | integer               |
      | {"type": []}                               | INVALID_SCHEMA    | `type`                |
      | {"required": "a"}                          | INVALID_SCHEMA    | `required`            |
      | {"required": [1]}                          | INVALID_SCHEMA    | list of names         |
      | {"minLength": -1}                          | INVALID_SCHEMA    | whole number          |
      | {"multipleOf": 0}                          | INVALID_SCHEMA    | greater than 0        |
      | {"anyOf": []}                              | INVALID_SCHEMA    | at least one          |
      | {"$defs": {"x": 1}}                        | INVALID_SCHEMA    | `$defs`               |
      | {"exclusiveMinimum": true}                 | INVALID_SCHEMA    | a number              |
      | {"pattern": "("}                           | INVALID_PATTERN   | `(`                   |
      | {"pattern": "(?=a)b"}                      | INVALID_PATTERN   | character 3           |
      | {"pattern": "\\\\bword"}                     | INVALID_PATTERN   | character 1           |
      | {"pattern": "a{10000}{10000}"}             | INVALID_PATTERN   | character 9           |
      | {"pattern": "(a{1000}){1000}"}            | INVALID_PATTERN   | too large             |
      | {"pattern": "*a"}                         | INVALID_PATTERN   | nothing before it     |
      | {"pattern": "[z-a]"}                      | INVALID_PATTERN   | later to an earlier   |
      | {"pattern": "a{2,1}"}                     | INVALID_PATTERN   | ends before           |
      | {"pattern": "\\\\p{Greek}"}               | INVALID_PATTERN   | category              |
      | {"patternProperties": {"[": true}}         | INVALID_PATTERN   | `[`                   |
      | {"$ref": "#/$defs/none"}                   | UNKNOWN_REFERENCE | `#/$defs/none`        |
      | {"$ref": "https://example.com/s.json"}     | UNKNOWN_REFERENCE | $defs                 |
      | {"$ref": "#"}                              | SCHEMA_TOO_DEEP   | circle                |
      | {"allOf": [{"$ref": "#/$defs/a"}], "$defs": {"a": {"$ref": "#/$defs/b"}, "b": {"anyOf": [{"$ref": "#/$defs/a"}]}}} | SCHEMA_TOO_DEEP | circle |

  Scenario: A parameter of the wrong kind
    Given the input
      """json
      {"json_string": {"a": 1}}
      """
    When the part runs
    Then it fails with code "INVALID_TYPE"
    And the error names "`json_string`"
