/**
 * The page about a course's quality: says when there is a newer build, and takes nothing away from
 * under its reader.
 *
 * @module
 */

import { the, word } from "./dom.js";

const said = the("[data-said]");
const newer = the("[data-newer]");
const shown = the("[data-token]").dataset.token;
const news = new EventSource("/api/nouvelles");

news.addEventListener("message", ({ data }) => {
  newer.hidden = JSON.parse(data).fingerprint === shown;
  said.textContent = newer.hidden ? "" : word("newer");
});
news.addEventListener("error", () => {
  said.textContent = word("offline");
});
