import { type Choices, MAX_PRINCIPLES } from "../domain/lawmakers/compose/choices";
import { composeLetter, type LetterTexts, type Message } from "../domain/lawmakers/compose/compose-letter";
import type { ComposerData } from "../domain/lawmakers/compose/composer-data";
import { letterSheet } from "../domain/lawmakers/compose/letter-sheet";
import { fitOf, roomFor } from "../domain/lawmakers/compose/message-length";
import { plainLine, plainText } from "../domain/lawmakers/compose/plain-text";
import type { Recipient } from "../domain/lawmakers/compose/recipient";
import { senderTown } from "../domain/lawmakers/compose/sender-town";
import { markOf } from "../domain/lawmakers/compose/variation";
import { printLetters } from "./print-letters";
import { stayWhileTelling } from "./stay-while-telling";

/** Puts the letters together on the device while somebody types. Nothing is sent, and nothing is stored. */
const form = document.querySelector<HTMLFormElement>("form[data-composer]");
if (form) startComposer(form, JSON.parse(form.dataset.composer ?? "{}"));

interface Desk {
  recipient: Recipient;
  subject: HTMLTextAreaElement;
  text: HTMLTextAreaElement;
  /** What was composed last: a field that says something else was changed by hand. */
  composed: Message;
  part(name: string): HTMLElement | null;
}

