/** In millions of bytes: a photograph as a telephone makes it, on a line that carries it within the time of a request. */
export const MAX_PICTURE_MB = 8;

/** What stands around the file in its form. */
const FRAME_BYTES = 16 * 1024;

export const MAX_UPLOAD_BYTES = MAX_PICTURE_MB * 1_000_000 + FRAME_BYTES;

/** Each is held in memory several times over while it is worked on. */
const MOST_AT_ONCE = 4;

/** Whether the page at a path takes a picture. Everywhere else a form is text, and short. */
export function takesPicture(path: string): boolean {
  return /^\/portal\/[^/]+\/campaigns\/[^/]+\/look$/.test(path);
}

/** Lets a few uploads in at once. */
export function createUploadGate() {
  let inside = 0;
  return {
    /** @returns what ends the visit; null where nobody else fits in */
    enter(): (() => void) | null {
      if (inside >= MOST_AT_ONCE) return null;
      inside++;
      return () => {
        inside--;
      };
    },
  };
}
