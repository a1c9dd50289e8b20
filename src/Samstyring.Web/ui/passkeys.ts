/** Forms that sign in by a passkey or make one. Without a script, or where the browser has no passkeys, their button stays hidden. */
for (const form of document.querySelectorAll<HTMLFormElement>("form[data-passkey]")) {
  const button = form.querySelector<HTMLButtonElement>("button[type=submit]")!;
  const failed = form.querySelector<HTMLElement>("[data-passkey-failed]")!;
  if (typeof PublicKeyCredential?.parseRequestOptionsFromJSON !== "function") {
    failed.hidden = false;
    continue;
  }

  button.hidden = false;
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    failed.hidden = true;
    button.disabled = true;
    try {
      const credential = await ask(form);
      form.querySelector<HTMLInputElement>("input[name=Credential]")!.value = JSON.stringify(credential);
      form.submit();
    } catch {
      failed.hidden = false;
      button.disabled = false;
    }
  });
}

/** Asks the server what to ask for, and then the browser. */
async function ask(form: HTMLFormElement): Promise<Credential | null> {
  const fields = new URLSearchParams();
  for (const [name, value] of new FormData(form)) {
    fields.append(name, String(value));
  }

  const answer = await fetch(form.dataset.options!, { method: "POST", body: fields });
  if (!answer.ok) {
    throw new Error(`The server answered ${answer.status}.`);
  }

  const options = await answer.json();
  return form.dataset.passkey === "create"
    ? navigator.credentials.create({ publicKey: PublicKeyCredential.parseCreationOptionsFromJSON(options) })
    : navigator.credentials.get({ publicKey: PublicKeyCredential.parseRequestOptionsFromJSON(options) });
}
