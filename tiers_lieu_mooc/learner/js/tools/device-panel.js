/** What a learner decides about this device: whether others use it, and what is to leave it. */

import { all, first, focusOn, mark, say, word } from "./borrowed.js";

/** @param {import("../session.js").Session} session */
export function showDevicePanel({ device, saving, recorder }) {
  const panel = first(document, "[data-device]");
  const box = panel && panel.querySelector("input");
  const said = document.querySelector("[data-device-said]");
  const erasing = first(document, "[data-erasing]");
  const after = first(document, "[data-erased]");
  if (!panel || !box || !erasing || !after || !device || !saving || !recorder) return;
  // A preview leaves alone what this device has, and so does a session that began for nobody.
  panel.hidden = Boolean(device.isIdle);
  if (panel.hidden) return;
  const [undo, anew] = all(after, "button");
  mark(anew, "hidden", recorder.isTracked);
  box.checked = device.isShared;
  // Disabled in the template: nothing pretends to work before it does.
  for (const field of all(panel, "input, button")) field.removeAttribute("disabled");
  if (box.checked) say(said, word("device-shared"));
  box.addEventListener("change", () => {
    device.share(box.checked);
    saving.keepAgain();
    say(said, word(box.checked ? "device-shared" : "device-own"));
  });

  /** What was erased. @type {string[][]} */
  let erased = [];
  const { onTrouble } = device;
  // What was said of texts that were written before is not true any more.
  device.onTrouble = () => {
    onTrouble();
    for (const holder of /** @type {HTMLElement[]} */ (all(document, "[data-kept=note-kept]"))) {
      holder.dataset.kept = device.isShared ? "note-shared" : "note-lost";
      say(first(holder, "[data-verdict]"), word(holder.dataset.kept));
    }
  };
  document.addEventListener("click", (event) => {
    const button = /** @type {HTMLElement | null} */ (/** @type {Element} */ (event.target).closest("[data-erase]"));
    const act = button && button.dataset.erase;
    if (act === "anew") location.reload();
    if (act === "yes") {
      saving.commit();
      erased = device.names().map((name) => [name, device.read(name)]);
      saving.forget();
      // While it can come back the page stands still: nothing new is kept.
      device.isIdle = true;
      device.eraseAll();
      // The last words of other pages stand aside and are no part of what this one knows.
      device.load().then(() => {
        if (erased.length) device.eraseAll();
      });
      say(said, word(recorder.isTracked ? "device-erased" : "device-gone"));
    } else if (act === "undo") {
      device.isIdle = false;
      for (const [name, text] of erased) device.write(name, text);
      erased = [];
      saving.keepAgain();
      say(said, word("device-back"));
    } else if (act !== "no") return;
    const isErased = act === "yes";
    mark(erasing, "open", false);
    mark(after, "hidden", !isErased);
    document.documentElement.classList.toggle("erased", isErased);
    focusOn(isErased ? undo : erasing.firstElementChild);
  });
}
