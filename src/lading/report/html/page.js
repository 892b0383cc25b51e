"use strict";

// Filters what is listed; without this script the page shows all of it.
(() => {
  const form = document.querySelector("form");
  if (!form) return;
  const { find, severity, resource } = form.elements;
  const found = form.querySelector("output");
  const rules = [...document.querySelectorAll("details.rule")].map((element) => ({
    element,
    title: element.querySelector("summary").textContent.toLowerCase(),
    rows: [...element.querySelectorAll("tbody tr")].map((row) => ({ row, text: row.textContent.toLowerCase() })),
  }));

  const filter = () => {
    const words = find.value.toLowerCase().split(/\s+/).filter(Boolean);
    const active = words.length > 0 || severity.value !== "" || resource.value !== "";
    let shown = 0;
    for (const { element, title, rows } of rules) {
      const wanted = severity.value === "" || element.dataset.severity === severity.value;
      let visible = 0;
      for (const { row, text } of rows) {
        const here = resource.value === "" || row.dataset.resource === resource.value;
        const fits = wanted && here && words.every((word) => text.includes(word) || title.includes(word));
        row.hidden = !fits;
        visible += fits;
      }
      element.hidden = active && visible === 0;
      shown += visible;
    }
    found.textContent = active ? `${shown.toLocaleString("en")} of the listed issues fit` : "";
  };

  const open = (isOpen) => {
    for (const { element } of rules) element.open = isOpen;
  };

  form.hidden = false;
  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("input", filter);
  form.querySelector("[value=open]").addEventListener("click", () => open(true));
  form.querySelector("[value=close]").addEventListener("click", () => open(false));
  const asked = new URLSearchParams(location.hash.slice(1)).get("find");
  if (asked !== null) {
    find.value = asked;
    open(true);
    filter();
  }
})();
