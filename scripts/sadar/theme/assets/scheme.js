// What every page needs. Light or dark: the system decides until the reader chooses; the choice stays in this browser.
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

    // The finder's program is fetched when a reader first wants to search, not before.
    var opener = document.querySelector("[data-search]");
    var told = document.createElement("p");
    told.className = "top__told";
    told.setAttribute("role", "alert");
    told.textContent = opener.dataset.offline;
    var again = "";
    function finder(address) {
      // Browsers remember of an address that no program came from it; with another query it is another one.
      return import(new URL(address, document.baseURI).href + again).then(
        function (found) {
          told.remove();
          return found;
        },
        function () {
          again += "?";
          opener.parentNode.append(told);
          throw new Error(told.textContent);
        }
      );
    }
    function search(event) {
      event.preventDefault();
      finder(opener.dataset.search).then(
        (program) => program.open(),
        () => {}
      );
    }
    opener.addEventListener("click", search);
    document.addEventListener("keydown", function (event) {
      var writing = event.target.closest("input, select, textarea, [contenteditable]");
      if (event.key === "/" && !writing && !event.ctrlKey && !event.metaKey && !event.altKey) search(event);
    });
    document.querySelectorAll("form[data-finder]").forEach(function (form) {
      // At every focus: the first may have been without a connection.
      form.addEventListener("focusin", () =>
        finder(form.dataset.finder).then(
          (program) => program.attach(form),
          () => {}
        )
      );
    });
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
