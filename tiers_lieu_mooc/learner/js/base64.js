/**
 * Numbers and texts as characters of the base64url alphabet, the only ones that every LMS keeps
 * unchanged in suspend data (no quotes, no backslash, no blank: SCORM.md §0 rule 10).
 */

export const ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

/**
 * Characters of a text that need one symbol; the rest need two (capitals) or four.
 * Their order is part of the state's format: never change it, only use free places at its end.
 */
const COMMON = "abcdefghijklmnopqrstuvwxyz0123456789 -'éèàêçùîôûâëïœ,.()/%’€+:";
const CAPITAL = 62;
const ESCAPE = 63;

/**
 * Write a whole number, five bits a character, lowest first; bit six says that more follow.
 *
 * @param {number} value  0 to 2^30 - 1
 */
export function packNumber(value) {
  let text = "";
  let rest = value;
  while (rest > 31) {
    text += ALPHABET[32 + (rest % 32)];
    rest = Math.floor(rest / 32);
  }
  return text + ALPHABET[rest];
}

/**
 * Write a text in at most `room` characters; what does not fit is cut.
 *
 * @param {string} text
 * @param {number} room
 */
export function packText(text, room) {
  let packed = "";
  for (let at = 0; at < text.length; at += 1) {
    const symbol = packUnit(text.charAt(at));
    if (packed.length + symbol.length > room) break;
    packed += symbol;
  }
  return packed;
}

/** @param {string} unit  one UTF-16 code unit */
function packUnit(unit) {
  const common = COMMON.indexOf(unit);
  if (common >= 0) return ALPHABET.charAt(common);
  const lower = COMMON.indexOf(unit.toLowerCase());
  if (lower >= 0 && COMMON.charAt(lower).toUpperCase() === unit) return ALPHABET.charAt(CAPITAL) + ALPHABET.charAt(lower);
  const code = unit.charCodeAt(0);
  return ALPHABET.charAt(ESCAPE) + [12, 6, 0].map((bits) => ALPHABET.charAt((code >> bits) & 63)).join("");
}

/**
 * Read what `packText` wrote; what is not its writing is read as far as it goes.
 *
 * @param {string} packed
 */
export function unpackText(packed) {
  return packed.replace(/-(.?)|_(.{0,3})|./g, (symbol, capital, digits) => {
    if (capital !== undefined) return common(capital).toUpperCase();
    if (digits === undefined) return common(symbol);
    const code = Array.from(digits, place).reduce((high, low) => high * 64 + low, 0);
    return digits.length < 3 ? "" : String.fromCharCode(code);
  });
}

/** @param {string} symbol */
const place = (symbol) => ALPHABET.indexOf(symbol);

/** @param {string} symbol */
const common = (symbol) => COMMON.charAt(place(symbol));

/** Reads a packed text from its start; `failed` is set by anything that cannot be read. */
export class Reader {
  /** @param {string} text */
  constructor(text) {
    this.text = text;
    this.at = 0;
    this.failed = false;
  }

  /** @returns {number} */
  number() {
    let value = 0;
    let scale = 1;
    for (let digits = 0; digits < 6; digits += 1) {
      const symbol = ALPHABET.indexOf(this.text.charAt(this.at) || " ");
      if (symbol < 0) break;
      this.at += 1;
      value += (symbol % 32) * scale;
      if (symbol < 32) return value;
      scale *= 32;
    }
    this.failed = true;
    return 0;
  }

  /** @returns {string}  as many characters as the number that stands before them says */
  chunk() {
    const length = this.number();
    const chunk = this.text.substr(this.at, length);
    if (chunk.length < length) this.failed = true;
    this.at += length;
    return chunk;
  }
}
