/* What the search box offers while somebody types: a combobox with a listbox, after the ARIA Authoring Practices ("Editable
   combobox with list autocomplete"). Without this script the box is a plain one. */
"use strict";

(() => {
  const PAUSE = 120;
  let waiting = 0;
  let asked = null;

  /* The page's parts are swapped: they are found anew each time. */
  const box = () => document.getElementById("q");
  const list = () => document.getElementById("offers");
  const options = () => [...list().querySelectorAll("[role=option]")];
  const chosen = () => list().querySelector("[aria-selected=true]");

  const prepare = () => {
    if (!box() || !list()) return;
    box().setAttribute("role", "combobox");
    box().setAttribute("aria-autocomplete", "list");
    box().setAttribute("aria-controls", "offers");
    box().setAttribute("aria-expanded", "false");
  };

  const close = () => {
    clearTimeout(waiting);
    asked?.abort();
    if (!list()) return;
    list().hidden = true;
    list().replaceChildren();
    box().setAttribute("aria-expanded", "false");
    box().removeAttribute("aria-activedescendant");
  };

  const choose = (option) => {
    chosen()?.setAttribute("aria-selected", "false");
    if (!option) {
      box().removeAttribute("aria-activedescendant");
      return;
    }
    option.setAttribute("aria-selected", "true");
    option.scrollIntoView({ block: "nearest" });
    box().setAttribute("aria-activedescendant", option.id);
  };

  const go = (option) => {
    const url = option.dataset.url;
    close();
    location.assign(url);
  };

  const show = (html) => {
    list().innerHTML = html;
    const any = options().length > 0;
    list().hidden = !any;
    box().setAttribute("aria-expanded", String(any));
    box().removeAttribute("aria-activedescendant");
    document.getElementById("status").textContent = list().querySelector("[role=presentation]")?.textContent ?? "";
  };

  const ask = async () => {
    asked?.abort();
    asked = new AbortController();
    const { signal } = asked;
    const form = box().form;
    const state = new URLSearchParams(new FormData(form));
    try {
      const answer = await fetch(`${form.dataset.offers}?${state}`, { signal });
      /* Who is not signed in any more is sent to the sign-in page. */
      const html = answer.ok && !answer.redirected ? await answer.text() : "";
      if (!signal.aborted && document.activeElement === box()) show(html);
    } catch {
      /* Another letter was typed, or the server is away: nothing is offered. */
    }
  };

  document.addEventListener("input", (event) => {
    if (event.target !== box() || !list()) return;
    clearTimeout(waiting);
    if (!box().value.trim()) close();
    else if (!event.isComposing) waiting = setTimeout(ask, PAUSE);
  });

  document.addEventListener("keydown", (event) => {
    if (event.target !== box() || !list() || event.isComposing) return;
    const open = !list().hidden;
    if (event.key === "Escape" && open) {
      event.preventDefault();
      close();
    } else if (event.key === "Enter") {
      if (open && chosen()) {
        event.preventDefault();
        go(chosen());
      } else close();
    } else if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault();
      if (!open) {
        if (box().value.trim()) ask();
        return;
      }
      const all = [null, ...options()];
      const step = event.key === "ArrowDown" ? 1 : -1;
      choose(all[(all.indexOf(chosen()) + step + all.length) % all.length]);
    }
  });

  /* Pressing the mouse would take the focus from the box and close the list before it is released. */
  document.addEventListener("mousedown", (event) => {
    if (event.target.closest("#offers")) event.preventDefault();
  });

  document.addEventListener("click", (event) => {
    const option = event.target.closest("#offers [role=option]");
    if (option) go(option);
  });

  document.addEventListener("focusout", (event) => {
    if (event.target === box()) close();
  });

  document.addEventListener("submit", close);
  document.addEventListener("htmx:load", prepare);
  prepare();
})();
