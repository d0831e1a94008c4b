// Keeps the parts of an admin's page up to date that show what is worked on.
"use strict";
(() => {
  const live = document.getElementById("live");
  if (!live || !window.EventSource) {
    return;
  }
  const refresh = async (id) => {
    const old = document.getElementById(id);
    if (!old || old.contains(document.activeElement)) {
      return;
    }
    const answer = await fetch(location.href);
    if (answer.ok && !answer.redirected) {
      const page = new DOMParser().parseFromString(await answer.text(), "text/html");
      const fresh = page.getElementById(id);
      if (fresh) {
        old.replaceWith(fresh);
      }
    }
  };
  const events = new EventSource("/admin/events");
  events.addEventListener("live", (event) => {
    live.innerHTML = event.data;
  });
  events.addEventListener("changed", () => refresh("recordings"));
})();
