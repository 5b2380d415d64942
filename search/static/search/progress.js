/* Keeps a report that is still growing up to date; without it, 'reload' does. */
"use strict";

(() => {
  const EVERY = 1500;

  const renew = async () => {
    const shown = document.getElementById("run");
    if (!shown?.hasAttribute("data-goes-on")) return;
    if (!document.hidden) {
      try {
        const answer = await fetch(location.href);
        const page = new DOMParser().parseFromString(await answer.text(), "text/html");
        const run = page.getElementById("run");
        if (answer.ok && run) shown.replaceWith(run);
      } catch {
        /* The web server is away for a moment: the next round asks again. */
      }
    }
    setTimeout(renew, EVERY);
  };

  setTimeout(renew, EVERY);
})();
