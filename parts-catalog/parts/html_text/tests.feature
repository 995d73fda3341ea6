Feature: Read HTML

  Scenario Outline: Text as a reader sees it
    Given the input
      """json
      {"html": <html>}
      """
    When the part runs
    Then it succeeds
    And data.text is <text>

    Examples: Lines and spaces
      | html                                           | text                             |
      | "a  \\n b"                                     | "a b"                            |
      | " <p> One <b> two </b>three</p> "              | "One two three"                  |
      | "<p>a</p><p>b</p>"                             | "a\\n\\nb"                         |
      | "<div>a<div>b</div></div>c"                    | "a\\nb\\nc"                        |
      | "<h1>T</h1>text"                               | "T\\n\\ntext"                      |
      | "a<br>b<br/><br />c"                           | "a\\nb\\n\\nc"                      |
      | "a<hr>b"                                       | "a\\n\\nb"                         |
      | "<ul><li>a</li><li>b<ul><li>c</li></ul></li></ul>d" | "- a\\n- b\\n  - c\\nd"        |
      | "<ol><li>one<li>two</ol>"                      | "- one\\n- two"                   |
      | "<ul><li><p>a</p></li><li></li><li>b</li></ul>" | "- a\\n\\n- b"                    |
      | "<dl><dt>t<dd>d</dl>"                          | "t\\nd"                           |
      | "<pre>  x\\n    y\\n</pre>z"                   | "x\\n    y\\n\\nz"                  |
      | "a<pre>  x</pre>"                              | "a\\n\\n  x"                       |
      | "<table><tr><td>1</td><td>2</td></tr><tr><td>3</td><td>4</td></tr></table>" | "1\t2\\n3\t4" |
      | "<table><tr><td>a<td><td>c</table>"            | "a\t\tc"                         |
      | "<table><tr><td><p>a</p></td><td><div>b</div></td></tr></table>" | "a\tb"         |
      | "A<span>B</span>C"                             | "ABC"                            |
      | "<textarea> a &lt; <b> </textarea>c"           | "a < <b> c"                      |
      | "x</p>y"                                       | "x\\n\\ny"                         |

    Examples: What isn't seen
      | html                                           | text       |
      | "<title>T</title><style>p {}</style>a"         | "a"        |
      | "<script>if (a < b) '</p>'</SCRIPT >c"         | "c"        |
      | "<script>var s = '</scripty>'</script>d"       | "d"        |
      | "a<!-- <p> -->b<!DOCTYPE html>c<?pi?>d"        | "abcd"     |
      | "a<!-->b<!--->c<!-- --!>d"                     | "abcd"     |
      | "<template><p>x</p></template><noscript>y</noscript>z" | "z" |
      | "co\u00adop\u200ber\ufeffate"                  | "cooperate" |

    Examples: References
      | html                                           | text        |
      | "&amp;&lt;&gt;&quot;&apos;&#39;"               | "&<>\"''"   |
      | "a&nbsp;&nbsp;b"                               | "a b"       |
      | "&hellip;&mdash;&euro;&copy;&eacute;&Omega;"   | "…—€©éΩ"    |
      | "&#8364; &#x20AC; &#128; &#x96;"               | "€ € € –"   |
      | "&#0;&#xD800;&#1114112;&#99999999999;"         | "����"      |
      | "&amp &lt;&copy x &bogus; & &; &#; &#x;"       | "& <© x &bogus; & &; &#; &#x;" |
      | "&notin; &hearts"                              | "∉ &hearts" |

    Examples: Broken HTML
      | html                                           | text       |
      | ""                                             | ""         |
      | "<<<<<"                                        | "<<<<<"    |
      | "a < b > c"                                    | "a < b > c" |
      | "<p>a<p>b"                                     | "a\\n\\nb"   |
      | "<b>a<i>b</b>c</i>d"                           | "abcd"     |
      | "a</div></span>b"                              | "ab"       |
      | "<div>a</span>b</div>c"                        | "ab\\nc"    |
      | "a<a href='x"                                  | "a"        |
      | "a<!-- b"                                      | "a"        |
      | "a<script>b"                                   | "a"        |
      | "a</>b</ c>d"                                  | "abd"      |
      | "<a title='>'>x</a>"                           | "x"        |
      | "<table><td>a<tr><td>b</b></table>c"           | "a\\nb\\n\\nc" |
      | "<b><table><td>x</b>y</table>z"                | "xy\\n\\nz"  |
      | "<P>A</p><DIV>B</dIv>"                         | "A\\n\\nB"   |
      | "a\ud800b"                                     | "a\ud800b" |

  Scenario: The title is told apart
    Given the input
      """json
      {"html": "<html><head><title> A &amp;\n B </title><title>C</title></head><body>text</body></html>"}
      """
    When the part runs
    Then data is
      """json
      {"text": "text", "title": "A & B", "truncated": false}
      """

  Scenario: A text is cut between characters
    Given the input
      """json
      {"html": "<p>中文😀字</p>", "max_length": 3}
      """
    When the part runs
    Then data is
      """json
      {"text": "中文😀", "title": null, "truncated": true}
      """

  Scenario Outline: Links
    Given the input
      """json
      {"mode": "links", "html": "<a href=\"<href>\">x <b>y</b></a><a name=n>z</a>", "base_url": "https://e.test/a/b/page.html?q=1#f"}
      """
    When the part runs
    Then data.links is [{"href": "<whole>", "text": "x y"}]
    And data.count is 1

    # RFC 3986, section 5.4
    Examples:
      | href                  | whole                                 |
      | g                     | https://e.test/a/b/g                  |
      | ./g                   | https://e.test/a/b/g                  |
      | g/                    | https://e.test/a/b/g/                 |
      | /g                    | https://e.test/g                      |
      | //h.test/g            | https://h.test/g                      |
      | ?y=2                  | https://e.test/a/b/page.html?y=2      |
      | g?y=1&amp;z=2#s       | https://e.test/a/b/g?y=1&z=2#s        |
      | #s                    | https://e.test/a/b/page.html?q=1#s    |
      |                       | https://e.test/a/b/page.html?q=1      |
      | .                     | https://e.test/a/b/                   |
      | ..                    | https://e.test/a/                     |
      | ../g                  | https://e.test/a/g                    |
      | ../../../g            | https://e.test/g                      |
      | /./g/../h             | https://e.test/h                      |
      | g/./h/../i?a=../b     | https://e.test/a/b/g/i?a=../b         |
      | ..g                   | https://e.test/a/b/..g                |
      | mailto:a@b.test       | mailto:a@b.test                       |
      | http://x.test/../y    | http://x.test/../y                    |

  Scenario: Links as they are written
    Given the input
      """json
      {"mode": "links", "html": "<A HREF='a?x=1&amp;y=2' href=b>one<a href=#t>two</a><area href=map>"}
      """
    When the part runs
    Then data is
      """json
      {"links": [{"href": "a?x=1&y=2", "text": "one"}, {"href": "#t", "text": "two"}, {"href": "map", "text": ""}], "count": 3}
      """

  Scenario: A page may name its base
    Given the input
      """json
      {"mode": "links", "base_url": "https://e.test/x/", "html": "<base href='/sub/'><base href='/no/'><a href=g>g</a>"}
      """
    When the part runs
    Then data.links.0.href is "https://e.test/sub/g"

  Scenario: What a page says about itself
    Given the input
      """json
      {"mode": "meta", "base_url": "https://e.test/p", "html": "<html lang='zh-TW'><title>T</title><meta charset=utf-8><meta name='Description' content=' D &quot;q&quot; '><meta property='og:title' content='OT'><meta property='og:title' content='second'><meta name='twitter:card' content=summary><meta name=x><link rel=icon href=i><link rel=Canonical href='/c'>"}
      """
    When the part runs
    Then data is
      """json
      {"title": "T", "description": "D \"q\"", "language": "zh-TW", "canonical": "https://e.test/c",
       "properties": {"description": "D \"q\"", "og:title": "OT", "twitter:card": "summary"}}
      """

  Scenario: A page that says nothing about itself
    Given the input
      """json
      {"mode": "meta", "html": "x"}
      """
    When the part runs
    Then data is
      """json
      {"title": null, "description": null, "language": null, "canonical": null, "properties": {}}
      """

  Scenario Outline: Tables
    Given the input
      """json
      {"mode": "table", "html": <html>}
      """
    When the part runs
    Then data.tables is <tables>

    Examples:
      | html                                                     | tables                                              |
      | "no table <td>x</td>"                                    | []                                                  |
      | "<table></table>"                                        | [{"caption": null, "rows": []}]                     |
      | "<table><caption>C</caption><thead><tr><th>A<th>B<tbody><tr><td>1<td>2</table>" | [{"caption": "C", "rows": [["A", "B"], ["1", "2"]]}] |
      | "<table><tr><td>a<br>b</td><td></td><td><ul><li>i</ul></td></tr></table>" | [{"caption": null, "rows": [["a\\nb", "", "- i"]]}] |
      | "<table><tr></tr><td>loose</table>"                      | [{"caption": null, "rows": [[], ["loose"]]}]        |
      | "<table><tr><td>out <table><tr><td>in</table> end<td>b</table>" | [{"caption": null, "rows": [["out\\n\\nin\\n\\nend", "b"]]}, {"caption": null, "rows": [["in"]]}] |

  Scenario Outline: Chosen elements
    Given the input
      """json
      {"mode": "select", "selector": <selector>,
       "html": "<div id=a class='x y'><p class=p>One<section><p>Two <b>B</b></section><ul><li>L1<li data-k='v w'>L2</ul><img SRC=i.png src=no alt='A&amp;B'></div><p lang=en-GB>Three"}
      """
    When the part runs
    Then it succeeds
    And data.items.*.text is <texts>

    Examples:
      | selector                      | texts                                                    |
      | "p"                           | ["One", "Two B", "Three"]                                |
      | "P"                           | ["One", "Two B", "Three"]                                |
      | "div p"                       | ["One", "Two B"]                                         |
      | "div > p"                     | ["One"]                                                  |
      | "div>section>p b"             | ["B"]                                                    |
      | "#a"                          | ["One\\n\\nTwo B\\n\\n- L1\\n- L2"]                           |
      | ".p, li"                      | ["One", "L1", "L2"]                                      |
      | "div.x.y > ul > li"           | ["L1", "L2"]                                             |
      | ".X"                          | []                                                       |
      | "[data-k]"                    | ["L2"]                                                   |
      | "[data-k='v w']"              | ["L2"]                                                   |
      | "li[ data-k ~= \"w\" ]"       | ["L2"]                                                   |
      | "[data-k^=v][data-k$=w]"      | ["L2"]                                                   |
      | "[alt*='&']"                  | [""]                                                     |
      | "[lang=en]"                   | []                                                       |
      | "* b"                         | ["B"]                                                    |
      | "p p"                         | []                                                       |
      | "ul > b, section b"           | ["B"]                                                    |
      | " p , p "                     | ["One", "Two B", "Three"]                                |

  Scenario: A chosen element with its attributes
    Given the input
      """json
      {"mode": "select", "selector": "img", "html": "<IMG SRC=i.png src=no alt='A&amp;B' hidden>"}
      """
    When the part runs
    Then data is
      """json
      {"items": [{"tag": "img", "text": "", "attributes": {"src": "i.png", "alt": "A&B", "hidden": ""}}], "count": 1}
      """

  Scenario Outline: A selector that can't be used
    Given the input
      """json
      {"mode": "select", "html": "<p>x</p>", "selector": <selector>}
      """
    When the part runs
    Then it fails with code "SELECTOR_SYNTAX"
    And the error names "character <at>:"

    Examples:
      | selector      | at |
      | ""            | 1  |
      | ">"           | 1  |
      | "p >"         | 4  |
      | "p:first"     | 2  |
      | "p + p"       | 3  |
      | "a,,b"        | 3  |
      | "a,"          | 3  |
      | "#"           | 2  |
      | "p."          | 3  |
      | "[x"          | 3  |
      | "[x=]"        | 4  |
      | "[x='y]"      | 7  |
      | "[x!=y]"      | 3  |

  Scenario Outline: What is missing or of the wrong kind
    Given the input
      """json
      <input>
      """
    When the part runs
    Then it fails with code "<code>"
    And the error names "<hint>"

    Examples:
      | input                                                     | code          | hint         |
      | {}                                                        | MISSING_FIELD | `html`       |
      | {"html": {}}                                              | INVALID_TYPE  | `html`       |
      | {"html": "x", "mode": "pdf"}                              | INVALID_VALUE | `mode`       |
      | {"html": "x", "mode": "select"}                           | MISSING_FIELD | `selector`   |
      | {"html": "x", "mode": "links", "base_url": "e.test/page"} | INVALID_VALUE | `base_url`   |
      | {"html": "x", "max_length": 0}                            | OUT_OF_RANGE  | `max_length` |
