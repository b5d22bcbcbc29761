/* While somebody writes: show how it reads, and put codes in at the cursor. Without JavaScript there are a button and the codes. */
"use strict";
(() => {
  const form = document.querySelector("form[data-preview]");
  const field = form && form.querySelector("textarea");
  if (!field) return;
  let waiting = 0;
  let asked = 0;
  const saved = field.defaultValue;

  const look = async () => {
    const mine = ++asked;
    try {
      const body = new FormData(form);
      body.delete("act");
      const answer = await fetch(form.dataset.preview, { method: "POST", body, credentials: "same-origin", redirect: "error" });
      if (!answer.ok || mine !== asked) return;
      const page = new DOMParser().parseFromString(await answer.text(), "text/html");
      const [was, is] = [document, page].map((one) => one.getElementById("preview"));
      if (was && is) was.replaceWith(is);
    } catch {
      /* not reachable now; the next key perhaps */
    }
  };
  const soon = () => {
    window.clearTimeout(waiting);
    waiting = window.setTimeout(look, 500);
  };
  field.addEventListener("input", soon);

  for (const button of document.querySelectorAll("button[data-insert]")) {
    button.hidden = false;
    button.addEventListener("click", () => {
      field.focus();
      const own = button.dataset.own ? "\n\n" : "";
      field.setRangeText(own + button.dataset.insert + own, field.selectionStart, field.selectionEnd, "end");
      field.dispatchEvent(new Event("input"));
    });
  }

  let leaving = false;
  form.addEventListener("submit", () => { leaving = true; });
  window.addEventListener("beforeunload", (event) => {
    if (!leaving && field.value !== saved) event.preventDefault();
  });
})();
