/* What JavaScript adds to the search page. htmx swaps the page's parts; without either, every link and form just works. */
"use strict";

(() => {
  const page = () => document.getElementById("page");
  let open = [];
  let drawer = false;
  let paged = false;

  /* The columns are one stop for the tab key; the arrow keys, in the direction of time, lead along them. */
  const makeRoving = () => {
    const columns = [...page().querySelectorAll(".columns a")];
    columns.forEach((column, at) => {
      column.tabIndex = at ? -1 : 0;
    });
  };

  document.addEventListener("keydown", (event) => {
    const typing = event.target.closest("input, textarea, select");
    if (event.key === "/" && !typing && !event.ctrlKey && !event.metaKey && !event.altKey) {
      event.preventDefault();
      document.getElementById("q").select();
      return;
    }
    const item = event.target.closest(".columns li");
    if (!item || !["ArrowLeft", "ArrowRight", "Home", "End"].includes(event.key)) return;
    const items = [...item.parentElement.children];
    const forward = document.dir === "rtl" ? "ArrowLeft" : "ArrowRight";
    const to = { Home: 0, End: items.length - 1 }[event.key] ?? items.indexOf(item) + (event.key === forward ? 1 : -1);
    const link = items[Math.min(Math.max(to, 0), items.length - 1)].querySelector("a");
    event.preventDefault();
    event.target.tabIndex = -1;
    link.tabIndex = 0;
    link.focus();
  });

  /* What a person opened stays open when the facets come anew. */
  document.addEventListener("htmx:beforeSwap", (event) => {
    open = [...document.querySelectorAll("#page details[open]")].map((details) => details.id);
    drawer = document.querySelector("#filters:popover-open") !== null;
    paged = event.detail.requestConfig?.elt.closest(".paging") != null;
  });

  document.addEventListener("htmx:afterSettle", () => {
    for (const id of open) document.getElementById(id)?.setAttribute("open", "");
    const filters = document.getElementById("filters");
    if (drawer && filters && !filters.matches(":popover-open")) filters.showPopover();
    const heading = document.getElementById("count");
    if (paged) document.getElementById("main").scrollIntoView();
    /* htmx finds the focused element again by its id; a removed chip has none. */
    if (document.activeElement === document.body || paged) heading.focus({ preventScroll: true });
    document.getElementById("status").textContent = heading.textContent;
    open = [];
    drawer = paged = false;
  });

  document.addEventListener("htmx:load", (event) => {
    if (event.target.id === "page" || event.target === document.body) makeRoving();
  });

  /* The web server itself does not answer: let the browser say so, and let 'reload' mean this search. */
  document.addEventListener("htmx:sendError", (event) => {
    location.assign(event.detail.pathInfo.finalRequestPath);
  });
})();
