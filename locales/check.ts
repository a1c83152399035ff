import { fileURLToPath } from "node:url";
import { locales } from "../app/i18n/locales";
import { compareFiles } from "./compare-files";

const faults = compareFiles(fileURLToPath(new URL(".", import.meta.url)));
for (const fault of faults) console.error(`locales/${fault}`);
if (faults.length > 0) process.exitCode = 1;
else console.log(`The words agree in ${new Intl.ListFormat("en").format(locales)}.`);
