// The search page: /cari/?q=… lists what was asked for, /cari/?desa=kabupaten-…/kecamatan/desa tells of one village.
(function () {
  "use strict";
  var NEAREST = 8;
  var MOST = 100;
  var form = document.querySelector("form[data-finder]");
  var given = new URLSearchParams(location.search);

  function part(name) {
    return document.querySelector("[data-" + name + "]");
  }

  function answer(finder, regency, district, name) {
    return finder.neighbours(regency).then(function (villages) {
      var here = villages.filter(function (each) {
        return finder.slug(each.name) === name && finder.slug(each.district) === district;
      });
      if (!here.length) {
        part("unknown").hidden = false;
        return;
      }
      var village = here.find((each) => each.status) || here[0];
      part("name").textContent = village.name;
      part("place").textContent = [village.district, village.region.name, village.region.province].filter(Boolean).join(", ");
      part("answer").hidden = false;
      document.title = village.name + " – " + document.title;
      if (village.status) {
        part("open").href = village.url;
        part("recorded").hidden = false;
        return;
      }
      // Those of the same district first.
      var near = villages.filter((each) => each.status);
      near.sort((one, other) => (one.district === village.district ? 0 : 1) - (other.district === village.district ? 0 : 1));
      part("near").textContent = (near.length ? part("near").dataset.some : part("near").dataset.none).replace(
        "{regency}",
        village.region.name
      );
      part("neighbours").replaceChildren.apply(part("neighbours"), near.slice(0, NEAREST).map(finder.row));
      part("unrecorded").hidden = false;
      part("name").focus();
    });
  }

  var input = form.querySelector("input");
  input.value = given.get("q") || "";
  form.addEventListener("submit", function (event) {
    event.preventDefault();
    history.replaceState(null, "", "?q=" + encodeURIComponent(input.value));
  });
  if (!given.get("q") && !given.get("desa")) return;
  import(new URL(form.dataset.finder, document.baseURI).href).then(function (finder) {
    var asked = (given.get("desa") || "").split("/");
    if (asked.length !== 3) return finder.attach(form, MOST);
    return answer(finder, asked[0], asked[1], asked[2]).then(() => finder.attach(form, MOST));
  }).catch(function (sentence) {
    part("unknown").textContent = typeof sentence === "string" ? sentence : document.querySelector("[data-search]").dataset.offline;
    part("unknown").hidden = false;
  });
})();
