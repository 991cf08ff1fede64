/**
 * Progress and complaints go to stderr, so that what a task prints on stdout stays its own.
 *
 * @param {string} message
 */
export const say = (message) => {
  process.stderr.write(`motcua: ${message}\n`);
};

/**
 * @param {number} start  as `Date.now()` gave it
 * @returns {string} the time since then, in seconds
 */
export const since = (start) => `${((Date.now() - start) / 1000).toFixed(1)} s`;
