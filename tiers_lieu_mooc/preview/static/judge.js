/**
 * The strict judge: what an LMS that keeps to the letter of the standard answers to one call. It
 * holds no rule about an element of its own; all of them are in `scorm_export/datamodel/*.json`.
 *
 * @module
 */

/** @typedef {import('./table.js').Table} Table */
/** @typedef {import('./table.js').ElementRule} ElementRule */
/** @typedef {import('./table.js').CmiRecord} CmiRecord */

import { entry } from "./table.js";
import { valueFault } from "./values.js";

/**
 * An element's name with the places where it names rows.
 *
 * @typedef {object} Address
 * @property {string} pattern    indexes replaced by `n`
 * @property {number[]} indexes  outermost first
 */

/**
 * @typedef {object} Answer
 * @property {string} fault  "none", or a name from the table's faults
 * @property {string} code   the error code of that fault
 * @property {string} value  what reading gives; "" for a fault, and for setting
 */

/**
 * @param {string} element
 * @returns {Address}
 */
export function addressOf(element) {
  /** @type {number[]} */
  const indexes = [];
  const segments = element
    .replace(/\{target=[^{}]*\}/, "{target}")
    .split(".")
    .map((segment) => {
      if (!/^(0|[1-9][0-9]*)$/.test(segment)) return segment;
      indexes.push(Number(segment));
      return "n";
    });
  return { pattern: segments.join("."), indexes };
}

/**
 * @param {string} pattern
 * @param {readonly number[]} indexes  for as many `n` as there are
 */
export function named(pattern, indexes) {
  let next = 0;
  return pattern
    .split(".")
    .map((segment) =>
      segment === "n" && next < indexes.length ? String(indexes[next++]) : segment,
    )
    .join(".");
}

/**
 * @param {CmiRecord} record
 * @param {string} array  its name, indexes included
 */
export function rowCount(record, array) {
  const start = `${array}.`;
  return Object.keys(record)
    .filter((element) => element.startsWith(start) && record[element] !== undefined)
    .reduce((count, element) => Math.max(count, parseInt(element.slice(start.length), 10) + 1), 0);
}

/**
 * The arrays above an element, outermost first.
 *
 * @param {Address} address
 */
function arraysOf({ pattern, indexes }) {
  const parts = pattern.split(".n.");
  return indexes.map((index, depth) => {
    const array = parts.slice(0, depth + 1).join(".n.");
    return { array, name: named(array, indexes.slice(0, depth)), index };
  });
}

/**
 * @param {Table} table
 * @param {string} pattern
 * @param {boolean} isSetting
 */
function missingFault(table, pattern, isSetting) {
  const [, parent, keyword] = /^(.+)\.(_children|_count)$/.exec(pattern) || [];
  if (!parent || !keyword) return "unknownElement";
  const isKnown = Object.keys(table.elements).some(
    (name) => name === parent || name.startsWith(`${parent}.`),
  );
  if (!isKnown) return "unknownElement";
  if (isSetting) return "keyword";
  return keyword === "_children" ? "noChildren" : "noCount";
}

/**
 * @param {ElementRule} rule
 * @param {boolean} isSetting
 */
function accessFault({ access }, isSetting) {
  if (isSetting && access === "keyword") return "keyword";
  if (isSetting && access === "r") return "readOnly";
  return !isSetting && access === "w" ? "writeOnly" : "";
}

/**
 * @param {Table} table
 * @param {CmiRecord} record
 * @param {Address} address
 * @param {boolean} isSetting
 */
function indexFault(table, record, address, isSetting) {
  for (const { array, name, index } of arraysOf(address)) {
    const count = rowCount(record, name);
    if (!isSetting && index >= count) return "indexBeyondCountOnGet";
    if (isSetting && index > count) return "indexBeyondCountOnSet";
    if (isSetting && index === count && index >= mostRows(table, record, array, address)) {
      return "tooManyRows";
    }
  }
  return "";
}

/**
 * @param {Table} table
 * @param {CmiRecord} record
 * @param {string} array
 * @param {Address} address
 */
function mostRows(table, record, array, { indexes }) {
  const { rows, rowsBy } = table.arrays[array] || {};
  const by = rowsBy && entry(rowsBy.cases, record[named(rowsBy.element, indexes)] || "");
  return Math.min(rows === undefined ? Infinity : rows, by === undefined ? Infinity : by);
}

