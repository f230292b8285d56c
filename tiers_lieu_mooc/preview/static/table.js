/**
 * The tables of `scorm_export/datamodel`, typed. Their README says what every key means.
 *
 * @module
 */

/** @typedef {'scorm12' | 'scorm2004-3' | 'scorm2004-4'} Standard */

/**
 * @typedef {object} ListOf
 * @property {string} separator
 * @property {string} of
 * @property {number} least
 * @property {number} most
 * @property {boolean} unique
 */

/**
 * @typedef {object} ValueType
 * @property {Record<string, string>} [prefixes]
 * @property {string} [pattern]
 * @property {string[]} [values]
 * @property {number} [maxLength]
 * @property {number} [minimum]
 * @property {number} [maximum]
 * @property {string[]} [anyOf]
 * @property {ListOf} [list]
 * @property {{separator: string, first: string, second: string}} [pair]
 * @property {boolean} [isOrdered]
 */

/**
 * @typedef {object} ArrayRule
 * @property {number} [rows]
 * @property {{element: string, cases: Record<string, number | undefined>}} [rowsBy]
 * @property {string} [unique]
 * @property {string} [fixed]
 */

/**
 * @typedef {object} ElementRule
 * @property {string} access  r, w, rw or keyword
 * @property {string} [value]
 * @property {string} [type]
 * @property {{element: string, cases: Record<string, string | undefined>, otherwise: string}} [typeBy]
 * @property {boolean} [mandatory]
 * @property {string} [initial]
 * @property {string} [from]
 * @property {string[]} [needs]
 * @property {boolean} [appends]
 * @property {string[]} [standards]
 */

/** @typedef {'object' | 'initialize' | 'terminate' | 'get' | 'set' | 'commit' | 'lastError' | 'errorString' | 'diagnostic'} ApiRole */

/**
 * @typedef {object} Table
 * @property {string[]} standards
 * @property {Record<ApiRole, string>} api
 * @property {Record<string, string | undefined>} faults
 * @property {Record<string, string | undefined>} errorTexts
 * @property {Record<string, ValueType | undefined>} types
 * @property {Record<string, ArrayRule | undefined>} arrays
 * @property {Record<string, ElementRule | undefined>} elements
 */

/**
 * What an LMS holds for one learner: element names with their indexes, and values as text.
 *
 * @typedef {Readonly<Record<string, string | undefined>>} CmiRecord
 */

/**
 * What a table says under a name that the content chose: "valueOf" is no element.
 *
 * @template T
 * @param {Record<string, T | undefined>} entries
 * @param {string} name
 * @returns {T | undefined}
 */
export function entry(entries, name) {
  return Object.hasOwn(entries, name) ? entries[name] : undefined;
}

/**
 * The table as one edition has it.
 *
 * @param {Table} table
 * @param {Standard} standard
 * @returns {Table}
 */
export function forStandard(table, standard) {
  const elements = Object.entries(table.elements).filter(
    ([, rule]) => !rule || !rule.standards || rule.standards.includes(standard),
  );
  return { ...table, elements: Object.fromEntries(elements) };
}
