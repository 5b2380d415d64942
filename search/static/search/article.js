/* The first match is in sight as the page opens, and buttons lead on from match to match; without JavaScript the links to the
   first one do. */
"use strict";

(() => {
  const holder = document.querySelector(".matches");
  if (!holder) return;
  const marks = [...document.querySelectorAll("[id^='match-']")];
  const place = holder.querySelector("[role=status]");
  let at = -1;

  const show = (next) => {
    marks[at]?.classList.remove("current");
    at = (next + marks.length) % marks.length;
    marks[at].classList.add("current");
    place.textContent = `${at + 1}/${marks.length}`;
  };

  holder.querySelector("a").hidden = true;
  for (const button of holder.querySelectorAll("button")) {
    button.hidden = false;
    button.addEventListener("click", () => {
      show(at + Number(button.dataset.step));
      marks[at].scrollIntoView({ block: "center" });
    });
  }

  /* Who comes back to the page, or to a place in it, stays where they were. */
  show(0);
  const fresh = performance.getEntriesByType("navigation")[0]?.type === "navigate";
  const led = location.hash && location.hash !== `#${marks[0].id}`;
  const { bottom } = marks[0].getBoundingClientRect();
  if (fresh && !led && bottom > innerHeight) marks[0].scrollIntoView({ block: "center" });
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
