/** Open texts, kept on the learner's device only; a device that keeps nothing is no error. */

/**
 * @param {string} course
 * @param {string} learner
 */
export function notebook(course, learner) {
  const key = (/** @type {string} */ question) => `tlm:${course}:${learner}:${question}`;
  return {
    /** @param {string} question */
    read(question) {
      try {
        return localStorage.getItem(key(question)) || "";
      } catch (refused) {
        return "";
      }
    },
    /** @param {string} question  @param {string} text  @returns {boolean} whether the device kept it */
    write(question, text) {
      try {
        localStorage.setItem(key(question), text);
        return true;
      } catch (refused) {
        return false;
      }
    },
  };
}
