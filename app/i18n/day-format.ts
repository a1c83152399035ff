/** A day in words, as a language writes it in the calendar that laws and letters here are dated by: `January 3, 2027`. */
export function dayFormat(language: string, timeZone: string): Intl.DateTimeFormat {
  return new Intl.DateTimeFormat(language, { dateStyle: "long", calendar: "gregory", timeZone });
}
