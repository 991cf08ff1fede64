/** A failure that is told to the reader in its own words, without a stack trace. */
export class Failure extends Error {
  /**
   * @param {string} message  what is wrong and what to do, in a sentence or two
   * @param {number} exitCode
   */
  constructor(message, exitCode = 1) {
    super(message);
    this.exitCode = exitCode;
  }
}
