/**
 * What an LMS shows to a trainer of what it keeps.
 *
 * @module
 */

/** @typedef {import('./table.js').Standard} Standard */
/** @typedef {import('./table.js').CmiRecord} CmiRecord */
/** @typedef {import('./switches.js').Switches} Switches */

/**
 * @typedef {object} Gradebook
 * @property {string} status   as it is kept; "" when nothing is
 * @property {string} success  2004 only
 * @property {boolean} isProgress  the number is a share of progress and not a grade
 * @property {number | null} grade  of 100; null: none is shown
 * @property {boolean | null} isDone  the activity is completed; null: this LMS knows of no such thing
 * @property {string} time     as it is kept
 * @property {"rows" | "empty row" | "none"} interactions
 * @property {number} rows     answers that are kept
 * @property {readonly {id: string, score: string, status: string}[]} objectives  as far as they are shown
 */

/**
 * @param {Standard} standard
 * @param {CmiRecord} kept
 * @param {Switches} switches
 * @returns {Gradebook}
 */
export function gradebookOf(standard, kept, switches) {
  const { grade, interactionsReport, objectivesReport } = switches;
  const isOld = standard === "scorm12";
  const core = isOld ? "cmi.core." : "cmi.";
  const status = kept[isOld ? "cmi.core.lesson_status" : "cmi.completion_status"] || "";
  const success = isOld ? "" : kept["cmi.success_status"] || "";
  const points = pointsOf(kept, core, grade.from);
  const isFailed = status === "failed" || success === "failed";
  const counted = grade.failedIsZero && isFailed ? 0 : points;
  const share = counted === null ? shareOf(status, grade) : counted;
  const isDone = isDoneBy(switches.completesWhen, [status, success], share);
  const shown = share === null && isDone && grade.isZeroWhenDone ? 0 : share;
  return {
    status,
    success,
    isProgress: Boolean(grade.isProgress),
    grade: shown === null ? null : rounded(shown, grade),
    isDone,
    time: kept[`${core}total_time`] || "",
    interactions: interactionsReport,
    rows: rowsOf(kept, "cmi.interactions").length,
    objectives: objectivesReport
      ? rowsOf(kept, "cmi.objectives").map((row) => ({
          id: kept[`${row}.id`] || "",
          score: kept[`${row}.score.raw`] || "",
          status: kept[`${row}.status`] || kept[`${row}.completion_status`] || "",
        }))
      : [],
  };
}

/**
 * @param {import('./switches.js').Completion} completion
 * @param {readonly string[]} reached
 * @param {number | null} share
 */
function isDoneBy({ statuses = [], grade = Infinity }, reached, share) {
  if (statuses.length === 0 && grade === Infinity) return null;
  return statuses.some((each) => reached.includes(each)) || (share !== null && share >= grade);
}

/**
 * @param {CmiRecord} kept
 * @param {string} core
 * @param {readonly ("raw" | "scaled")[]} from
 */
function pointsOf(kept, core, from) {
  for (const leaf of from) {
    const value = kept[`${core}score.${leaf}`];
    if (value) return Number(value) * (leaf === "scaled" ? 100 : 1);
  }
  return null;
}

/**
 * @param {string} status
 * @param {import('./switches.js').GradeRule} rule
 */
function shareOf(status, { byStatus = {} }) {
  return Object.hasOwn(byStatus, status) ? Number(byStatus[status]) : null;
}

/**
 * @param {number} points
 * @param {import('./switches.js').GradeRule} rule
 */
function rounded(points, { decimals, isCut }) {
  const factor = 10 ** decimals;
  return (isCut ? Math.trunc(points * factor) : Math.round(points * factor)) / factor;
}

/**
 * The rows of a table, with their names.
 *
 * @param {CmiRecord} kept
 * @param {string} array
 */
export function rowsOf(kept, array) {
  const numbers = Object.keys(kept)
    .filter((element) => element.startsWith(`${array}.`) && kept[element] !== undefined)
    .map((element) => parseInt(element.slice(array.length + 1), 10));
  return [...new Set(numbers)].sort((one, other) => one - other).map((row) => `${array}.${row}`);
}
