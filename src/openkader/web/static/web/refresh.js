/* While screening or other work runs: fetch this same page every few seconds and show its newer part. Without JavaScript there is a link. */
"use strict";
(() => {
  const part = () => document.querySelector("[data-refresh]");
  const busy = (element) => document.hidden || element.contains(document.activeElement);
  const look = async () => {
    const old = part();
    if (!old) return;
    if (!busy(old)) {
      try {
        const asked = { credentials: "same-origin", redirect: "error", headers: { "X-By-Itself": "1" } };
        const answer = await fetch(window.location.href, asked);
        if (answer.ok) {
          const page = new DOMParser().parseFromString(await answer.text(), "text/html");
          const fresh = page.getElementById(old.id);
          if (fresh) old.replaceWith(fresh);
          for (const name of [".kicker", ".opening__lead", ".numbers"]) {
            const [was, is] = [document, page].map((one) => one.querySelector(`.opening ${name}`));
            if (was && is) was.replaceWith(is);
          }
        }
      } catch {
        /* not reachable now; the next time perhaps */
      }
    }
    if (part()) window.setTimeout(look, 1000 * Number(part().dataset.refresh || 5));
  };
  window.setTimeout(look, 2000);
})();
