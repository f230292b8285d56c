// Reads texts and strictness from standard input as JSON, writes them as the page compares them.
import { readFileSync } from "node:fs";
import { normalise } from "../../tiers_lieu_mooc/learner/js/compare.js";

/** @type {{ texts: string[], matching: import("../../tiers_lieu_mooc/learner/js/compare.js").Matching }} */
const asked = JSON.parse(readFileSync(0, "utf8"));
process.stdout.write(JSON.stringify(asked.texts.map((text) => normalise(text, asked.matching))));
