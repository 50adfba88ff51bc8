// What a script can add to a page that is whole without it: `/` goes to the search field, buttons copy.
const field = document.getElementById("q");

addEventListener("keydown", (event) => {
  const typing = event.target.closest?.("input, textarea, select, [contenteditable]");
  if (event.key !== "/" || typing || event.ctrlKey || event.metaKey || event.altKey) return;
  const place = field ?? document.querySelector('nav a[href$="/search/"]');
  if (!place) return;
  event.preventDefault();
  if (field) field.focus();
  else place.click();
});

if (navigator.clipboard) {
  for (const button of document.querySelectorAll("button.copy")) {
    const words = button.textContent;
    button.hidden = false;
    button.addEventListener("click", async () => {
      await navigator.clipboard.writeText(button.dataset.copy);
      button.textContent = button.dataset.done;
      setTimeout(() => (button.textContent = words), 2000);
    });
  }
}
