// Light or dark: the system decides until the reader chooses; the choice stays in this browser only.
(function () {
  "use strict";
  var root = document.documentElement;
  root.classList.remove("no-js");
  var stored = null;
  try {
    stored = localStorage.getItem("scheme");
  } catch (error) {
    // A browser that stores nothing still shows the page.
  }
  if (stored === "light" || stored === "dark") root.dataset.scheme = stored;

  document.addEventListener("DOMContentLoaded", function () {
    // On a wide screen the menu stands open; there CSS hides its button.
    var menu = document.querySelector("details.menu");
    var wide = matchMedia("(min-width: 60em)");
    function fit() {
      menu.open = wide.matches;
    }
    fit();
    wide.addEventListener("change", fit);

    var button = document.querySelector("[data-scheme-toggle]");
    button.hidden = false;
    button.addEventListener("click", function () {
      var dark = root.dataset.scheme
        ? root.dataset.scheme === "dark"
        : matchMedia("(prefers-color-scheme: dark)").matches;
      root.dataset.scheme = dark ? "light" : "dark";
      try {
        localStorage.setItem("scheme", root.dataset.scheme);
      } catch (error) {
        // The choice holds for this page.
      }
    });
  });
})();
