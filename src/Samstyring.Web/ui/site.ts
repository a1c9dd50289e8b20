import "@digdir/designsystemet-web";
import "./passkeys";

/** A list's filters act at once; without JavaScript the button beside them does the same. */
for (const form of document.querySelectorAll<HTMLFormElement>("form[data-auto-submit]")) {
  form.addEventListener("change", (event) => {
    if (event.target instanceof HTMLSelectElement) {
      form.requestSubmit();
    }
  });
}
