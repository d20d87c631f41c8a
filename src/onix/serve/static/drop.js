// Files are dropped on a form; without this script it has a box to choose them.
"use strict";
(() => {
  for (const each of document.querySelectorAll(".with-script")) each.hidden = false;
  const form = document.querySelector("form[data-drop]");
  if (!form) return;
  const input = form.querySelector(`#${form.dataset.drop}`);
  const carries = (event) => [...(event.dataTransfer?.types ?? [])].includes("Files");
  form.addEventListener("dragover", (event) => {
    if (!carries(event)) return;
    event.preventDefault();
    form.classList.add("is-over");
  });
  form.addEventListener("dragleave", (event) => {
    if (!form.contains(event.relatedTarget)) form.classList.remove("is-over");
  });
  form.addEventListener("drop", (event) => {
    if (!carries(event)) return;
    event.preventDefault();
    form.classList.remove("is-over");
    input.files = event.dataTransfer.files;
    input.focus();
  });
})();
