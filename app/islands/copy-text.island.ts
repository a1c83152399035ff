/** Shows the copy buttons, which only a script can serve, and lets each copy the text of its field. */
for (const button of document.querySelectorAll<HTMLButtonElement>("button[data-copy]")) {
  const field = document.getElementById(button.dataset.copy ?? "");
  const status = document.getElementById(button.dataset.copyStatus ?? "");
  if (!field || !navigator.clipboard) continue;
  button.hidden = false;
  button.addEventListener("click", async () => {
    const text = field instanceof HTMLTextAreaElement ? field.value : (field.textContent ?? "");
    try {
      await navigator.clipboard.writeText(text);
      if (status) status.textContent = button.dataset.copied ?? "";
    } catch {
      // No permission: the text stays selectable, and selecting it is what is left to do.
      if (field instanceof HTMLTextAreaElement) field.select();
    }
  });
}

export {};
