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

/** A form that stands by work in progress follows it, and gives way to what comes of it; without JavaScript its link does the same. */
const running = document.querySelector<HTMLFormElement>("form[data-running]");
if (running) {
  const follow = async () => {
    const answer = await fetch(location.href).catch(() => undefined);
    const now = answer && new DOMParser().parseFromString(await answer.text(), "text/html").querySelector("form[data-running]");
    if (answer && !now) {
      location.reload();
      return;
    }
    if (now) {
      running.querySelector("progress")!.value = now.querySelector("progress")!.value;
      running.querySelector("[role=status]")!.textContent = now.querySelector("[role=status]")!.textContent;
    }
    setTimeout(follow, 1000);
  };
  setTimeout(follow, 1000);
}
