import { fileURLToPath } from "node:url";
import { defaultLocale, locales } from "../app/i18n/locales";
import { checkCode } from "./check-code";
import { compareFiles } from "./compare-files";
import { readLocale } from "./read-words";

const folder = fileURLToPath(new URL(".", import.meta.url));
const faults = [
  ...compareFiles(folder).map((fault) => `locales/${fault}`),
  ...checkCode(fileURLToPath(new URL("..", import.meta.url)), readLocale(folder, defaultLocale)),
];
for (const fault of faults) console.error(fault);
if (faults.length > 0) process.exitCode = 1;
else console.log(`The words agree with the code, and in ${new Intl.ListFormat("en").format(locales)}.`);
