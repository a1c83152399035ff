export type { CallScriptTemplate } from "~db/schema/content/call-script-template";
export type { LetterLines } from "~db/schema/content/letter-lines";
export type { LetterTemplate } from "~db/schema/content/letter-template";
