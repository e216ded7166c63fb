// Opened from a village's page: only its badge, whose code leads to that page.
(function () {
  "use strict";
  const asked = /^#desa\/([a-z0-9-]+\/[a-z0-9-]+\/[a-z0-9-]+\/)([a-z0-9-]+)$/.exec(location.hash);
  const chosen = asked && document.querySelector('[data-badge="' + asked[2] + '"]');
  if (!chosen) return;
  for (const other of document.querySelectorAll("[data-badge], [data-whole]")) other.hidden = other !== chosen;
  const code = chosen.querySelector("textarea");
  if (code) code.value = code.value.replace('/desa/"', "/desa/" + asked[1] + '"');
})();
