/** Every question kind by the name that authors type. */

import { choice, trueFalse } from "./choice.js";
import { gaps } from "./gaps.js";
import { numeric } from "./numeric.js";
import { ordering } from "./ordering.js";
import { reflection } from "./reflection.js";
import { rows } from "./rows.js";
import { selfPositioning } from "./self-positioning.js";
import { shortAnswer } from "./short-answer.js";

/** @type {{[name: string]: import("../kind.js").Kind}} */
export const KINDS = {
  qcu: choice,
  qcm: choice,
  "vrai-faux": trueFalse,
  "réponse-courte": shortAnswer,
  numérique: numeric,
  appariement: rows,
  ordre: ordering,
  trous: gaps,
  classement: rows,
  positionnement: selfPositioning,
  réflexion: reflection,
};
