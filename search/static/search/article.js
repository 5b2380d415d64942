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
