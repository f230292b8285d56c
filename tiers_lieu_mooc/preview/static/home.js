/**
 * The home page: shows the newest packages and findings when a source was saved.
 *
 * @module
 */

import { the, word } from "./dom.js";

const said = the("[data-said]");
const news = new EventSource("/api/nouvelles");
/** @type {string | undefined} */
let shown;

news.addEventListener("message", ({ data }) => {
  said.textContent = "";
  if (shown !== undefined && shown !== data) window.location.reload();
  shown = data;
});
news.addEventListener("error", () => {
  said.textContent = word("offline");
});
