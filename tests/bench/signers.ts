let made = 0;

/** Form posts of signers who all have a mailbox of their own; `run` keeps two benchmarks on one database apart. */
export function signerForms(run: string) {
  return {
    form: { "content-type": "application/x-www-form-urlencoded" },
    /** As a plain form sends it. */
    next: () => {
      made++;
      return {
        body: `name=Signer+${run}+${made}&email=signer-${run}-${made}%40example.org&country=${countryOf(made)}&postalCode=&updates=yes`,
      };
    },
  };
}

const boundary = "bench";

/** The same post as multipart, which goes through the framework. */
export function multipartSignerForms(run: string) {
  const part = (name: string, value: string) =>
    `--${boundary}\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`;
  return {
    form: { "content-type": `multipart/form-data; boundary=${boundary}` },
    next: () => {
      made++;
      const fields = { name: `Signer ${run} ${made}`, email: `signer-${run}-${made}@example.org`, updates: "yes" };
      const parts = Object.entries({ ...fields, country: countryOf(made), postalCode: "" });
      return { body: `${parts.map(([name, value]) => part(name, value)).join("")}--${boundary}--\r\n` };
    },
  };
}

const countries = ["KE", "MX", "DE", "FR", "BR", "IN", "EG", "ZZ"];
const countryOf = (number: number) => countries[number % countries.length] ?? "KE";
