/** While the documents are being made, looks every few seconds how far they are. Without script the page has a link for that. */
const working = document.querySelector("[data-still-working]");
if (working) {
  setTimeout(() => {
    // Whoever is reading or typing somewhere is left alone.
    if (document.visibilityState === "visible") location.reload();
  }, 4_000);
}

export {};
