/**
 * The home page: shows the newest packages and findings when a source was saved.
 *
 * @module
 */

const offline = document.querySelector('[data-when="offline"]');
const news = new EventSource("/api/nouvelles");
/** @type {string | undefined} */
let shown;

news.addEventListener("message", ({ data }) => {
  if (offline instanceof HTMLElement) offline.hidden = true;
  if (shown !== undefined && shown !== data) window.location.reload();
  shown = data;
});
news.addEventListener("error", () => {
  if (offline instanceof HTMLElement) offline.hidden = false;
});

export {};
