/** JavaScript threw, and nothing in JavaScript caught it. */
export class JsThrown extends Error {
  /** @param {number} value the thrown value, as `QuickJsVm` hands out values */
  constructor(value) {
    super('JavaScript threw');
    this.name = 'JsThrown';
    this.value = value;
  }
}
