/* Buttons that lead from match to match; without JavaScript the link to the first one does. */
"use strict";

(() => {
  const holder = document.querySelector(".matches");
  if (!holder) return;
  const marks = [...document.querySelectorAll("[id^='match-']")];
  const place = holder.querySelector("[role=status]");
  let at = -1;

  holder.querySelector("a").hidden = true;
  for (const button of holder.querySelectorAll("button")) {
    button.hidden = false;
    button.addEventListener("click", () => {
      marks[at]?.classList.remove("current");
      at = Number(button.dataset.step) > 0 ? (at + 1) % marks.length : (at > 0 ? at : marks.length) - 1;
      marks[at].classList.add("current");
      marks[at].scrollIntoView({ block: "center" });
      place.textContent = `${at + 1}/${marks.length}`;
    });
  }
})();

/* Which kinds of mentions are marked is kept in this browser. */
(() => {
  for (const box of document.querySelectorAll(".kinds input")) {
    try {
      box.checked = localStorage.getItem(box.id) !== "off";
      box.addEventListener("change", () => localStorage.setItem(box.id, box.checked ? "on" : "off"));
    } catch {
      // Without storage the page starts with all kinds marked.
    }
  }
})();
