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

/** How often somebody has logged in, of this browser: old sessions are told from new ones by it. */
const LOGINS = "connexion";

/** The name of the line as it is now. */
export function lineName() {
  const name = read(COOKIE) || "normale";
  return Object.hasOwn(LINES, name) ? name : "normale";
}

/** @returns {Line} */
export const lineNow = () => LINES[lineName()] || "normal";

/** @param {string} name */
export function setLine(name) {
  // A session that has ended does not begin again: whoever logs in gets another.
  if (name === "expiree") write(LOGINS, String(loginNow() + 1));
  write(COOKIE, name === "normale" ? "" : name);
}

export const loginNow = () => Number(read(LOGINS)) || 0;

/** Somebody logs in, on a line that was lost for want of it, too. */
export function logIn() {
  write(LOGINS, String(loginNow() + 1));
  if (lineName() === "expiree") write(COOKIE, "");
}

/** @param {string} cookie */
function read(cookie) {
  const found = new RegExp(`(?:^|; )${cookie}=([a-z0-9-]+)`).exec(document.cookie);
  return (found && found[1]) || "";
}

/**
 * @param {string} cookie
 * @param {string} value
 */
function write(cookie, value) {
  document.cookie = `${cookie}=${value}; path=/; max-age=${value ? 86_400 : 0}; samesite=strict`;
}
