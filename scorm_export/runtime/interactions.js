/**
 * Reported answers: neutral values to the text of one edition, and the rows they sit on.
 *
 * @module
 */

/** @typedef {import('./recorder.js').Interaction} Interaction */
/** @typedef {import('./recorder.js').Response} Response */
/** @typedef {import('./recorder.js').Range} Range */
/** @typedef {import('./calls.js').Calls} Calls */
/** @typedef {import('./dialect.js').Dialect} Dialect */

import { tableOf } from "./calls.js";
import { decimal, identifier } from "./formats.js";

/** Parts in one response that every LMS must take (2004 run-time book, 4.2.9). */
const MOST_PARTS = 36;

/**
 * Patterns that every LMS must take (2004 run-time book, 4.2.9.2); five where nothing is said here.
 *
 * @type {Partial<Record<Interaction['type'], number>>}
 */
const MOST_PATTERNS = { "true-false": 1, choice: 10, numeric: 1, likert: 1, "long-fill-in": 0 };

/**
 * @param {Dialect} dialect
 * @param {Interaction['type']} type
 * @param {Response} response
 */
function responseText(dialect, type, response) {
  if (typeof response === "boolean") return dialect.truth[response ? 1 : 0];
  if (typeof response === "number") return decimal(response, 7);
  if (typeof response === "string") {
    return type === "likert" ? dialect.choice(response) : dialect.text(response, type);
  }
  const pieces = response.map((each) =>
    typeof each === "string" ? dialect.choice(each) : each.map(dialect.choice).join(dialect.pair),
  );
  return pieces.slice(0, MOST_PARTS).join(dialect.list);
}

/**
 * @param {Dialect} dialect
 * @param {Interaction} interaction
 */
function patterns(dialect, { type, patterns: right }) {
  const most = MOST_PATTERNS[type];
  const texts = right.map((pattern) => {
    // A number has no bounds of its own and is both of them.
    const { min = pattern, max = pattern } = /** @type {Partial<Range>} */ (pattern);
    if (type === "numeric") return dialect.range(Number(min), Number(max));
    const text = responseText(dialect, type, /** @type {Response} */ (pattern));
    return type === "fill-in" && text ? dialect.anyCase + text : text;
  });
  return [...new Set(texts.filter(Boolean))].slice(0, most === undefined ? 5 : most);
}

/**
 * Fields and values in the order that 2004 demands: identifier, then type, then the rest.
 *
 * @param {Dialect} dialect
 * @param {Interaction} interaction
 * @returns {[string, string][]}
 */
function fields(dialect, interaction) {
  const { type, result } = interaction;
  return [
    ["type", dialect.type(type)],
    ...interaction.objectives.map(
      (id, index) => /** @type {[string, string]} */ ([`objectives.${index}.id`, identifier(id)]),
    ),
    [dialect.time, interaction.at ? dialect.moment(interaction.at) : ""],
    ...patterns(dialect, interaction).map(
      (text, index) =>
        /** @type {[string, string]} */ ([`correct_responses.${index}.pattern`, text]),
    ),
    ["weighting", decimal(interaction.weighting, 4)],
    [dialect.response, responseText(dialect, type, interaction.response)],
    [
      "result",
      typeof result === "number" ? decimal(result, 4) : result === "wrong" ? dialect.wrong : result,
    ],
    ["latency", interaction.latencyS === null ? "" : dialect.span(interaction.latencyS)],
    ["description", dialect.text(interaction.description, "fill-in")],
  ];
}

/** The Moodle app counts ten where there are more, on resume (LMS-OBSERVED.md). */
const MISCOUNT = 10;

/**
 * @param {Calls} calls
 * @param {Dialect} dialect
 */
export function interactionRows(calls, dialect) {
  const name = "cmi.interactions.";
  /** @type {string[]} identifiers by row, as far as this session knows them */
  const ids = [];
  /** Asked once. @type {ReturnType<typeof tableOf> | undefined} */
  let table;

  function asked() {
    if (table === undefined) table = tableOf(calls, name);
    return table;
  }

  /**
   * @param {number} row
   * @param {string} id
   */
  function mayHold(row, id) {
    const holds = ids[row] || (dialect.isInteractionRead && calls.get(`${name}${row}.id`));
    return !holds || holds === id;
  }

  /**
   * @param {number} row
   * @param {Interaction} interaction
   */
  function write(row, interaction) {
    const id = identifier(interaction.id);
    // Without its identifier a row does not exist, and the rest would be refused one by one.
    if (!calls.set(`${name}${row}.id`, id)) return false;
    ids[row] = id;
    for (const [field, value] of fields(dialect, interaction)) {
      const isKept = table && table.has(field.replace(/\..*/, ""));
      if (value && isKept) calls.set(`${name}${row}.${field}`, value);
    }
    return true;
  }

  /**
   * @param {number | null} row
   * @param {readonly Interaction[]} interactions
   * @returns {number | null}
   */
  function put(row, interactions) {
    const known = asked();
    if (!known || !interactions.length) return null;
    // Whether the LMS told how many rows it keeps, in a way that can be trusted.
    const isSure = known.isCounted && known.count !== MISCOUNT;
    // Some LMSs count late.
    const rows = Math.max(known.count, ids.length);
    // A row that an LMS was given in part is no hole either.
    const canReuse =
      row !== null &&
      (row <= rows || !isSure) &&
      // Nothing is asked of rows that are not there.
      interactions.every((each, index) => (row + index >= rows && isSure) || mayHold(row + index, identifier(each.id)));
    const fill = (/** @type {number} */ first) => interactions.every((each, index) => write(first + index, each));
    if (canReuse && fill(row)) return row;
    return fill(rows) ? rows : null;
  }

  return put;
}
