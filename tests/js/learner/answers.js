/** Questions of the eleven kinds, and answers to them: right, near, wrong, long, of odd characters; by chance. */

import { normalise } from "../../../tiers_lieu_mooc/learner/js/compare.js";

/**
 * @typedef {import("../../../tiers_lieu_mooc/learner/js/kind.js").Key} Key
 * @typedef {import("../../fast/chance.js").Chance} Chance
 *
 * @typedef {object} Given  what a learner does
 * @property {(number | string)[]} answer  as it stands in the fields
 * @property {number} [share]  what it must earn, where the author's own words say so
 */

const WORDS = "assemblée générale société coopérative d’intérêt collectif œuvre été l’habitant tiers-lieu SCIC AG préfiguration gouvernance partagée Île-de-France de la commune « fabrique » où ça noël m² 2026 €".split(" ");
const ODD = ["", "…", "É", "²", "\u00a0", "\u202f", "’", "'", "[", "…[…]", "_", "-", "😀", "\ud83d", "İ", "ß", "é".normalize("NFD"), "ﬁ", "\u200b", "\t", "\\", "\"", "<b>", "{x}", "日本", "صباح", "{case_matters=true}", "[,]"];
export const KIND_NAMES = ["qcu", "qcm", "vrai-faux", "réponse-courte", "numérique", "appariement", "ordre", "trous", "classement", "positionnement", "réflexion"];
/** As authors name units, and as learners may write them. */
const UNITS = [["", ""], ["m²", "m²", "m2", "M2", "mètres carrés", "m^2"], ["€", "€", "euros", "EUR", "euro"], ["%", "%", "pour cent"], ["km²", "km2", "kilomètres carrés"], ["personnes", "personne", "personnes"]];

/** @param {Chance} chance  @param {number} words  @param {number} [odd]  how often something odd comes between */
function phrase(chance, words, odd = 0) {
  const text = Array.from({ length: words }, () => chance.one(WORDS) + (chance.happens(odd) ? chance.one(ODD) : ""));
  return text.join(chance.happens(0.1) ? "\u00a0" : " ").slice(0, 100).trim();
}

/** Texts that the author's rules tell apart.  @param {Chance} chance  @param {number} count  @param {object} matching */
function forms(chance, count, matching) {
  /** @type {string[]} */
  const found = [];
  while (found.length < count) {
    // Some begin alike, further than the state keeps them.
    const start = found.length && chance.happens(0.3) ? `${found[0]} ` : "";
    const text = (start + phrase(chance, chance.whole(1, 9))).slice(0, 100).trim();
    const plain = normalise(text, matching);
    if (plain && !found.some((each) => normalise(each, matching) === plain)) found.push(text);
  }
  return found;
}

/** @param {Chance} chance */
function matchingOf(chance) {
  const strict = { isCaseStrict: chance.happens(0.2), isAccentStrict: chance.happens(0.2), areArticlesStrict: chance.happens(0.2) };
  return Object.assign(strict, { typos: chance.happens(0.5) ? 0 : chance.whole(1, 3) });
}

/** @param {string} kind  @param {Chance} chance  @returns {Key} */
export function keyOf(kind, chance) {
  const isGraded = !["positionnement", "réflexion"].includes(kind);
  const scoring = chance.happens(0.3) ? "tout-ou-rien" : kind === "ordre" ? chance.one(["position", "voisins"]) : "partielle";
  const common = { id: "essai", index: 3, points: isGraded ? chance.one([1, 2.5]) : 0, tries: 2, penalty: 0, scoring, shuffled: false, objectives: ["O1"], title: "Essai" };
  const items = chance.whole(2, chance.happens(0.1) ? 36 : 6);
  const own = /** @type {{[kind: string]: () => object}} */ ({
    qcu: () => ({ choices: single(chance, items) }),
    qcm: () => ({ choices: several(chance, items) }),
    "vrai-faux": () => Object.assign({ choices: single(chance, 2) }, chance.happens(0.5) ? { agree: 1 } : {}),
    "réponse-courte": () => {
      const matching = matchingOf(chance);
      const texts = forms(chance, chance.whole(1, 5), matching);
      return { matching, forms: texts.map((text, place) => ({ text, share: place ? chance.one([1, 0.5, 0.25, 0.3333]) : 1, right: !place || chance.happens(0.6) })) };
    },
    numérique: () => {
      const low = Math.round(chance.next() * 20000) / 8 - 300;
      const ranges = [{ low, high: low + chance.whole(0, 9), share: 1, right: true }, { low: low - 50, high: low + 50, share: 0.5, right: true }, { low: 7000, high: 7000, share: 0, right: false }];
      return { ranges: ranges.slice(0, chance.whole(1, 3)), unit: chance.one(UNITS)[0] };
    },
    appariement: () => ({ rows: Array.from({ length: items }, () => chance.whole(0, items - 1)), options: items }),
    classement: () => ({ rows: Array.from({ length: items }, () => chance.whole(0, 2)), options: 3 }),
    ordre: () => ({ items }),
    trous: () => {
      const matching = matchingOf(chance);
      const gaps = Array.from({ length: chance.whole(1, 4) }, () => (chance.happens(0.7) ? { variants: forms(chance, chance.whole(1, 3), matching) } : { right: chance.whole(0, 3) }));
      return { gaps, matching };
    },
    positionnement: () => ({ items, options: chance.whole(2, 35) }),
    réflexion: () => ({ sent: true }),
  });
  return /** @type {Key} */ (Object.assign(common, own[kind]()));
}

