/**
 * What a legal value looks like: the keys of a type, tried in the order of the tables' README.
 *
 * @module
 */

/** @typedef {import('./table.js').Table} Table */
/** @typedef {import('./table.js').ValueType} ValueType */
/** @typedef {import('./table.js').ListOf} ListOf */
/** @typedef {'wrongType' | 'outOfRange'} ValueFault */
/** @typedef {ValueFault | null} Verdict */

const WRONG = "wrongType";

/**
 * Judges a value by the type of that name.
 *
 * @param {Table} table
 * @param {string} name
 * @param {string} value
 * @returns {Verdict} null when it fits
 */
export function valueFault(table, name, value) {
  const type = table.types[name];
  if (!type) throw new Error(`the tables name a type that they lack: ${name}`);
  const prefixed = withoutPrefixes(table, type.prefixes || {}, value);
  if (prefixed.fault) return prefixed.fault;
  const { rest } = prefixed;
  return (
    textFault(type, rest) ||
    rangeFault(type, rest) ||
    anyFault(table, type.anyOf || [], rest) ||
    (type.list ? listFault(table, type.list, rest) : null) ||
    pairFault(table, type, rest)
  );
}

/**
 * @param {Table} table
 * @param {Record<string, string>} prefixes
 * @param {string} value
 * @returns {{rest: string, fault: Verdict}}
 */
function withoutPrefixes(table, prefixes, value) {
  const left = new Map(Object.entries(prefixes));
  let rest = value;
  for (;;) {
    const found = /^\{([^{}=]*)=([^{}]*)\}/.exec(rest);
    const type = found && left.get(String(found[1]));
    if (!found || !type) return { rest, fault: null };
    const fault = valueFault(table, type, String(found[2]));
    if (fault) return { rest, fault };
    left.delete(String(found[1]));
    rest = rest.slice(found[0].length);
  }
}

/**
 * @param {ValueType} type
 * @param {string} value
 * @returns {Verdict}
 */
function textFault({ pattern, values, maxLength }, value) {
  if (pattern !== undefined && !new RegExp(`^(?:${pattern})$`, "u").test(value)) return WRONG;
  if (values && !values.includes(value)) return WRONG;
  return maxLength !== undefined && value.length > maxLength ? WRONG : null;
}

/**
 * @param {ValueType} type
 * @param {string} value  a number, as the type's pattern made sure
 * @returns {Verdict}
 */
function rangeFault({ minimum, maximum }, value) {
  const isBelow = minimum !== undefined && Number(value) < minimum;
  const isAbove = maximum !== undefined && Number(value) > maximum;
  return isBelow || isAbove ? "outOfRange" : null;
}

/**
 * @param {Table} table
 * @param {readonly string[]} names
 * @param {string} value
 * @returns {Verdict} that of the last type
 */
function anyFault(table, names, value) {
  const faults = names.map((name) => valueFault(table, name, value));
  return faults.includes(null) ? null : faults[faults.length - 1] || null;
}

/**
 * @param {Table} table
 * @param {ListOf} list
 * @param {string} value
 * @returns {Verdict}
 */
function listFault(table, { separator, of, least, most, unique }, value) {
  if (value === "" && least === 0) return null;
  const entries = value.split(separator);
  if (entries.length < least || entries.length > most) return WRONG;
  if (unique && new Set(entries).size < entries.length) return WRONG;
  return entries.map((entry) => valueFault(table, of, entry)).find(Boolean) || null;
}

/**
 * @param {Table} table
 * @param {ValueType} type
 * @param {string} value
 * @returns {Verdict}
 */
function pairFault(table, { pair, isOrdered }, value) {
  if (!pair) return null;
  const at = value.indexOf(pair.separator);
  if (at < 0) return WRONG;
  const first = value.slice(0, at);
  const second = value.slice(at + pair.separator.length);
  const fault = valueFault(table, pair.first, first) || valueFault(table, pair.second, second);
  if (fault) return fault;
  return isOrdered && first && second && Number(first) > Number(second) ? WRONG : null;
}
