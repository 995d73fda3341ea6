/** An expression that can't be read, or can't be decided; says where, for its author. */
export class ExpressionException extends Error {
  /**
   * @param {string} problem what is wrong and what to do, for the expression's author
   * @param {number} offset in UTF-16 units of the expression, from 0
   */
  constructor(problem, offset) {
    super(problem);
    this.name = 'ExpressionException';
    this.problem = problem;
    this.offset = offset;
  }
}