function startComposer(form: HTMLFormElement, { texts, recipients, words }: ComposerData) {
  const number = new Intl.NumberFormat(document.documentElement.lang);
  const desks = recipients.flatMap(deskOf);
  let isTyped = false;
  let isLeaving = false;

  for (const each of document.querySelectorAll<HTMLElement>("[data-no-script]")) each.hidden = true;
  for (const each of document.querySelectorAll<HTMLElement>("[data-with-script]")) each.hidden = false;

  const textsFor = (choices: Choices): LetterTexts => texts[choices.language] ?? texts.en;

  function readChoices(): Choices {
    const data = new FormData(form);
    const text = (name: string) => String(data.get(name) ?? "");
    return {
      name: plainLine(text("name")),
      city: plainLine(text("city")),
      zip: plainLine(text("zip")),
      story: plainText(text("story")),
      principles: data.getAll("principles").map(String),
      closing: text("closing"),
      language: text("language") === "es" ? "es" : "en",
    };
  }

  function write(desk: Desk, choices: Choices) {
    desk.composed = composeLetter(textsFor(choices), desk.recipient, choices);
    for (const field of ["subject", "text"] as const) {
      desk[field].value = desk.composed[field];
      desk[field].lang = choices.language;
    }
    const mark = desk.part("mark");
    if (mark instanceof HTMLInputElement) mark.value = markOf(desk.composed);
    show(desk.part("kept"), false);
  }

  function isEdited({ subject, text, composed }: Desk): boolean {
    return subject.value !== composed.subject || text.value !== composed.text;
  }

  function tellLength({ recipient, subject, text, part }: Desk, choices: Choices) {
    const room = roomFor(textsFor(choices), recipient);
    const fit = fitOf({ subject: subject.value, text: text.value }, room, choices.story);
    const over = number.format(fit.over);
    const sentences = [
      ...(fit.over === 0
        ? []
        : fit.cuts.length > 0 && !fit.isStoryTooLong
          ? [say(words.cut, { over, beginnings: fit.cuts.map((cut) => `“${cut}”`).join(" ") })]
          : [say(words.cutStory, { over })]),
      ...(fit.subjectOver > 0 ? [say(words.subject, { over: number.format(fit.subjectOver) })] : []),
    ];
    put(part("count"), say(words.count, { length: number.format(fit.length), limit: number.format(fit.limit) }));
    put(part("over"), sentences.join(" "));
    show(part("over"), sentences.length > 0);
    show(part("open"), choices.name === "");
  }

  function update() {
    const choices = readChoices();
    const boxes = form.querySelectorAll<HTMLInputElement>("input[name=principles]");
    for (const box of boxes) box.disabled = !box.checked && choices.principles.length >= MAX_PRINCIPLES;
    for (const desk of desks) {
      if (isEdited(desk)) show(desk.part("kept"), true);
      else write(desk, choices);
      tellLength(desk, choices);
    }
  }

  function sheetsOf(only: string) {
    const choices = readChoices();
    const street = plainText(fieldValue("street"));
    const { subjectLabel } = textsFor(choices).lines;
    return desks
      .filter(({ recipient }) => only === "" || recipient.office === only)
      .map(({ recipient, subject, text }) =>
        letterSheet(
          recipient,
          { subject: plainLine(subject.value), text: plainText(text.value) },
          {
            language: choices.language,
            subjectLabel,
            sender: street === "" ? [] : [street, senderTown(choices.city, recipient.state, choices.zip)],
            to: fieldValue(`to-${recipient.office}`),
            day: new Date(),
          },
        ),
      );
  }

  function fieldValue(name: string): string {
    return String(new FormData(form).get(name) ?? "");
  }

  form.addEventListener("input", (event) => {
    // The letters' fields stand elsewhere on the page; those within the form are the choices.
    isTyped ||= event.target instanceof HTMLTextAreaElement;
    update();
  });
  for (const desk of desks) {
    for (const field of [desk.subject, desk.text]) {
      field.addEventListener("input", () => {
        isTyped = true;
        show(desk.part("kept"), false);
        tellLength(desk, readChoices());
      });
    }
    const again = desk.part("again");
    show(again, true);
    again?.addEventListener("click", () => {
      const choices = readChoices();
      write(desk, choices);
      tellLength(desk, choices);
      desk.text.focus();
    });
  }

  form.addEventListener("submit", (event) => {
    const button = event.submitter;
    if (button instanceof HTMLButtonElement && button.dataset.print !== undefined) {
      event.preventDefault();
      printLetters(sheetsOf(button.dataset.print));
      return;
    }
    if (!(button instanceof HTMLButtonElement) || button.dataset.write !== undefined) {
      // The letters stand there already; nothing needs to be sent for them.
      event.preventDefault();
      const letters = document.getElementById("letters");
      letters?.focus();
      letters?.scrollIntoView();
      return;
    }
    // A file is fetched, and the page stays.
    isLeaving = true;
    setTimeout(() => {
      isLeaving = false;
    }, 2_000);
  });
  window.addEventListener("beforeunload", (event) => {
    if (isTyped && !isLeaving) event.preventDefault();
  });
  stayWhileTelling(words);
  // Coming back to the page the browser may have kept what was typed.
  update();
}

function deskOf(recipient: Recipient): Desk[] {
  const { office } = recipient;
  const section = document.querySelector(`[data-office="${office}"]`);
  const subject = document.getElementById(`${office}-subject`);
  const text = document.getElementById(`${office}-message`);
  if (!(subject instanceof HTMLTextAreaElement) || !(text instanceof HTMLTextAreaElement)) return [];
  const part = (name: string) => section?.querySelector<HTMLElement>(`[data-${name}]`) ?? null;
  // What the server wrote last: a kept letter says something else.
  const kept = part("kept");
  const composed =
    kept?.hidden === false ? { subject: "", text: "" } : { subject: subject.defaultValue, text: text.defaultValue };
  return [{ recipient, subject, text, composed, part }];
}

function say(sentence: string, values: Record<string, string>): string {
  return sentence.replace(/\{(\w+)\}/g, (whole, name: string) => values[name] ?? whole);
}

/** Only where the words are others: a status that is set again would be read out again. */
function put(element: HTMLElement | null, words: string) {
  if (element && element.textContent !== words) element.textContent = words;
}

function show(element: HTMLElement | null, isShown: boolean) {
  if (element) element.hidden = !isShown;
}
