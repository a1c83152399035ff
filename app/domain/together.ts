interface Limits {
  /** Groups at work at once; what comes meanwhile waits and forms the next group. */
  groups: number;
  /** Most members of a group. */
  members: number;
}

/**
 * Lets calls that come together share one piece of work, such as a transaction. A lone call starts at once:
 * nothing waits for company. `work` answers in the order of its inputs; when it throws, all of the group fail.
 */
export function together<Input, Output>(
  work: (inputs: Input[]) => Promise<Output[]>,
  { groups, members }: Limits,
): (input: Input) => Promise<Output> {
  interface Waiting {
    input: Input;
    resolve(output: Output): void;
    reject(error: unknown): void;
  }
  const waiting: Waiting[] = [];
  let atWork = 0;
  let isStarting = false;

  async function run(group: Waiting[]) {
    try {
      const outputs = await work(group.map(({ input }) => input));
      for (const [place, output] of outputs.entries()) group[place]?.resolve(output);
      if (outputs.length < group.length) throw new Error("A group was answered in part.");
    } catch (error) {
      for (const { reject } of group) reject(error);
    }
  }

  function startGroups() {
    isStarting = false;
    while (waiting.length > 0 && atWork < groups) {
      atWork++;
      void run(waiting.splice(0, members)).finally(() => {
        atWork--;
        startGroups();
      });
    }
  }

  return (input) =>
    new Promise((resolve, reject) => {
      waiting.push({ input, resolve, reject });
      if (isStarting || atWork >= groups) return;
      isStarting = true;
      // After the requests that have arrived in this turn of the loop, so that they go together.
      setImmediate(startGroups);
    });
}
