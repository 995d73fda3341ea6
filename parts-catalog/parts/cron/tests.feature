Feature: Schedule

  Scenario: A schedule gets an id of its own
    Given the input
      """json
      {"cron_expr": "*/5 * * * *"}
      """
    When the part runs
    Then data is, in this order
      """json
      {"cron_expr": "*/5 * * * *", "cron_id": "cron-7079ce1b", "description": "", "enabled": true}
      """

  Scenario: What is given is handed on
    Given the input
      """json
      {"cron_expr": " 0  9\t* * mon-fri ", "description": "每個工作日", "enabled": false, "timezone": "Asia/Taipei"}
      """
    When the part runs
    Then data.cron_expr is " 0  9\t* * mon-fri "
    And data.description is "每個工作日"
    And data.enabled is false
    And data.timezone is "Asia/Taipei"

  Scenario Outline: Spaces and letter case don't change the id
    Given the input
      """json
      {"cron_expr": "<expression>"}
      """
    When the part runs
    Then data.cron_id is "cron-a166709c"

    Examples:
      | expression          |
      | 0 9 * * MON-FRI     |
      | 0 9 * * mon-Fri     |
      |   0   9  *  * MON-FRI |

  Scenario Outline: A schedule
    Given the input
      """json
      {"cron_expr": "<expression>"}
      """
    When the part runs
    Then it succeeds

    Examples:
      | expression               |
      | * * * * *                |
      | 0 0 1 1 0                |
      | 59 23 31 12 7            |
      | 0,15,30,45 * * * *       |
      | 0-29/2,30 8-18 * * *     |
      | 5/15 * * * *             |
      | 0 0 1,15 * *             |
      | 0 0 * JAN-MAR,dec *      |
      | 0 9 * * MON              |
      | 0 9 * * SUN,7,0          |
      | 0 9 * * FRI-SUN          |
      | 0 9 * * 5-0              |
      | */9999 * * * *           |
      | 00 09 * * *              |

  Scenario Outline: A mistake is named
    Given the input
      """json
      {"cron_expr": "<expression>"}
      """
    When the part runs
    Then it fails with code "INVALID_CRON"
    And the error names "<hint>"

    Examples:
      | expression         | hint          |
      |                    | five fields   |
      | 0 9 * *            | 4 fields      |
      | 0 0 9 * * *        | 6 fields      |
      | a * * * *          | The minute    |
      | 60 * * * *         | 0 to 59       |
      | */0 * * * *        | The minute    |
      | 5-1 * * * *        | The minute    |
      | 1-2-3 * * * *      | The minute    |
      | -5 * * * *         | The minute    |
      | 1, * * * *         | The minute    |
      | */ * * * *         | The minute    |
      | *-5 * * * *        | The minute    |
      | 1.5 * * * *        | The minute    |
      | 00001 * * * *      | The minute    |
      | 0 24 * * *         | The hour      |
      | 0 0 0 * *          | The day of month |
      | 0 0 32 * *         | The day of month |
      | 0 0 L * *          | The day of month |
      | 0 0 * 13 *         | The month     |
      | 0 0 * JANUARY *    | The month     |
      | 0 0 * MON *        | JAN           |
      | 0 0 * * 8          | The day of week |
      | 0 0 * * JAN        | SUN           |
      | 0 0 * * \\"         | The day of week |
      | 0 0 * * \\u4e00     | The day of week |
      | @daily             | 1 field       |

  Scenario Outline: What isn't a schedule at all
    Given the input
      """json
      <input>
      """
    When the part runs
    Then it fails with code "<code>"
    And the error names "<hint>"

    Examples:
      | input                                                | code             | hint          |
      | {}                                                   | MISSING_FIELD    | `cron_expr`   |
      | {"cron_expr": null}                                  | MISSING_FIELD    | `cron_expr`   |
      | {"cron_expr": 5}                                     | INVALID_TYPE     | `cron_expr`   |
      | {"cron_expr": ["* * * * *"]}                         | INVALID_TYPE     | `cron_expr`   |
      | {"cron_expr": "* * * * *", "enabled": "maybe"}       | INVALID_TYPE     | `enabled`     |
      | {"cron_expr": "* * * * *", "description": {}}        | INVALID_TYPE     | `description` |
      | {"cron_expr": "* * * * *", "timezone": ""}           | INVALID_TIMEZONE | Asia/Taipei   |
      | {"cron_expr": "* * * * *", "timezone": "Taipei time"} | INVALID_TIMEZONE | Taipei time  |
      | {"cron_expr": "* * * * *", "timezone": 8}            | INVALID_TYPE     | `timezone`    |
