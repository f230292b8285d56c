/**
 * Reported answers: neutral values to the text of one edition. What is apart from the editions comes with the
 * dialect, so that a script that is loaded later need not hold it once more.
 *
 * @module
 */

/** @typedef {import('./recorder.js').Interaction} Interaction */
/** @typedef {import('./recorder.js').Response} Response */
/** @typedef {import('./recorder.js').Range} Range */
/** @typedef {import('./dialect.js').Dialect} Dialect */

/** Parts in one response that every LMS must take (2004 run-time book, 4.2.9). */
const MOST_PARTS = 36;

/** Types that have one pattern; every LMS must take five of others (2004 run-time book, 4.2.9.2). */
const ONE_PATTERN = /^(tr|nu|li)/;

/**
 * @param {Dialect} dialect
 * @param {Interaction['type']} type
 * @param {Response} response
 */
function responseText(dialect, type, response) {
  if (typeof response === "boolean") return dialect.truth[response ? 1 : 0];
  if (typeof response === "number") return dialect.decimal(response, 7);
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
  const texts = (type === "long-fill-in" ? [] : right).map((pattern) => {
    // A number has no bounds of its own and is both of them.
    const { min = pattern, max = pattern } = /** @type {Partial<Range>} */ (pattern);
    if (type === "numeric") return dialect.range(Number(min), Number(max));
    const text = responseText(dialect, type, /** @type {Response} */ (pattern));
    return type === "fill-in" && text ? dialect.anyCase + text : text;
  });
  return [...new Set(texts.filter(Boolean))].slice(0, ONE_PATTERN.test(type) ? 1 : 5);
}

/**
 * Fields and values in the order that 2004 demands: identifier, which its row has already, then type,
 * then the rest.
 *
 * @param {Dialect} dialect
 * @param {Interaction} interaction
 * @returns {[string, string][]}
 */
export function fieldsOf(dialect, interaction) {
  const { type, result } = interaction;
  return [
    ["type", dialect.type(type)],
    ...interaction.objectives.map(
      (id, index) => /** @type {[string, string]} */ ([`objectives.${index}.id`, dialect.identifier(id)]),
    ),
    [dialect.time, interaction.at ? dialect.moment(interaction.at) : ""],
    ...patterns(dialect, interaction).map(
      (text, index) =>
        /** @type {[string, string]} */ ([`correct_responses.${index}.pattern`, text]),
    ),
    ["weighting", dialect.decimal(interaction.weighting, 4)],
    [dialect.response, responseText(dialect, type, interaction.response)],
    [
      "result",
      typeof result === "number" ? dialect.decimal(result, 4) : result === "wrong" ? dialect.wrong : result,
    ],
    ["latency", interaction.latencyS === null ? "" : dialect.span(interaction.latencyS)],
    ["description", dialect.text(interaction.description, "fill-in")],
  ];
}
