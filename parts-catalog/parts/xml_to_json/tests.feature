Feature: XML and JSON

  Scenario Outline: An element as JSON
    Given the input
      """json
      {"xml": <xml>}
      """
    When the part runs
    Then it succeeds
    And data.value is <value>

    Examples:
      | xml                                             | value                                            |
      | "<a/>"                                          | {"a": ""}                                        |
      | "<a></a>"                                       | {"a": ""}                                        |
      | "<a>text</a>"                                   | {"a": "text"}                                    |
      | "<a> text </a>"                                 | {"a": "text"}                                    |
      | "<a x='1' y=\"2\"/>"                            | {"a": {"@x": "1", "@y": "2"}}                    |
      | "<a x = '1' >t</a >"                            | {"a": {"@x": "1", "#text": "t"}}                 |
      | "<a><b>1</b><c>2</c></a>"                       | {"a": {"b": "1", "c": "2"}}                      |
      | "<a><b>1</b><c/><b>2</b></a>"                   | {"a": {"b": ["1", "2"], "c": ""}}                |
      | "<a>one <b>x</b> two</a>"                       | {"a": {"#text": "one  two", "b": "x"}}           |
      | "<a>\\n  <b>1</b>\\n</a>"                       | {"a": {"b": "1"}}                                |
      | "<a><![CDATA[<b> & ]]]]><![CDATA[>]]></a>"      | {"a": "<b> & ]]>"}                               |
      | "<a>x<!-- c -->y<?pi z?>z</a>"                  | {"a": "xyz"}                                     |
      | "<?xml version='1.0'?><!-- c -->\\n<a/><!-- d -->" | {"a": ""}                                     |
      | "\ufeff<a/>"                                    | {"a": ""}                                        |
      | "<a>&lt;&gt;&amp;&quot;&apos;&#65;&#x1F600;</a>" | {"a": "<>&\"'A😀"}                              |
      | "<a x='&lt;\\n\\t&#10;'/>"                      | {"a": {"@x": "<  \\n"}}                           |
      | "<a>1\\r\\n2\\r3</a>"                           | {"a": "1\\n2\\n3"}                                 |
      | "<ns:a xmlns:ns='u' ns:x='1'><ns:b/></ns:a>"    | {"ns:a": {"@xmlns:ns": "u", "@ns:x": "1", "ns:b": ""}} |
      | "<中>ü</中>"                                     | {"中": "ü"}                                       |
      | "<__proto__><a>1</a></__proto__>"               | {"__proto__": {"a": "1"}}                        |
      | "<a>007</a>"                                    | {"a": "007"}                                     |

  Scenario: Members come in the order of the XML
    Given the input
      """json
      {"xml": "<z b='1' a='2'><y/><x/><y/></z>"}
      """
    When the part runs
    Then data is, in this order
      """json
      {"value": {"z": {"@b": "1", "@a": "2", "y": ["", ""], "x": ""}}}
      """

  Scenario Outline: What can be chosen
    Given the input
      """json
      {"xml": "<r x='1' n:x='2' xmlns:n='u'><n:i> a </n:i><o><i>b</i></o> </r>", <options>}
      """
    When the part runs
    Then data.value is <value>

    Examples:
      | options                                   | value                                                        |
      | "strip_namespaces": true                  | {"r": {"@x": "1", "i": "a", "o": {"i": "b"}}}                |
      | "attributes": "$"                         | {"r": {"$x": "1", "$n:x": "2", "$xmlns:n": "u", "n:i": "a", "o": {"i": "b"}}} |
      | "attributes": ""                          | {"r": {"n:i": "a", "o": {"i": "b"}}}                         |
      | "attributes": "", "trim": false           | {"r": {"n:i": " a ", "o": {"i": "b"}}}                       |
      | "attributes": "", "arrays": ["r.o.i"]     | {"r": {"n:i": "a", "o": {"i": ["b"]}}}                       |
      | "attributes": "", "arrays": ["/r/o/*", "r.o"] | {"r": {"n:i": "a", "o": [{"i": ["b"]}]}}                 |
      | "attributes": "", "arrays": ["r", "i", "r.i.o", ""] | {"r": [{"n:i": "a", "o": {"i": "b"}}]}             |
      | "strip_namespaces": true, "attributes": "", "arrays": ["r.i"] | {"r": {"i": ["a"], "o": {"i": "b"}}}     |

  Scenario: The name of the text
    Given the input
      """json
      {"xml": "<a x='1'>t</a>", "text_key": "$"}
      """
    When the part runs
    Then data.value is {"a": {"@x": "1", "$": "t"}}

  Scenario: Everything in its order
    Given the input
      """json
      {"xml": "<p>one <b x='1'>two</b><!-- c --> three<br/></p>", "keep_order": true, "trim": false}
      """
    When the part runs
    Then data is, in this order
      """json
      {"value": {"name": "p", "attributes": {}, "children": ["one ", {"name": "b", "attributes": {"x": "1"}, "children": ["two"]}, " three", {"name": "br", "attributes": {}, "children": []}]}}
      """

  Scenario Outline: XML that is wrong
    Given the input
      """json
      {"xml": <xml>}
      """
    When the part runs
    Then it fails with code "XML_SYNTAX"
    And the error names "line <line>, column <column>:"

    Examples:
      | xml                            | line | column |
      | ""                             | 1    | 1      |
      | "text"                         | 1    | 1      |
      | "<"                            | 1    | 2      |
      | "<a"                           | 1    | 1      |
      | "<a>\\n <b>"                   | 2    | 2      |
      | "<a>\\n</b>"                   | 2    | 1      |
      | "<a>\\r\\n\\r中</b>"           | 3    | 2      |
      | "<a><b></a></b>"               | 1    | 7      |
      | "<a x></a>"                    | 1    | 5      |
      | "<a x=1/>"                     | 1    | 6      |
      | "<a x='1'y='2'/>"              | 1    | 9      |
      | "<a x='1' y='2' x='3'/>"       | 1    | 16     |
      | "<a x='<'/>"                   | 1    | 7      |
      | "<a x='1"                      | 1    | 4      |
      | "<a>&nbsp;</a>"                | 1    | 4      |
      | "<a>a & b</a>"                 | 1    | 6      |
      | "<a>&#0;</a>"                  | 1    | 4      |
      | "<a>&#xD800;</a>"              | 1    | 4      |
      | "<a>&#x110000;</a>"            | 1    | 4      |
      | "<a>&#;</a>"                   | 1    | 4      |
      | "<a>]]></a>"                   | 1    | 4      |
      | "<a><!-- a -- b --></a>"       | 1    | 11     |
      | "<a><!-- a"                    | 1    | 4      |
      | "<a><![CDATA[ "                | 1    | 4      |
      | "<a><?pi"                      | 1    | 4      |
      | "<a><1/></a>"                  | 1    | 5      |
      | "<a/><b/>"                     | 1    | 5      |
      | "<a/>x"                        | 1    | 5      |
      | "<a>\u0001</a>"                | 1    | 4      |
      | "<a>\ud800</a>"                | 1    | 4      |
      | "<!ELEMENT a ANY><a/>"         | 1    | 1      |

  Scenario: Tags that don't match are named
    Given the input
      """json
      {"xml": "<order><item>tea</itme></order>"}
      """
    When the part runs
    Then it fails with code "XML_SYNTAX"
    And the error names "`</itme>` stands where `</item>` is expected"

  Scenario Outline: A document type is refused
    Given the input
      """json
      {"xml": <xml>}
      """
    When the part runs
    Then it fails with code "DTD_NOT_ALLOWED"

    Examples:
      | xml                                                                                 |
      | "<!DOCTYPE a><a/>"                                                                  |
      | "<!DOCTYPE a [<!ENTITY x SYSTEM 'file:///etc/passwd'>]><a>&x;</a>"                  |
      | "<?xml version='1.0'?>\\n<!DOCTYPE a [<!ENTITY b 'bb'><!ENTITY c '&b;&b;'>]><a>&c;</a>" |

  Scenario Outline: JSON as XML
    Given the input
      """json
      {"operation": "to_xml", "declaration": false, "value": <value>}
      """
    When the part runs
    Then it succeeds
    And data.xml is <xml>

    Examples:
      | value                                       | xml                                         |
      | {"a": null}                                 | "<a/>"                                      |
      | {"a": ""}                                   | "<a/>"                                      |
      | {"a": 1.50}                                 | "<a>1.50</a>"                               |
      | {"a": true}                                 | "<a>true</a>"                               |
      | {"a": "x < y & z > \"q\""}                  | "<a>x &lt; y &amp; z &gt; \"q\"</a>"        |
      | {"a": {"@x": "<\"\\n\\t>", "@n": null, "#text": "t"}} | "<a x=\"&lt;&quot;&#10;&#9;&gt;\">t</a>" |
      | {"a": {"b": [1, {"c": []}, null], "d": {}}} | "<a><b>1</b><b/><b/><d/></a>"               |
      | {"a": "1\\r\\n2"}                           | "<a>1&#13;\\n2</a>"                          |
      | {"n:a": {"@xmlns:n": "u", "中": "é"}}        | "<n:a xmlns:n=\"u\"><中>é</中></n:a>"        |
      | {"a": {"b": {"#text": null}}}               | "<a><b/></a>"                               |

  Scenario: XML with lines
    Given the input
      """json
      {"operation": "to_xml", "indent": 2, "root": "r", "value": {"@v": 1, "i": [{"n": 1}, 2], "m": {"#text": "t", "b": "x"}}}
      """
    When the part runs
    Then data.xml is "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<r v=\"1\">\n  <i>\n    <n>1</n>\n  </i>\n  <i>2</i>\n  <m>t<b>x</b></m>\n</r>"

  Scenario: XML in its order
    Given the input
      """json
      {"operation": "to_xml", "declaration": false, "keep_order": true,
       "value": {"name": "p", "children": ["one ", {"name": "b", "attributes": {"x": 1}, "children": ["two"]}, " three", {"name": "br"}]}}
      """
    When the part runs
    Then data.xml is "<p>one <b x=\"1\">two</b> three<br/></p>"

  Scenario Outline: What can't be done
    Given the input
      """json
      <input>
      """
    When the part runs
    Then it fails with code "<code>"
    And the error names "<hint>"

    Examples:
      | input                                                                 | code              | hint         |
      | {}                                                                    | MISSING_FIELD     | `xml`        |
      | {"xml": ["<a/>"]}                                                     | INVALID_TYPE      | `xml`        |
      | {"xml": "<a/>", "arrays": "a"}                                        | INVALID_TYPE      | `arrays`     |
      | {"xml": "<a/>", "attributes": "attr_"}                                | INVALID_VALUE     | `attributes` |
      | {"xml": "<a/>", "text_key": "text"}                                   | INVALID_VALUE     | `text_key`   |
      | {"xml": "<a/>", "text_key": "@"}                                      | INVALID_VALUE     | `text_key`   |
      | {"operation": "to_yaml"}                                              | UNKNOWN_OPERATION | to_xml       |
      | {"operation": "to_xml"}                                               | MISSING_FIELD     | `value`      |
      | {"operation": "to_xml", "value": {"a": 1, "b": 2}}                    | MISSING_FIELD     | `root`       |
      | {"operation": "to_xml", "value": {"a": [1]}}                          | MISSING_FIELD     | `root`       |
      | {"operation": "to_xml", "value": {}}                                  | MISSING_FIELD     | `root`       |
      | {"operation": "to_xml", "value": 5}                                   | INVALID_TYPE      | `value`      |
      | {"operation": "to_xml", "root": "r", "value": [1]}                    | INVALID_VALUE     | one root     |
      | {"operation": "to_xml", "root": "r s", "value": 1}                    | INVALID_NAME      | `r s`        |
      | {"operation": "to_xml", "value": {"a": {"<b>": 1}}}                   | INVALID_NAME      | `<b>`        |
      | {"operation": "to_xml", "value": {"a": {"": 1}}}                      | INVALID_NAME      | name         |
      | {"operation": "to_xml", "value": {"a": {"@x y": 1}}}                  | INVALID_NAME      | `x y`        |
      | {"operation": "to_xml", "value": {"a": {"@x": []}}}                   | INVALID_VALUE     | `x`          |
      | {"operation": "to_xml", "value": {"a": {"#text": {}}}}                | INVALID_VALUE     | text         |
      | {"operation": "to_xml", "value": {"a": {"b": [[1]]}}}                 | INVALID_VALUE     | `b`          |
      | {"operation": "to_xml", "value": {"a": {"@b": 1, "@b": 2}}}           | INVALID_VALUE     | twice        |
      | {"operation": "to_xml", "value": {"a": "\u0000"}}                     | INVALID_CHARACTER | U+0000       |
      | {"operation": "to_xml", "value": {"a": "\ud800"}}                     | INVALID_CHARACTER | U+D800       |
      | {"operation": "to_xml", "indent": 9, "root": "r", "value": 1}         | OUT_OF_RANGE      | `indent`     |
      | {"operation": "to_xml", "keep_order": true, "value": {"children": []}} | INVALID_NAME     | `name`       |
      | {"operation": "to_xml", "keep_order": true, "value": []}              | INVALID_TYPE      | `keep_order` |
      | {"operation": "to_xml", "keep_order": true, "value": {"name": "a", "children": "x"}} | INVALID_TYPE | `children` |
