// Passing a page on: what needs the browser's help is shown only where it helps.
(function () {
  "use strict";
  const one = (name) => document.querySelector("[data-" + name + "]");
  const whatsapp = one("whatsapp"), send = one("send"), copy = one("copy");
  const told = document.querySelector(".share__told");
  const address = location.href.split("#")[0];
  const text = new URL(whatsapp.href).searchParams.get("text").replace(/ https?:\S+$/, "");

  if (whatsapp.hidden) {
    whatsapp.href = "https://wa.me/?text=" + encodeURIComponent(text + " " + address);
    whatsapp.hidden = false;
  }
  if (navigator.share) {
    send.hidden = false;
    send.addEventListener("click", () => navigator.share({ title: document.title, text, url: address }).catch(() => {}));
  }
  copy.hidden = false;
  copy.addEventListener("click", () => {
    const copied = navigator.clipboard ? navigator.clipboard.writeText(address) : Promise.reject();
    // Where copying is not allowed, the address stands there to be copied by hand.
    copied.then(() => (told.textContent = copy.dataset.copy), () => (told.textContent = address));
  });
  const code = document.querySelector("canvas.poster__code");
  const codes = new URL("codes.js", document.currentScript.src);
  // Once the poster is wanted, by its link or by its address. Without a connection it is printed with the address alone.
  let again = "";
  const draw = async () => {
    if (!code || code.dataset.drawn) return;
    // Browsers remember of an address that no program came from it; with another query it is another one.
    const { generate } = await import(codes.href + again).catch((error) => {
      again += "?";
      throw error;
    });
    generate(address).toCanvas(code, { off: [255, 255, 255, 255], pad: 0 });
    code.dataset.drawn = "yes";
  };
  for (const link of document.querySelectorAll('[href="#poster"]')) {
    // After the browser has gone to the poster.
    link.addEventListener("click", () => draw().catch(() => {}).finally(() => setTimeout(print)));
  }
  if (location.hash === "#poster") draw().catch(() => {});
})();
