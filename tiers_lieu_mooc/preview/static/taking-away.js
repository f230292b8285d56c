/**
 * Calls as files and as text.
 *
 * @module
 */

/** @typedef {import('./journal.js').Noted} Noted */
/** @typedef {import('./watch.js').Remark} Remark */

/** A byte order mark: without it spreadsheets read accents wrong. */
const MARK = "\ufeff";

/**
 * @param {readonly Noted[]} calls
 * @param {(remark: Remark) => string} sentence
 */
export function asJson(calls, sentence) {
  const told = calls.map(({ at, remarks, ...call }) => ({
    at: new Date(at).toISOString(),
    ...call,
    remarks: remarks.map((name) => ({ name, sentence: sentence(name) })),
  }));
  return `${JSON.stringify(told, null, 2)}\n`;
}

/**
 * Semicolons, as spreadsheets in French expect them.
 *
 * @param {readonly (readonly string[])[]} rows
 */
export function asCsv(rows) {
  const lines = rows.map((cells) => cells.map(cell).join(";"));
  return `${MARK}${lines.join("\r\n")}\r\n`;
}

/**
 * What the content says is not trusted: a spreadsheet would run a cell that begins like a formula.
 *
 * @param {string} text
 */
function cell(text) {
  const isFormula = /^[=+\-@\t\r]/.test(text) && !Number.isFinite(Number(text));
  return `"${(isFormula ? `'${text}` : text).replace(/"/g, '""')}"`;
}

/** @param {readonly (readonly string[])[]} rows */
export function asText(rows) {
  return rows.map((cells) => cells.map((each) => each.replace(/\s+/g, " ")).join("\t")).join("\n");
}

/**
 * @param {string} text
 * @param {string} name  of the file
 * @param {string} type
 */
export function offer(text, name, type) {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([text], { type }));
  link.download = name;
  link.click();
  // The browser has begun to read it once the click is over.
  window.setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}
