/** A file that was given as a picture is none that we take; the message says why, for the person who gave it. */
export class ImageError extends Error {
  constructor(readonly reason: "tooLarge" | "unreadable" | "unknownFormat" | "invisible") {
    super(reason);
    this.name = "ImageError";
  }
}
