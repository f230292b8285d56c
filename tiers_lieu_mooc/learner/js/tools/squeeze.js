/**
 * French texts in few characters of the base64url alphabet, for the little room that an LMS gives:
 * LZW (Welch, 1984), two characters a code, begun with common words, since most texts are too short
 * to teach a dictionary anything. `CompressionStream` is younger than learners' browsers, and
 * asynchronous, when a page that is closing has no time.
 */

import { ALPHABET } from "./borrowed.js";

/**
 * Characters that have a code of their own, and the words that every dictionary begins with. Both
 * are the format: a text that was squeezed can only be read with the same ones, so never change
 * them; a better set needs a new mark in `sheet-lms.js`.
 */
const SHORT = [..." esatinruldocpmév,.’fgqbh\n", "e ", "s ", "t ", "es ", "de", "on"];
const ACCENTED = "àâçèéêëîïôùû";
const SINGLES = `\n !"%'()*+,-./${ALPHABET.slice(52, 62)}:;=?${ALPHABET.slice(0, 26)}_${ALPHABET.slice(26, 52)} \u00a0«»²${ACCENTED.toUpperCase()}${ACCENTED}üœŒ–—’…€`;
const WORDS =
  "les des dans pour avec une par sur qui que est sont nous notre nos vous leur leurs ils elle elles ont aux " +
  "plus pas tout tous toutes chaque deux trois mais comme entre être faire fait peut sans aussi même quand où " +
  "ce cette ces il au du de la le en et un à se ne son sa ses d’un d’une l’été qu’il c’est n’est j’ai " +
  "lieu tiers-lieu commune mairie maire village habitants habitantes personnes gens projet association " +
  "bénévoles associations activité activités atelier ateliers café local salle école jeunes enfants parents " +
  "familles anciens voisins besoin besoins partager rencontrer accueil accueillir ouvert ouvrir travail " +
  "semaine mois année ans heures jours samedi marché budget euros subvention loyer charges ressources dépenses " +
  "recettes convention conseil réunion décision décisions membres équipe partenaires collectivité communauté " +
  "département région droit permis sécurité assurance numérique transport médiathèque épicerie repas cuisine " +
  "jardin outils vélo réparer apprendre ensemble autour depuis pendant après avant très bien d’abord " +
  "parce premier première prochaine nouveaux nouvelle petit petite grand grande vide travaux énergie";
const ENDS = "tion |ations |ement |ments |ité |és |ées |ent |eurs |ables |elles |, et |. Les |. La |. Le |. Nous | : ".split("|");
const ESCAPE = 32;
const MOST = 32 + 32 * 64;

export class Squeezer {
  constructor() {
    /** @type {string[]} */
    this.phrases = [];
    /** @type {Map<string, number>} */
    this.codes = new Map();
    for (const phrase of SHORT) this.add(phrase);
    this.phrases[ESCAPE] = "";
    for (const single of SINGLES) this.add(single);
    for (const word of WORDS.split(" ")) this.addWhole(` ${word} `);
    for (const end of ENDS) this.addWhole(end);
  }

  /** @param {string} phrase */
  add(phrase) {
    if (this.phrases.length >= MOST || this.codes.has(phrase)) return;
    this.codes.set(phrase, this.phrases.push(phrase) - 1);
  }

  /** With its beginnings: phrases are found by growing. @param {string} phrase */
  addWhole(phrase) {
    for (let end = 2; end <= phrase.length; end += 1) this.add(phrase.slice(0, end));
  }

  /** Forget what was learned since there were so many phrases. @param {number} count */
  forget(count) {
    for (const phrase of this.phrases.splice(count)) this.codes.delete(phrase);
  }

  /** @param {string} text */
  squeeze(text) {
    let packed = "";
    let phrase = "";
    const write = () => {
      if (phrase) packed += code(Number(this.codes.get(phrase)));
    };
    for (let at = 0; at < text.length; at += 1) {
      const unit = text.charAt(at);
      if (this.codes.has(phrase + unit)) phrase += unit;
      else {
        write();
        if (phrase && this.codes.has(unit)) this.add(phrase + unit);
        phrase = unit;
        if (this.codes.has(unit)) continue;
        packed += code(ESCAPE) + six(text.charCodeAt(at) >> 12) + six(text.charCodeAt(at) >> 6) + six(text.charCodeAt(at));
        phrase = "";
      }
    }
    write();
    return packed;
  }

  /**
   * @param {string} packed
   * @returns {string | null}  null when it is nothing that `squeeze` wrote
   */
  expand(packed) {
    let text = "";
    let before = "";
    const values = Array.from(packed, (symbol) => ALPHABET.indexOf(symbol));
    for (let at = 0; at < values.length; at += 1) {
      let number = values[at];
      if (number > 31) number = 32 + ((number - 32) << 6) + values[(at += 1)];
      if (number === ESCAPE) {
        text += String.fromCharCode((values[at + 1] << 12) | (values[at + 2] << 6) | values[at + 3]);
        at += 3;
        before = "";
        continue;
      }
      const phrase = number === this.phrases.length && before ? before + before.charAt(0) : this.phrases[number];
      if (!phrase) return null;
      if (before) this.add(before + phrase.charAt(0));
      before = phrase;
      text += phrase;
    }
    return text;
  }
}

/** @param {number} bits */
const six = (bits) => ALPHABET.charAt(bits & 63);

/** One character for the first 32, two for the others. @param {number} number  below `MOST` */
function code(number) {
  return number < 32 ? six(number) : six(32 + ((number - 32) >> 6)) + six(number - 32);
}