/** @param {Chance} chance  @param {number} count */
function single(chance, count) {
  const right = chance.whole(0, count - 1);
  return Array.from({ length: count }, (_, place) => ({ share: place === right ? 1 : count > 2 && chance.happens(0.1) ? 0.25 : 0, right: place === right }));
}

/** @param {Chance} chance  @param {number} count */
function several(chance, count) {
  const rights = chance.whole(1, count - 1);
  return Array.from({ length: count }, (_, place) => (place < rights ? { share: 1 / rights, right: true } : { share: -1 / (count - rights), right: false }));
}

/** What somebody types who means this text.  @param {string} text  @param {Chance} chance */
function nearly(text, chance) {
  const at = chance.whole(0, text.length);
  return chance.one([
    () => text.toUpperCase(),
    () => text.toLowerCase(),
    () => text.normalize("NFD"),
    () => text.normalize("NFD").replace(/[\u0300-\u036f]/g, ""),
    () => text.replace(/’/g, "'").replace(/ /g, "\u00a0"),
    () => `l’${text}`,
    () => `${text}${chance.one([".", " !", "…", "  "])}`,
    () => text.slice(0, at) + text.slice(at + 1),
    () => text.slice(0, at) + chance.one(["x", "é", " ", ...ODD]) + text.slice(at),
    () => text.slice(0, at),
    () => `${text} ${phrase(chance, chance.whole(1, 6), 0.3)}`,
    () => text.slice(0, at) + phrase(chance, 8, 0.1),
  ])().slice(0, 120);
}

/** @param {readonly string[]} texts  @param {Chance} chance  @returns {string} */
function typed(texts, chance) {
  const text = chance.one(texts);
  return chance.one([() => text, () => nearly(text, chance), () => nearly(nearly(text, chance), chance), () => phrase(chance, chance.whole(1, 12), 0.3) || "x"])();
}

/** @param {Key} key  @param {Chance} chance */
function numberTyped({ ranges = [], unit = "" }, chance) {
  const { low, high } = chance.one(ranges);
  const value = chance.one([low, high, (low + high) / 2, low - 1, Math.round(chance.next() * 1e7) / 100, chance.whole(0, 9999999)]);
  const digits = String(Math.abs(Math.round(value * 1e6) / 1e6));
  const [whole = "", decimals = ""] = digits.split(".");
  const group = chance.one(["", " ", "\u202f", "\u00a0", "'", "’", ".", ","]);
  const point = chance.one([",", ",", "."]);
  const grouped = group ? whole.replace(/\B(?=(\d{3})+$)/g, group) : whole;
  const sign = value < 0 ? chance.one(["-", "−", "–", "- "]) : "";
  const number = sign + grouped + (decimals ? point + decimals : "");
  const named = chance.one(UNITS.find(([name]) => name === unit) || [""]);
  return chance.one([number, number, `${number} ${named}`, `${number}\u00a0${named}.`, `${named} ${number}`, `${number}${named}`, nearly(number, chance), `${number} ${phrase(chance, 2, 0.3)}`, phrase(chance, 1, 0.2) || "x"]);
}

/** @param {string} kind  @param {Key} key  @param {Chance} chance  @returns {Given} */
export function answerTo(kind, key, chance) {
  const { choices = [], rows = [], gaps = [], items = 0, options = 0 } = key;
  const below = (/** @type {number} */ limit) => chance.whole(chance.happens(0.1) ? -1 : 0, limit - 1);
  const texts = (key.forms || []).map(({ text }) => text);
  switch (kind) {
    case "qcm":
      return { answer: choices.map((_, index) => index).filter(() => chance.happens(0.5)) };
    case "qcu":
    case "vrai-faux":
      return { answer: [chance.whole(0, choices.length - 1)] };
    case "réponse-courte": {
      const form = chance.one(key.forms || []);
      if (chance.happens(0.3)) return { answer: [form.text], share: form.right ? (key.scoring === "tout-ou-rien" ? Math.floor(form.share) : form.share) : 0 };
      return { answer: [typed(texts, chance)] };
    }
    case "numérique":
      return { answer: [numberTyped(key, chance)] };
    case "appariement":
    case "classement":
      return { answer: chance.happens(0.2) ? rows.slice() : rows.map((right) => (chance.happens(0.5) ? right : below(options))) };
    case "ordre":
      return { answer: Array.from({ length: items }, (_, item) => item).sort(() => chance.next() - (chance.happens(0.5) ? 0.5 : 0)) };
    case "trous":
      if (chance.happens(0.3)) return { answer: gaps.map(({ variants, right = 0 }) => (variants ? chance.one(variants) : right)), share: 1 };
      return { answer: gaps.map(({ variants }) => (variants ? (chance.happens(0.05) ? "" : typed(variants, chance)) : below(4))) };
    case "positionnement":
      return { answer: Array.from({ length: items }, () => below(options)) };
    default:
      return { answer: [phrase(chance, chance.whole(1, 12), 0.3) || "x"] };
  }
}