/**
 * @param {ElementRule} rule
 * @param {CmiRecord} record
 * @param {Address} address
 */
function needFault({ needs = [] }, record, { indexes }) {
  return needs.every((need) => record[named(need, indexes)] !== undefined) ? "" : "dependency";
}

/**
 * @param {ElementRule} rule
 * @param {CmiRecord} record
 * @param {Address} address
 */
function typeName({ type, typeBy }, record, { indexes }) {
  if (!typeBy) return type || "";
  return entry(typeBy.cases, record[named(typeBy.element, indexes)] || "") || typeBy.otherwise;
}

/**
 * Whether the value breaks a rule of the innermost array about its rows.
 *
 * @param {Table} table
 * @param {CmiRecord} record
 * @param {Address} address
 * @param {string} value
 */
function rowFault(table, record, address, value) {
  const row = arraysOf(address).pop();
  if (!row) return "";
  const leaf = address.pattern.slice(row.array.length + 3);
  const { unique, fixed } = table.arrays[row.array] || {};
  for (let index = 0; leaf === unique && index < rowCount(record, row.name); index += 1) {
    if (index !== row.index && record[`${row.name}.${index}.${leaf}`] === value) return "duplicate";
  }
  const held = record[`${row.name}.${row.index}.${leaf}`];
  return leaf === fixed && held !== undefined && held !== value ? "changed" : "";
}

/**
 * @param {Table} table
 * @param {CmiRecord} record
 * @param {string} element
 */
function readValue(table, record, element) {
  const { pattern } = addressOf(element);
  const rule = entry(table.elements, pattern);
  if (pattern.endsWith("._count"))
    return String(rowCount(record, element.slice(0, -"._count".length)));
  return rule && [rule.value, record[element], rule.initial].find((each) => each !== undefined);
}

/**
 * What stands between a call and its element, in the order of the tables' README.
 *
 * @param {Table} table
 * @param {CmiRecord} record
 * @param {string} element
 * @param {boolean} isSetting
 */
function elementFault(table, record, element, isSetting) {
  if (element === "") return "badArgument";
  const address = addressOf(element);
  const rule = entry(table.elements, address.pattern);
  if (!rule) return missingFault(table, address.pattern, isSetting);
  return (
    accessFault(rule, isSetting) ||
    indexFault(table, record, address, isSetting) ||
    (isSetting ? needFault(rule, record, address) : "")
  );
}

/**
 * @param {Table} table
 * @param {CmiRecord} record
 * @param {string} element
 * @param {string} value
 */
function setFault(table, record, element, value) {
  const fault = elementFault(table, record, element, true);
  if (fault) return fault;
  const address = addressOf(element);
  const rule = /** @type {ElementRule} */ (entry(table.elements, address.pattern));
  return (
    valueFault(table, typeName(rule, record, address), whole(rule, record[element], value)) ||
    rowFault(table, record, address, value)
  );
}

/**
 * @param {ElementRule} rule
 * @param {string | undefined} held
 * @param {string} value
 */
function whole(rule, held, value) {
  return rule.appends ? (held || "") + value : value;
}

/**
 * The answer to one call; nothing is changed.
 *
 * @param {Table} table
 * @param {CmiRecord} record  what the LMS holds
 * @param {string} element
 * @param {string} [value]    given: the call sets it; absent: the call reads
 * @returns {Answer}
 */
export function judge(table, record, element, value) {
  if (value !== undefined) return answer(table, setFault(table, record, element, value) || "none");
  const fault = elementFault(table, record, element, false);
  if (fault) return answer(table, fault);
  const found = readValue(table, record, element);
  return found === undefined ? answer(table, "notInitialized") : answer(table, "none", found);
}

/**
 * @param {Table} table
 * @param {string} fault
 * @param {string} [value]
 * @returns {Answer}
 */
export function answer(table, fault, value = "") {
  return { fault, code: table.faults[fault] || "101", value };
}

/**
 * The record after a value that the judge let through.
 *
 * @param {Table} table
 * @param {CmiRecord} record
 * @param {string} element
 * @param {string} value
 */
export function heldAfter(table, record, element, value) {
  const rule = entry(table.elements, addressOf(element).pattern);
  return rule ? whole(rule, record[element], value) : value;
}
