/**
 * A stream that gives what `inner` gives, as fast as its reader takes it, and tells how it ended: `finish` once the reader
 * has taken everything and asks for more, and before it is told that there is no more; `release` when it broke off on
 * either side, and `onFault` where that was not the reader's doing.
 */
export function endingWell(
  inner: ReadableStream<Uint8Array>,
  { finish, release, onFault }: { finish(): Promise<void>; release(): Promise<void>; onFault(error: unknown): void },
): ReadableStream<Uint8Array> {
  const reader = inner.getReader();
  return new ReadableStream<Uint8Array>(
    {
      async pull(controller) {
        try {
          const { done, value } = await reader.read();
          if (!done) return controller.enqueue(value);
          await finish();
          controller.close();
        } catch (error) {
          onFault(error);
          await release().catch(onFault);
          controller.error(error);
        }
      },
      async cancel(reason) {
        await reader.cancel(reason).catch(() => undefined);
        await release().catch(onFault);
      },
    },
    { highWaterMark: 0 },
  );
}
