/**
 * The line of this browser: one for all its windows, since a line belongs to a machine. It is kept in
 * a cookie, through which the server serves packages as slowly, or as badly, as it says.
 *
 * @module
 */

/** @typedef {import('./vault.js').Line} Line */

const COOKIE = "ligne";

/** As the cookie and the page name them. @type {Record<string, Line>} */
const LINES = {
  normale: "normal",
  lente: "slow",
  refus: "refused",
  perte: "lost",
  expiree: "expired",
  coupee: "cut",
  "sans-stockage": "noStorage",
};

/** The name of the line as it is now. */
export function lineName() {
  const found = new RegExp(`(?:^|; )${COOKIE}=([a-z-]+)`).exec(document.cookie);
  const name = (found && found[1]) || "normale";
  return Object.hasOwn(LINES, name) ? name : "normale";
}

/** @returns {Line} */
export const lineNow = () => LINES[lineName()] || "normal";

/** @param {string} name */
export function setLine(name) {
  const age = name === "normale" ? 0 : 86_400;
  document.cookie = `${COOKIE}=${name}; path=/; max-age=${age}; samesite=strict`;
}
